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
/** What an arrow key moves, as a part of the picture's width, and how long a key or button takes, ms. */
const PAN = 0.2;
const GLIDE = 220;
/** A press that moves further is a drag and no click; a mark nearer to the edge is out of sight, px. */
const SLACK = 4;
const EDGE = 12;

const KEYS: Record<string, string> = { '+': 'in', '=': 'in', '-': 'out', '−': 'out', '0': 'whole' };
const ARROWS: Record<string, [x: number, y: number]> = {
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

interface Point {
  x: number;
  y: number;
}

class MapZoom extends HTMLElement {
  #stage!: ChartStage;
  #picture!: SVGSVGElement;
  #move = STILL;
  /** Where a glide goes, and its next frame. */
  #goal = STILL;
  #request = 0;

  connectedCallback(): void {
    const stage = this.querySelector<ChartStage>('chart-stage');
    const controls = this.querySelector<HTMLElement>('.zoom-controls');
    if (!stage?.picture || !controls) return;
    this.#stage = stage;
    this.#reset();
    controls.inert = false;
    stage.tabIndex = 0;
    stage.role = 'group';
    stage.ariaLabel = this.dataset.label ?? '';
    stage.setAttribute('aria-describedby', controls.querySelector('.zoom-help')?.id ?? '');
    controls.addEventListener('click', ({ target }) => {
      const { zoom, preset } = (target as Element).closest('button')?.dataset ?? {};
      if (zoom) this.#act(zoom);
      if (preset === undefined) return;
      if (stage.getAttribute('state') === preset) this.#act('whole');
      else stage.setAttribute('state', preset);
    });
    this.#keys(stage);
    this.#wheel(stage);
    this.#drag(stage);
    this.#pinch(stage);
    stage.addEventListener('statechange', () => this.#reset());
    // another picture for another width
    new ResizeObserver(() => {
      if (stage.picture !== this.#picture) this.#reset();
    }).observe(stage);
  }

  #act(zoom: string): void {
    this.#finish();
    const { width, height } = this.#size;
    const scaled = (by: number) => this.#scaled(by, { x: width / 2, y: height / 2 });
    this.#glide(zoom === 'whole' ? STILL : scaled(zoom === 'in' ? 2 : 0.5));
  }

  #keys(stage: ChartStage): void {
    stage.addEventListener('keydown', (event) => {
      const { key, ctrlKey, metaKey, altKey } = event;
      if (ctrlKey || metaKey || altKey) return;
      const [zoom, arrow] = [KEYS[key], ARROWS[key]];
      if (zoom) this.#act(zoom);
      // on the whole map there is nowhere to go: the arrows scroll the page
      else if (arrow && this.#move.k > 1) {
        this.#finish();
        const step = this.#size.width * PAN;
        this.#glide(this.#moved(this.#move, arrow[0] * step, arrow[1] * step));
      } else return;
      event.preventDefault();
    });
    // the keyboard has come to a mark that is out of sight
    stage.addEventListener('focusin', ({ target }) => {
      const hit = (target as Element).querySelector(':scope > .hit')?.getBoundingClientRect();
      if (!hit) return;
      const { x, y } = this.#pointOf(hit.x + hit.width / 2, hit.y + hit.height / 2);
      const { width, height } = this.#size;
      if (Math.min(x, y, width - x, height - y) < EDGE)
        this.#show(this.#moved(this.#move, width / 2 - x, height / 2 - y));
    });
  }

  #wheel(stage: ChartStage): void {
    stage.addEventListener(
      'wheel',
      (event) => {
        if (!event.ctrlKey && !event.metaKey) return;
        event.preventDefault();
        const pixels = event.deltaY * (event.deltaMode ? 24 : 1);
        const by = Math.exp(-Math.max(-60, Math.min(pixels, 60)) / 100);
        this.#show(this.#scaled(by, this.#pointOf(event.clientX, event.clientY)));
      },
      { passive: false },
    );
  }

  /** Moves the enlarged map with the pointer. A finger that goes up or down is the page's. */
  #drag(stage: ChartStage): void {
    let from: (Point & { move: Move }) | undefined;
    let dragged = false;
    stage.addEventListener('dragstart', (event) => event.preventDefault());
    stage.addEventListener('pointerdown', ({ isPrimary, button, clientX: x, clientY: y }) => {
      this.#finish();
      dragged = false;
      from = isPrimary && !button && this.#move.k > 1 ? { x, y, move: this.#move } : undefined;
    });
    stage.addEventListener('pointermove', ({ isPrimary, pointerId, clientX, clientY }) => {
      if (!from || !isPrimary) return;
      const [dx, dy] = [clientX - from.x, clientY - from.y];
      if (!dragged && Math.hypot(dx, dy) < SLACK) return;
      dragged = true;
      stage.setPointerCapture(pointerId);
      this.#show(this.#moved(from.move, dx / this.#pixel, dy / this.#pixel));
    });
    for (const end of ['pointerup', 'pointercancel']) stage.addEventListener(end, () => (from = undefined));
    // the end of a drag is no click on what lies under it
    stage.addEventListener(
      'click',
      (event) => {
        if (!dragged) return;
        event.preventDefault();
        event.stopPropagation();
      },
      true,
    );
  }

  /** Two fingers enlarge and move the map; the page does neither meanwhile. */
  #pinch(stage: ChartStage): void {
    let last: (Point & { span: number }) | undefined;
    const pinch = (event: TouchEvent): void => {
      const [a, b] = [...event.touches].map(({ clientX, clientY }) => this.#pointOf(clientX, clientY));
      const now = a &&
        b && { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, span: Math.hypot(a.x - b.x, a.y - b.y) };
      if (now && last && event.type === 'touchmove') {
        event.preventDefault();
        this.#show(this.#moved(this.#scaled(now.span / last.span, last), now.x - last.x, now.y - last.y));
      }
      last = now;
    };
    for (const type of ['touchstart', 'touchmove', 'touchend'] as const)
      stage.addEventListener(type, pinch, { passive: false });
  }

  get #size(): DOMRect {
    return this.#picture.viewBox.baseVal;
  }

  /** Screen px in one px of the picture: less than one on the smallest screens. */
  get #pixel(): number {
    return this.#picture.getBoundingClientRect().width / this.#size.width;
  }

  #pointOf(clientX: number, clientY: number): Point {
    const { x, y } = this.#picture.getBoundingClientRect();
    return { x: (clientX - x) / this.#pixel, y: (clientY - y) / this.#pixel };
  }

  /** Enlarged about a point that stays where it is. */
  #scaled(by: number, about: Point): Move {
    const { k, x, y } = this.#move;
    const scale = Math.min(Math.max(k * by, 1), LARGEST);
    const ratio = scale / k;
    const move = { k: scale, x: about.x - (about.x - x) * ratio, y: about.y - (about.y - y) * ratio };
    return this.#moved(move, 0, 0);
  }

  /** Moved, but not beyond what the whole map shows. */
  #moved({ k, x, y }: Move, dx: number, dy: number): Move {
    const within = (value: number, size: number) => Math.min(0, Math.max(value, size * (1 - k)));
    return { k, x: within(x + dx, this.#size.width), y: within(y + dy, this.#size.height) };
  }

  #reset(): void {
    if (this.#picture) placeAsBuilt(this.#picture);
    this.#picture = this.#stage.picture ?? this.#picture;
    this.#move = STILL;
    this.#tell();
  }

  /** Goes to a move in a short flight, or at once where the reader wants no motion. */
  #glide(goal: Move): void {
    this.#goal = goal;
    const ground = groundOf(this.#picture);
    if (!ground) return;
    const way = flight(viewOf(this.#picture, ground, this.#move), viewOf(this.#picture, ground, goal));
    const start = performance.now();
    const step = (now: number): void => {
      const part = Math.max(0, now - start) / GLIDE;
      if (part >= 1) return this.#finish();
      this.#show(moveTo(this.#picture, ground, way.at(part * (2 - part))));
      this.#request = requestAnimationFrame(step);
    };
    this.#request = requestAnimationFrame(step);
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) this.#finish();
  }

  /** Ends a glide where it goes, so that the next begins there. */
  #finish(): void {
    if (!this.#request) return;
    cancelAnimationFrame(this.#request);
    this.#request = 0;
    this.#show(this.#goal);
  }

  #show(move: Move): void {
    if (this.#stage.isMoving) return;
    this.#move = move.k < 1.001 ? STILL : move;
    this.#stage.look(this.#move);
    const { width, height } = this.#size;
    const seen = { x: width / 2, y: height / 2, width: this.#stage.clientWidth / this.#pixel, height };
    if (this.#move === STILL) placeAsBuilt(this.#picture);
    else placeAgain(this.#picture, this.#move, seen);
    setScaleBar(this.#picture, this.#move.k);
    this.#tell();
    this.dispatchEvent(new Event('viewchange', { bubbles: true }));
  }

  /** Says how large the map is shown, and which buttons lead anywhere. */
  #tell(): void {
    const { k } = this.#move;
    this.classList.toggle('enlarged', k > 1);
    const status = this.querySelector('[role=status]');
    const text = this.dataset.times?.replace('{n}', String(Math.round(k * 10) / 10)) ?? '';
    if (status && status.textContent !== text) status.textContent = text;
    for (const button of this.querySelectorAll('button')) {
      const { zoom, preset } = button.dataset;
      if (zoom) button.ariaDisabled = String(zoom === 'in' ? k >= LARGEST : k <= 1);
      else button.ariaPressed = String(this.#picture.dataset.state === preset);
    }
  }
}

customElements.define('map-zoom', MapZoom);
