// `<chart-stage state="…">`: holds a chart's pictures for several states, printed one over the other, of which one is
// shown. When its attribute changes it goes there: over a map it flies, marks and labels keeping their size; pictures
// without a common ground fade into each other; and it cuts where the reader wants no motion, or `data-motion="cut"`
// says so. A state that it has no picture of changes nothing. When the new picture stands, it says `statechange`.
import { flight } from './flight.ts';
import { groundOf, movablesOf, moveTo, pose, STILL, viewOf, type Move } from './pose.ts';

/** How long labels fade and the ground moves, ms; the fade stands in stage.css too. */
const FADE = 150;
const FLIGHT = 900;

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
    cancelAnimationFrame(this.#request);
    this.#request = 0;
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

  #go(atOnce: boolean): void {
    // the pictures may have come since
    if (this.#pictures(this.#shown).length === 0)
      this.#shown = this.#target =
        this.#pictures().find((each) => !each.hasAttribute('hidden'))?.dataset.state ?? '';
    const target = this.getAttribute('state') ?? this.#pictures()[0]?.dataset.state ?? '';
    if (target === this.#target || this.#pictures(target).length === 0) return;
    cancelAnimationFrame(this.#request);
    this.#request = 0;
    this.#target = target;
    const { picture } = this;
    const next = this.#pictures(target).find(
      (each) => each.matches('.wide') === Boolean(picture?.matches('.wide')),
    );
    const still =
      atOnce || this.dataset.motion === 'cut' || matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (still || !picture || !next) this.#arrive();
    else this.#depart(picture, next);
  }

  #depart(picture: SVGSVGElement, next: SVGSVGElement): void {
    const [ground, nextGround] = [groundOf(picture), groundOf(next)];
    const way =
      ground && nextGround
        ? flight(viewOf(picture, ground, this.#move), viewOf(next, nextGround, STILL))
        : undefined;
    // marks of both pictures travel, all else of the old one fades
    for (const [one, other] of [
      [picture, next],
      [next, picture],
    ] as const) {
      const common = way ? entriesOf(other) : new Set();
      for (const mark of marksOf(one))
        mark.parentElement?.classList.toggle('stays', common.has(mark.getAttribute('href')));
    }
    for (const each of this.#pictures()) {
      each.classList.toggle('leaving', each === picture);
      each.classList.remove('waiting');
      // without a common ground the new picture comes while the old one goes
      const comes = !way && each.dataset.state === this.#target;
      each.classList.toggle('arriving', comes);
      each.toggleAttribute('hidden', !comes && each.dataset.state !== this.#shown);
    }
    const duration = way && way.length > 0.01 ? FLIGHT : FADE;
    let movables = movablesOf(picture);
    let start: number | undefined;
    const step = (now: number): void => {
      start ??= now;
      const part = Math.min((now - start) / duration, 1);
      if (way && ground) {
        // slow at both ends
        this.#move = moveTo(picture, ground, way.at(part * part * (3 - 2 * part)));
        pose(picture, ground, this.#move, movables);
        if (part * duration > FADE && next.hasAttribute('hidden')) {
          // what has faded need not move on, and the new picture is laid out before it is to be seen
          movables = movables.filter(({ group }) => group.matches('.stays'));
          next.classList.add('waiting');
          next.removeAttribute('hidden');
        }
      }
      if (part < 1) this.#request = requestAnimationFrame(step);
      else this.#arrive();
    };
    this.#request = requestAnimationFrame(step);
  }

  #arrive(): void {
    const focused = this.contains(document.activeElement) ? document.activeElement : null;
    for (const each of this.#pictures()) {
      const isNew = each.dataset.state === this.#target;
      const ground = groundOf(each);
      if (ground && (isNew || each.dataset.state === this.#shown)) pose(each, ground, STILL);
      each.classList.toggle('arriving', isNew && this.isMoving && each.matches('[hidden], .waiting'));
      each.classList.remove('leaving', 'waiting');
      each.toggleAttribute('hidden', !isNew);
    }
    this.#request = 0;
    this.#shown = this.#target;
    this.#move = STILL;
    // the reader stays at a mark that the new picture has too
    const picture = focused && this.picture;
    if (picture && focused !== document.activeElement)
      marksOf(picture)
        .find((mark) => mark.getAttribute('href') === focused.getAttribute('href'))
        ?.focus();
    this.dispatchEvent(new CustomEvent('statechange', { detail: { state: this.#shown } }));
  }
}

const marksOf = (picture: SVGSVGElement) => [...picture.querySelectorAll<SVGAElement>('a')];

const entriesOf = (picture: SVGSVGElement) =>
  new Set(marksOf(picture).map((mark) => mark.getAttribute('href')));

customElements.define('chart-stage', ChartStage);
