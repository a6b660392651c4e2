// `<map-zoom>`: lets a reader enlarge the map of the `<chart-stage>` in it up to eight times, by buttons, keys, two
// fingers, or the wheel with Ctrl or ⌘, and move it by keys or by dragging. It never takes the page's own scrolling: a
// plain wheel and one finger up or down move the page. Labels keep their size and are placed again; at its own size the
// map stands exactly as built. It says `viewchange` when the map has moved.
import type { ChartStage } from './chart-stage.ts';
import { flight } from './flight.ts';
import { placeAgain, placeAsBuilt } from './place-again.ts';
import { groundOf, moveTo, STILL, viewOf, type Move } from './pose.ts';
import { setScaleBar } from './scale-bar.ts';

const LARGEST = 8;
/** What a button or key does: twice the size, or a part of the picture's width. */
const STEP = 2;
const PAN = 0.2;
const GLIDE = 220;
/** A press that moves further is a drag and no click, px. */
const SLACK = 4;

interface Point {
  x: number;
  y: number;
}

class MapZoom extends HTMLElement {
  #move = STILL;
  #picture: SVGSVGElement | undefined;
  #request = 0;
  /** Where a glide goes. */
  #goal = STILL;

  connectedCallback(): void {
    const frames = this.querySelector<HTMLElement>('.frames');
    const controls = this.querySelector<HTMLElement>('.zoom-controls');
    if (!frames || !controls || !this.#stage) return;
    controls.hidden = false;
    frames.tabIndex = 0;
    frames.setAttribute('role', 'group');
    frames.setAttribute('aria-label', this.dataset.label ?? '');
    frames.setAttribute('aria-describedby', controls.querySelector('.zoom-help')?.id ?? '');
    this.#listen(frames, controls);
    this.#drag(frames);
    this.#pinch(frames);
    new ResizeObserver(() => {
      if (this.#stage?.picture !== this.#picture) this.#reset();
    }).observe(frames);
    this.#reset();
  }

  disconnectedCallback(): void {
    cancelAnimationFrame(this.#request);
  }

  get #stage(): ChartStage | null {
    return this.querySelector<ChartStage>('chart-stage');
  }

  #listen(frames: HTMLElement, controls: HTMLElement): void {
    const middle = (): Point => ({ x: this.#width / 2, y: this.#height / 2 });
    const act: Record<string, () => void> = {
      in: () => this.#glide(this.#scaled(STEP, middle())),
      out: () => this.#glide(this.#scaled(1 / STEP, middle())),
      whole: () => this.#glide(STILL),
    };
    controls.addEventListener('click', ({ target }) => {
      this.#finish();
      const button = (target as Element).closest('button');
      const { zoom, preset } = button?.dataset ?? {};
      if (zoom) act[zoom]?.();
      if (preset === undefined) return;
      if (this.#stage?.getAttribute('state') === preset) this.#glide(STILL);
      else this.#stage?.setAttribute('state', preset);
    });
    frames.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      this.#finish();
      const zoom = { '+': 'in', '=': 'in', '-': 'out', '−': 'out', '0': 'whole' }[event.key];
      const pan = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key];
      if (zoom) act[zoom]?.();
      // on the whole map there is nowhere to go: the arrows scroll the page
      else if (pan && this.#move.k > 1)
        this.#glide(this.#moved((pan[0] ?? 0) * this.#width * PAN, (pan[1] ?? 0) * this.#width * PAN));
      else return;
      event.preventDefault();
    });
    frames.addEventListener(
      'wheel',
      (event) => {
        if (!event.ctrlKey && !event.metaKey) return;
        event.preventDefault();
        const pixels = event.deltaY * (event.deltaMode === 1 ? 24 : 1);
        this.#show(this.#scaled(Math.exp(-Math.max(-60, Math.min(pixels, 60)) / 100), this.#pointOf(event)));
      },
      { passive: false },
    );
    frames.addEventListener('focusin', ({ target }) => this.#bringIn(target as Element));
    this.addEventListener('statechange', () => this.#reset());
  }

  /** Moves the enlarged map with the pointer. A finger that goes up or down is the page's. */
  #drag(frames: HTMLElement): void {
    let from: { id: number; x: number; y: number; move: Move; dragged: boolean } | undefined;
    frames.addEventListener('dragstart', (event) => event.preventDefault());
    frames.addEventListener('pointerdown', ({ pointerId, isPrimary, button, clientX, clientY }) => {
      const movable = isPrimary && button === 0 && this.#move.k > 1;
      from = movable
        ? { id: pointerId, x: clientX, y: clientY, move: this.#move, dragged: false }
        : undefined;
    });
    frames.addEventListener('pointermove', ({ pointerId, clientX, clientY }) => {
      if (from?.id !== pointerId) return;
      const [dx, dy] = [clientX - from.x, clientY - from.y];
      if (!from.dragged && Math.hypot(dx, dy) < SLACK) return;
      from.dragged = true;
      frames.setPointerCapture(pointerId);
      const { k, x, y } = from.move;
      this.#show(this.#kept({ k, x: x + dx / this.#pixel, y: y + dy / this.#pixel }));
    });
    frames.addEventListener('pointercancel', () => (from = undefined));
    frames.addEventListener(
      'click',
      (event) => {
        if (from?.dragged) {
          event.preventDefault();
          event.stopPropagation();
        }
        from = undefined;
      },
      { capture: true },
    );
    frames.addEventListener('pointerup', () => {
      if (!from?.dragged) from = undefined;
      // the click that follows a drag, if one does, comes before the next task
      else setTimeout(() => (from = undefined));
    });
  }

  /** Two fingers enlarge and move the map; the page does neither meanwhile. */
  #pinch(frames: HTMLElement): void {
    let last: { middle: Point; span: number } | undefined;
    const gesture = ({ touches }: TouchEvent) => {
      const [a, b] = [touches[0], touches[1]];
      if (!a || !b || touches.length !== 2) return undefined;
      const [p, q] = [this.#pointOf(a), this.#pointOf(b)];
      return { middle: { x: (p.x + q.x) / 2, y: (p.y + q.y) / 2 }, span: Math.hypot(p.x - q.x, p.y - q.y) };
    };
    frames.addEventListener('touchstart', (event) => (last = gesture(event)), { passive: true });
    frames.addEventListener('touchend', (event) => (last = gesture(event)), { passive: true });
    frames.addEventListener(
      'touchmove',
      (event) => {
        const now = gesture(event);
        if (!now || !last) return;
        event.preventDefault();
        const { k, x, y } = this.#scaled(now.span / last.span, last.middle);
        this.#show(
          this.#kept({ k, x: x + now.middle.x - last.middle.x, y: y + now.middle.y - last.middle.y }),
        );
        last = now;
      },
      { passive: false },
    );
  }

  get #width(): number {
    return this.#picture?.viewBox.baseVal.width ?? 0;
  }

  get #height(): number {
    return this.#picture?.viewBox.baseVal.height ?? 0;
  }

  /** Screen px in one px of the picture: less than one on the smallest screens. */
  get #pixel(): number {
    return (this.#picture?.getBoundingClientRect().width ?? 0) / this.#width || 1;
  }

  #pointOf({ clientX, clientY }: { clientX: number; clientY: number }): Point {
    const { left = 0, top = 0 } = this.#picture?.getBoundingClientRect() ?? {};
    return { x: (clientX - left) / this.#pixel, y: (clientY - top) / this.#pixel };
  }

  /** A move that shows nothing but what the whole map shows. */
  #kept({ k, x, y }: Move): Move {
    const scale = Math.min(Math.max(k, 1), LARGEST);
    const within = (value: number, size: number) => Math.min(0, Math.max(value, size * (1 - scale)));
    return { k: scale, x: within(x, this.#width), y: within(y, this.#height) };
  }

  /** Enlarged about a point that stays where it is. */
  #scaled(by: number, about: Point): Move {
    const { k, x, y } = this.#move;
    const scale = Math.min(Math.max(k * by, 1), LARGEST);
    const ratio = scale / k;
    return this.#kept({
      k: scale,
      x: about.x - (about.x - x) * ratio,
      y: about.y - (about.y - y) * ratio,
    });
  }

  #moved(dx: number, dy: number): Move {
    const { k, x, y } = this.#move;
    return this.#kept({ k, x: x + dx, y: y + dy });
  }

  /** The keyboard has come to a mark that is out of sight. */
  #bringIn(target: Element): void {
    const hit = target.querySelector('.hit')?.getBoundingClientRect();
    if (!hit || !target.matches('.picture a')) return;
    const at = this.#pointOf({ clientX: hit.left + hit.width / 2, clientY: hit.top + hit.height / 2 });
    const isIn = at.x > 12 && at.x < this.#width - 12 && at.y > 12 && at.y < this.#height - 12;
    if (!isIn) this.#show(this.#moved(this.#width / 2 - at.x, this.#height / 2 - at.y));
  }

  #reset(): void {
    if (this.#picture) placeAsBuilt(this.#picture);
    this.#picture = this.#stage?.picture;
    this.#move = STILL;
    this.#tell();
  }

  /** Goes to a move in a short flight, or at once where the reader wants no motion. */
  #glide(target: Move): void {
    const picture = this.#picture;
    const ground = picture && groundOf(picture);
    if (!picture || !ground || this.#stage?.isMoving) return;
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return this.#show(target);
    const way = flight(viewOf(picture, ground, this.#move), viewOf(picture, ground, target));
    if (way.length < 1e-6) return this.#show(target);
    this.#goal = target;
    let start: number | undefined;
    const step = (now: number): void => {
      start ??= now;
      const part = (now - start) / GLIDE;
      if (part >= 1) return this.#finish();
      this.#show(moveTo(picture, ground, way.at(part * (2 - part))));
      this.#request = requestAnimationFrame(step);
    };
    this.#request = requestAnimationFrame(step);
  }

  /** Ends a glide where it goes, so that the next begins there. */
  #finish(): void {
    if (this.#request === 0) return;
    cancelAnimationFrame(this.#request);
    this.#request = 0;
    this.#show(this.#goal);
  }

  #show(move: Move): void {
    const picture = this.#picture;
    const stage = this.#stage;
    if (!picture || !stage || stage.isMoving) return;
    this.#move = move.k < 1.001 ? STILL : move;
    stage.look(this.#move);
    if (this.#move === STILL) placeAsBuilt(picture);
    else placeAgain(picture, this.#move, this.#bounds());
    setScaleBar(picture, this.#move.k);
    this.#tell();
    this.dispatchEvent(new CustomEvent('viewchange', { bubbles: true }));
  }

  /** What of the picture is in its window. */
  #bounds(): Point & { width: number; height: number } {
    const window = this.#stage?.getBoundingClientRect();
    const width = (window?.width ?? 0) / this.#pixel;
    return { x: this.#width / 2, y: this.#height / 2, width, height: this.#height };
  }

  /** Says how large the map is shown, and which buttons lead anywhere. */
  #tell(): void {
    const { k } = this.#move;
    this.classList.toggle('enlarged', k > 1);
    const status = this.querySelector('[role=status]');
    const text = (this.dataset.times ?? '').replace('{n}', String(Math.round(k * 10) / 10));
    if (status && status.textContent !== text) status.textContent = text;
    const idle = { in: k >= LARGEST, out: k <= 1, whole: k <= 1 };
    for (const button of this.querySelectorAll<HTMLElement>('[data-zoom]'))
      button.setAttribute('aria-disabled', String(idle[button.dataset.zoom as keyof typeof idle]));
    for (const button of this.querySelectorAll<HTMLElement>('[data-preset]'))
      button.setAttribute('aria-pressed', String(this.#picture?.dataset.state === button.dataset.preset));
  }
}

customElements.define('map-zoom', MapZoom);
