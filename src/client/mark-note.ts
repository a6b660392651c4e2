// `<mark-note>`: the entry of the list that a mark of the figure's picture stands for, shown at the mark itself: while
// the pointer is over it, while the keyboard is at it, and after a tap. Its words are a copy of the entry's, so that
// whoever reads the list, sees the picture or hears it gets the same. A second tap goes to the list, as a click does.

/** How long the pointer has to rest, and how long the note stays when it leaves, ms: enough to reach the note. */
const REST = 100;
const STAY = 250;
/** Distance from the mark and from the edge of the window, px. */
const GAP = 8;

class MarkNote extends HTMLElement {
  #mark: SVGAElement | undefined;
  #timer = 0;
  #touched = false;

  connectedCallback(): void {
    const figure = this.closest('figure');
    if (!figure || !('showPopover' in this)) return;
    for (const mark of figure.querySelectorAll<SVGAElement>('.picture a'))
      if (entryOf(mark)) mark.setAttribute('aria-describedby', entryOf(mark)?.id ?? '');

    figure.addEventListener('pointerover', (event) => {
      if (event.pointerType === 'touch') return;
      const mark = markAt(event);
      if (mark || this.contains(event.target as Node)) this.#soon(mark ?? this.#mark, REST);
      else this.#soon(undefined, STAY);
    });
    figure.addEventListener('pointerleave', () => this.#soon(undefined, STAY));
    figure.addEventListener('focusin', (event) => {
      const mark = markAt(event);
      if (!mark?.matches(':focus-visible')) return;
      bringIntoSight(mark);
      this.#show(mark);
    });
    figure.addEventListener('focusout', ({ relatedTarget }) => {
      if (!this.contains(relatedTarget as Node | null)) this.#show(undefined);
    });
    document.addEventListener('pointerdown', (event) => {
      this.#touched = event.pointerType === 'touch';
      if (!this.contains(event.target as Node) && markAt(event) !== this.#mark) this.#show(undefined);
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
        this.#show(undefined);
    });
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.#show(undefined);
    });
    // the mark has moved, or is gone
    figure.addEventListener('statechange', () => this.#show(undefined));
    figure.addEventListener('viewchange', () => this.#place());
    addEventListener('resize', () => this.#place());
  }

  #soon(mark: SVGAElement | undefined, wait: number): void {
    clearTimeout(this.#timer);
    if (mark !== this.#mark) this.#timer = window.setTimeout(() => this.#show(mark), wait);
  }

  #show(mark: SVGAElement | undefined): void {
    clearTimeout(this.#timer);
    if (mark === this.#mark) return;
    this.#mark = mark;
    const entry = mark && entryOf(mark);
    const body = this.querySelector('div');
    const link = this.querySelector<HTMLAnchorElement>('.to-list');
    if (!entry || !body || !link) {
      this.#mark = undefined;
      this.hidePopover();
      return;
    }
    body.replaceChildren(...(entry.cloneNode(true) as Element).childNodes);
    for (const element of body.querySelectorAll('[id]')) element.removeAttribute('id');
    // the keyboard goes from mark to mark, and on to the list for what stands in it
    for (const element of body.querySelectorAll<HTMLElement>('a, button')) element.tabIndex = -1;
    link.href = `#${entry.id}`;
    this.showPopover();
    this.#place();
  }

  /** Above the mark where there is room, else below it. */
  #place(): void {
    if (!this.#mark) return;
    const mark = boxOf(this.#mark);
    const { offsetWidth: width, offsetHeight: height } = this;
    const middle = mark.left + mark.width / 2 - width / 2;
    const left = Math.max(GAP, Math.min(middle, document.documentElement.clientWidth - width - GAP));
    const above = mark.top - height - GAP;
    const top = above > GAP ? above : mark.bottom + GAP;
    this.style.left = `${left + scrollX}px`;
    this.style.top = `${top + scrollY}px`;
  }
}

const markAt = (event: Event) => (event.target as Element).closest?.<SVGAElement>('.picture a') ?? undefined;

const boxOf = (mark: SVGAElement) => (mark.querySelector('.hit') ?? mark).getBoundingClientRect();

/** Firefox scrolls to what the keyboard comes to, but not to what stands in a drawing. */
function bringIntoSight(mark: SVGAElement): void {
  const { top, bottom } = boxOf(mark);
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(document.documentElement);
  const above = top - (Number.parseFloat(scrollPaddingTop) || 0);
  const below = bottom + (Number.parseFloat(scrollPaddingBottom) || 0) - innerHeight;
  if (top < 0) scrollBy({ top: above, behavior: 'instant' });
  else if (bottom > innerHeight) scrollBy({ top: below, behavior: 'instant' });
}

/** The entry of the list that a mark leads to. */
const entryOf = (mark: SVGAElement) =>
  document.getElementById((mark.getAttribute('href') ?? '').replace(/^#/, ''));

customElements.define('mark-note', MarkNote);

export {};
