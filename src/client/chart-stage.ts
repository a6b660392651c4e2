// `<chart-stage state="…">`: holds a chart's pictures for several states, printed one over the other, of which one is
// shown. When its attribute changes it goes there: over a map it flies, marks and labels keeping their size; a picture
// without a common ground fades in; and it cuts where the reader wants no motion, or `data-motion="cut"` says so. A state
// that it has no picture of changes nothing. When the new picture stands, it says `statechange`.
import { flight } from './flight.ts';
import { groundOf, moveTo, pose, STILL, viewOf, type Move } from './pose.ts';

/** How long labels fade, ms; it stands in stage.css too. */
const FADE = 150;
/** How much longer than that the ground moves for each unit of a flight's length, ms: d3's pace too. */
const PACE = 1000;

export class ChartStage extends HTMLElement {
  static observedAttributes = ['state'];

  /** The state whose picture is on the screen; during a flight, the one that is being left. */
  #shown = '';
  #target = '';
  /** How the shown picture is moved from where it was printed. */
  #move = STILL;
  #request = 0;

  connectedCallback(): void {
    this.#go(true);
  }

  disconnectedCallback(): void {
    this.#stop();
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.#go(false);
  }

  /** The picture that can be seen: that of the shown state for this width. */
  get picture(): SVGSVGElement | undefined {
    return this.#pictures(this.#shown).find((picture) => getComputedStyle(picture).display !== 'none');
  }

  get isMoving(): boolean {
    return this.#request !== 0;
  }

  /** Shows the picture zoomed or panned. */
  look(move: Move): void {
    const { picture } = this;
    const ground = picture && groundOf(picture);
    if (!ground) return;
    this.#move = move;
    pose(picture, ground, move);
  }

  #pictures(state?: string): SVGSVGElement[] {
    return [...this.querySelectorAll<SVGSVGElement>('svg[data-state]')].filter(
      ({ dataset }) => state === undefined || dataset.state === state,
    );
  }

  #stop(): void {
    cancelAnimationFrame(this.#request);
    this.#request = 0;
  }

  #go(atOnce: boolean): void {
    // the pictures may have come since
    if (!this.#pictures(this.#shown)[0])
      this.#shown = this.#target =
        this.#pictures().find((each) => !each.hasAttribute('hidden'))?.dataset.state ?? '';
    const target = this.getAttribute('state') ?? this.#pictures()[0]?.dataset.state ?? '';
    if (target === this.#target || !this.#pictures(target)[0]) return;
    this.#stop();
    this.#target = target;
    const { picture } = this;
    const next = this.#pictures(target).find(
      (each) => each.matches('.wide') === Boolean(picture?.matches('.wide')),
    );
    const still =
      atOnce || this.dataset.motion === 'cut' || matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (still || !picture || !next) this.#arrive(false);
    else this.#depart(picture, next);
  }

  #depart(picture: SVGSVGElement, next: SVGSVGElement): void {
    const [ground, nextGround] = [groundOf(picture), groundOf(next)];
    // without a common ground the new picture fades in
    if (!ground || !nextGround) return this.#arrive(true);
    const way = flight(viewOf(picture, ground, this.#move), viewOf(next, nextGround, STILL));
    // marks of both pictures travel, all else of the old one fades
    for (const each of [picture, next])
      for (const mark of each.querySelectorAll('a'))
        mark.parentElement?.classList.toggle('stays', !!markIn(picture, mark) && !!markIn(next, mark));
    for (const each of this.#pictures()) {
      each.dataset.phase = each === picture ? 'goes' : '';
      each.toggleAttribute('hidden', each.dataset.state !== this.#shown);
    }
    const duration = FADE + PACE * way.length;
    let start: number | undefined;
    const step = (now: number): void => {
      start ??= now;
      const part = Math.min((now - start) / duration, 1);
      // slow at both ends
      this.#move = moveTo(picture, ground, way.at(part * part * (3 - 2 * part)));
      const hasFaded = part * duration > FADE;
      pose(picture, ground, this.#move, hasFaded ? '.stays' : undefined);
      // the new picture is laid out before it is to be seen
      if (hasFaded) {
        next.dataset.phase = 'waits';
        next.removeAttribute('hidden');
      }
      if (part < 1) this.#request = requestAnimationFrame(step);
      else this.#arrive(true);
    };
    this.#request = requestAnimationFrame(step);
  }

  #arrive(fades: boolean): void {
    const focused = document.activeElement;
    for (const each of this.#pictures()) {
      const isNew = each.dataset.state === this.#target;
      const ground = groundOf(each);
      if (ground) pose(each, ground, STILL);
      each.dataset.phase = isNew && fades ? 'comes' : '';
      each.toggleAttribute('hidden', !isNew);
    }
    this.#stop();
    this.#shown = this.#target;
    this.#move = STILL;
    this.dispatchEvent(new Event('statechange', { bubbles: true }));
    // the reader stays at a mark that the new picture has too
    const picture = this.contains(focused) && this.picture;
    if (picture && focused !== document.activeElement) markIn(picture, focused as Element)?.focus();
  }
}

/** The mark of a picture that leads where a mark of another does. */
const markIn = (picture: SVGSVGElement, mark: Element) =>
  picture.querySelector<SVGAElement>(`a[href="${mark.getAttribute('href')}"]`);

customElements.define('chart-stage', ChartStage);
