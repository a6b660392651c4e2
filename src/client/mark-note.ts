// `<mark-note>`: the entry of the list that a mark of the figure's picture stands for, shown at the mark itself: while
// the pointer is over it, while the keyboard is at it, and after a tap. Its words are a copy of the entry's, so that
// whoever reads the list, sees the picture or hears it gets the same. A second tap goes to the list, as a click does.

/** How long the pointer has to rest, and how long the note stays when it leaves, ms: enough to reach the note. */
const REST = 100;
const STAY = 250;
/** The bar of the story, which lies over the top of the window, and a little air, px. */
const BAR = 64;
/** Distance from the mark and from the edge of the window, px. */
const GAP = 8;

class MarkNote extends HTMLElement {
  #mark: SVGAElement | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #touched = false;

  connectedCallback(): void {
    const figure = this.closest('figure');
    if (!figure || !('showPopover' in this)) return;
    for (const mark of figure.querySelectorAll<SVGAElement>('.picture a')) {
      const entry = entryOf(mark);
      if (entry) mark.setAttribute('aria-describedby', entry.id);
    }

    figure.addEventListener('pointerover', (event) => {
      if (event.pointerType === 'touch') return;
      const mark = markAt(event);
      if (mark || this.contains(event.target as Node)) this.#soon(mark ?? this.#mark, REST);
      else this.#soon(null, STAY);
    });
    figure.addEventListener('pointerleave', () => this.#soon(null, STAY));
    figure.addEventListener('focusin', (event) => {
      const mark = markAt(event);
      if (!mark?.matches(':focus-visible')) return;
      // Firefox scrolls to nothing that stands in a drawing
      const box = mark.getBoundingClientRect();
      scrollBy(0, Math.min(box.top - BAR, Math.max(box.bottom + GAP - innerHeight, 0)));
      this.#show(mark);
    });
    figure.addEventListener('focusout', ({ relatedTarget }) => {
      if (!this.contains(relatedTarget as Node | null)) this.#show(null);
    });
    document.addEventListener('pointerdown', (event) => {
      this.#touched = event.pointerType === 'touch';
      if (!this.contains(event.target as Node) && markAt(event) !== this.#mark) this.#show(null);
    });
    figure.addEventListener('click', (event) => {
      const mark = markAt(event);
      // where a click leads must not be folded away
      const fold = mark && entryOf(mark)?.closest('details');
      if (fold) fold.open = true;
      if (mark && this.#touched && mark !== this.#mark && entryOf(mark)) {
        event.preventDefault();
        this.#show(mark);
      } else if (!this.contains(event.target as Node) || (event.target as Element).matches('.to-list'))
        this.#show(null);
    });
    document.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.#show(null);
    });
    // the mark has moved, or is gone
    figure.addEventListener('statechange', () => this.#show(null));
    figure.addEventListener('viewchange', () => this.#place());
    addEventListener('resize', () => this.#place());
  }

  #soon(mark: SVGAElement | null, wait: number): void {
    clearTimeout(this.#timer);
    if (mark !== this.#mark) this.#timer = setTimeout(() => this.#show(mark), wait);
  }

  #show(mark: SVGAElement | null): void {
    clearTimeout(this.#timer);
    if (mark === this.#mark) return;
    this.#mark = mark;
    const entry = mark && entryOf(mark);
    if (!entry) {
      this.#mark = null;
      this.hidePopover();
      return;
    }
    const body = this.querySelector('div') as HTMLElement;
    body.replaceChildren(...(entry.cloneNode(true) as Element).childNodes);
    for (const element of body.querySelectorAll('[id]')) element.removeAttribute('id');
    // the keyboard goes from mark to mark, and on to the list for what stands in it
    for (const element of body.querySelectorAll<HTMLElement>('a, button')) element.tabIndex = -1;
    (this.querySelector('.to-list') as HTMLAnchorElement).hash = entry.id;
    this.showPopover();
    this.#place();
  }

  /** Above the mark where there is room, else below it. */
  #place(): void {
    if (!this.#mark) return;
    const mark = (this.#mark.querySelector('.hit') ?? this.#mark).getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this;
    const middle = mark.left + mark.width / 2 - width / 2;
    const left = Math.max(GAP, Math.min(middle, document.documentElement.clientWidth - width - GAP));
    const above = mark.top - height - GAP;
    const top = above > GAP ? above : mark.bottom + GAP;
    this.style = `left:${left + scrollX}px;top:${top + scrollY}px`;
  }
}

const markAt = ({ target }: Event) => (target as Element).closest<SVGAElement>('.picture a');

/** The entry of the list that a mark leads to. */
const entryOf = (mark: SVGAElement) => document.getElementById((mark.getAttribute('href') ?? '').slice(1));

customElements.define('mark-note', MarkNote);

export {};
