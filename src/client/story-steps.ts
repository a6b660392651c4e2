// `<story-steps>`: one step of a chapter is read now, and the chart's picture is that of its state. Where there is room,
// the pictures of the steps stand on one stage, which stays while the words move; else each step keeps its own. Runs in
// the head, so that the steps have their layout from the first paint.
{
  const root = document.documentElement;
  /** The line of the screen that decides: the step that holds it is read. */
  const LINE = '-48% 0px -52% 0px';
  /** One screen above and below what is seen. */
  const NEAR = '100%';
  /** Where there is room for a stage. Lengths are in em: enlarged text needs a larger screen. */
  const room = matchMedia(
    'screen and (orientation: portrait) and (min-width: 20em), screen and (min-width: 56.25em) and (min-height: 34em)',
  );

  /** Where the card stands beside the picture; else it stands below, and takes this part of the screen at least. */
  const beside = matchMedia('(min-width: 56.25em)');
  const CARD = 0.4;
  /** Above what is stressed in a picture that is higher than its room, and above a card, px. */
  const EDGE = 24;

  class StorySteps extends HTMLElement {
    #steps: HTMLElement[] = [];
    #now = 0;
    /** Height of the stage, px. */
    #height = 0;
    #extents = new Map<string, [number, number]>();

    connectedCallback(): void {
      this.#choose();
      if (document.readyState !== 'loading') this.#start();
      else document.addEventListener('DOMContentLoaded', () => this.#start(), { once: true });
    }

    #start(): void {
      this.#steps = [...this.querySelectorAll<HTMLElement>('.step')];
      const observer = new IntersectionObserver(
        (entries) => {
          // a busy browser tells of several frames at once, in no order: the latest counts
          const [now] = entries
            .filter(({ isIntersecting }) => isIntersecting)
            .sort((one, other) => other.time - one.time);
          if (now && root.dataset.reading === 'scroll')
            this.#show(this.#steps.indexOf(now.target as HTMLElement));
        },
        { rootMargin: LINE },
      );
      this.#steps.forEach((step, i) => {
        observer.observe(step);
        // the browser's own search found words in a step that is folded away
        step.addEventListener('beforematch', () => this.#show(i));
      });
      this.querySelectorAll<HTMLElement>('[data-go]').forEach((button) =>
        button.addEventListener('click', () => this.#go(Number(button.dataset.go))),
      );
      this.addEventListener('keydown', (event) => this.#key(event));
      for (const change of ['reading-change', 'beforeprint', 'afterprint'])
        addEventListener(change, ({ type }) => this.#arrange(type === 'beforeprint'));
      room.addEventListener('change', () => this.#arrange());
      const stage = this.querySelector('chart-stage');
      if (stage)
        new ResizeObserver(([entry]) => {
          this.#height = entry?.contentRect.height ?? 0;
          this.#place();
        }).observe(stage);
      new IntersectionObserver(() => this.#place(), { rootMargin: NEAR }).observe(this);
      for (const move of ['hashchange', 'popstate']) addEventListener(move, () => this.#open());
      // the step of the address is there from the start, not reached by a flight
      this.#open();
      this.#arrange();
    }

    /** Says how the steps are laid out now. styles/steps.css does it. */
    #choose(printing = false): void {
      const { reading } = root.dataset;
      if (printing || reading === 'flat' || !reading || !room.matches) delete this.dataset.staged;
      else this.dataset.staged = reading;
    }

    /** Puts the pictures on the stage, or back to their steps, and folds away what is not read now. */
    #arrange(printing = false): void {
      this.#choose(printing);
      const stage = this.querySelector('chart-stage');
      const staged = this.dataset.staged !== undefined;
      for (const step of this.#steps) {
        const own = step.querySelector('.frames');
        for (const picture of this.#pictures(step.id)) {
          const place = staged ? stage : own;
          if (place && picture.parentElement !== place) {
            // a flight that it was in ends without it
            delete picture.dataset.phase;
            place.append(picture);
          }
          if (!staged) picture.removeAttribute('hidden');
        }
      }
      // a picture that stays changes with the words, and would take the focus away with it: its list has every mark
      for (const mark of this.querySelectorAll('svg[data-state] a'))
        if (this.dataset.staged === 'scroll') mark.setAttribute('tabindex', '-1');
        else mark.removeAttribute('tabindex');
      this.#show(this.#now, printing);
    }

    /** The pictures of a step, one for each width; some belong to several steps. */
    #pictures(step = ''): SVGSVGElement[] {
      return [...this.querySelectorAll<SVGSVGElement>(`svg[data-state~="${step}"]`)];
    }

    /** Opens the step that the address names. */
    #open(): void {
      const step = this.#steps.findIndex(({ id }) => `#${id}` === location.hash);
      if (step >= 0) this.#show(step);
    }

    #show(now: number, printing = false): void {
      this.#now = now;
      const folds = root.dataset.reading === 'step' && !printing;
      this.#steps.forEach((step, i) => {
        step.toggleAttribute('data-past', i < now);
        if (folds && i !== now) step.setAttribute('hidden', 'until-found');
        else step.removeAttribute('hidden');
      });
      this.querySelectorAll<HTMLElement>('[data-go]').forEach((button) => {
        const end = this.#steps[now + Number(button.dataset.go)] === undefined;
        button.setAttribute('aria-disabled', String(end));
      });
      const staged = this.dataset.staged !== undefined;
      const step = this.#steps[now];
      const status = this.querySelector('[role=status]');
      const name = step?.getAttribute('aria-label') ?? '';
      if (status && status.textContent !== name) status.textContent = name;
      if (step && this.dataset.alt !== undefined) this.#stress(step, staged, staged || folds);
      if (staged) this.#stage(step?.id ?? '');
    }

    /** Shows in the one picture of all steps what this step stresses; read flat, it stands in the last of them. */
    #stress(step: HTMLElement, staged: boolean, alone: boolean): void {
      const { id } = step;
      for (const picture of this.#pictures(id)) {
        if (!staged) (alone ? step : this.#steps.at(-1))?.querySelector('.frames')?.append(picture);
        picture.setAttribute('aria-label', (alone ? step : this).dataset.alt ?? '');
        for (const weight of ['emphasis', 'dim'])
          for (const mark of picture.querySelectorAll<SVGElement>(`[data-${weight}]`))
            mark.classList.toggle(weight, alone && mark.matches(`[data-${weight}~="${id}"]`));
      }
    }

    /** Gives the stage its state. It moves by itself, but not for the first time, nor where its script did not come. */
    #stage(id: string): void {
      const pictures = [...this.querySelectorAll<SVGElement>('chart-stage > svg')];
      if (!customElements.get('chart-stage') || pictures.every((picture) => !picture.hasAttribute('hidden')))
        for (const picture of pictures)
          picture.toggleAttribute('hidden', !picture.matches(`[data-state~="${id}"]`));
      this.querySelector('chart-stage')?.setAttribute('state', id);
      this.#place();
    }

    /**
     * Puts the picture in the middle of what the card leaves, or, where it is higher, what matters in it now; but not
     * yet while the reader is far from it, for it has to be measured.
     */
    #place(): void {
      if (!this.#height) return;
      const { top: start, bottom: end } = this.getBoundingClientRect();
      if (start > 2 * innerHeight || end < -innerHeight) return;
      const step = this.#steps[this.#now];
      const words = step?.querySelector<HTMLElement>('.step-words')?.offsetHeight ?? 0;
      const room = this.#height - (beside.matches ? 0 : Math.max(words + EDGE, innerHeight * CARD));
      for (const picture of this.#pictures(step?.id)) {
        const free = room - picture.viewBox.baseVal.height;
        const [from, to] = (free < 0 && this.#extentOf(picture)) || [0, room - free];
        // what matters may be higher, too: then its first is in sight
        const first = Math.max((room - from - to) / 2, EDGE - from);
        const top = free < 0 ? Math.min(Math.max(first, free), 0) : free / 2;
        picture.style.setProperty('--top', `${Math.round(top)}px`);
      }
    }

    /** Top and bottom of what is not dimmed in a picture that can be seen. It is measured once: measuring takes time. */
    #extentOf(picture: SVGSVGElement): [number, number] | undefined {
      const key = `${this.#now} ${picture.getAttribute('class')}`;
      const known = this.#extents.get(key);
      if (known) return known;
      const boxes = [...picture.querySelectorAll<SVGAElement>('a:not(.dim)')]
        .map((mark) => mark.getBBox())
        .filter(({ height }) => height > 0);
      if (boxes.length === 0) return undefined;
      const extent: [number, number] = [
        Math.min(...boxes.map(({ y }) => y)),
        Math.max(...boxes.map(({ y, height }) => y + height)),
      ];
      this.#extents.set(key, extent);
      return extent;
    }

    /** One step on or back, by button or key: an entry of the history, as every click is. */
    #go(by: number): void {
      const [left, step] = [this.#steps[this.#now], this.#steps[this.#now + by]];
      if (!step) return;
      const focused = left?.contains(document.activeElement);
      this.#show(this.#now + by);
      if (focused) step.focus({ preventScroll: true });
      // on a stage the buttons stay in sight, else they come after the picture: the step begins at the top
      (this.dataset.staged ? this : step).scrollIntoView({ block: 'start', behavior: 'instant' });
      try {
        history.pushState(null, '', `#${step.id}`);
      } catch {
        /* the browser refuses when it is asked too often: the step is shown all the same */
      }
    }

    #key(event: KeyboardEvent): void {
      const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
      const by = { ArrowRight: 1, ArrowLeft: -1 }[key];
      if (root.dataset.reading !== 'step' || altKey || ctrlKey || metaKey || shiftKey || by === undefined)
        return;
      event.preventDefault();
      this.#go(by);
    }
  }

  customElements.define('story-steps', StorySteps);
}
