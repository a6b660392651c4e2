/**
 * `<chapter-progress>`: says which chapter is read now, and keeps the address of the place in the address bar. It
 * replaces the address and adds nothing to the history, so that back leads out of the story.
 */
class ChapterProgress extends HTMLElement {
  /** Browsers refuse an address that changes too often; nobody reads it while scrolling. */
  static readonly PAUSE = 350;
  /** The line of the screen that decides: the place that holds it is read. */
  static readonly LINE = '-48% 0px -52% 0px';
  #held = new Set<Element>();
  #place: HTMLElement | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const places = [...document.querySelectorAll<HTMLElement>('[data-place]')];
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries)
          this.#held[isIntersecting ? 'add' : 'delete'](target);
        // a step lies in its chapter: the last of the places that hold the line is the innermost
        this.#tell(places.filter((place) => this.#held.has(place)));
      },
      { rootMargin: ChapterProgress.LINE },
    );
    places.forEach((place) => observer.observe(place));
    // the reader has gone to an address: the one of the place before is no longer to be written over it
    addEventListener('popstate', () => clearTimeout(this.#timer));
    const menu = this.querySelector<HTMLElement>('[popover]');
    menu?.querySelectorAll('a').forEach((link) => link.addEventListener('click', () => menu.hidePopover?.()));
  }

  #tell(held: HTMLElement[]): void {
    const place = held.at(-1);
    if (!place) return;
    const chapter = held.find(({ dataset }) => dataset.chapter !== undefined);
    const label = this.querySelector('[data-now-in]');
    if (label) label.textContent = chapter?.dataset.chapter ?? label.getAttribute('data-now-in');
    this.querySelectorAll<HTMLAnchorElement>('nav a').forEach((link) => {
      if (link.hash === `#${chapter?.id}`) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    });
    this.#place = place;
    this.#soon();
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#address(), ChapterProgress.PAUSE);
  }

  #address(): void {
    const place = this.#place;
    if (!place) return;
    // until all has come, the browser may still be on its way to the place that it was opened at
    if (document.readyState !== 'complete')
      return addEventListener('load', () => this.#soon(), { once: true });
    const address = place.dataset.place === 'top' ? location.pathname + location.search : `#${place.id}`;
    if (new URL(address, location.href).href !== location.href)
      try {
        history.replaceState(null, '', address);
      } catch {
        /* the browser refuses: the address stays what it was */
      }
    dispatchEvent(new CustomEvent('place-change', { detail: place.id }));
  }
}

customElements.define('chapter-progress', ChapterProgress);

export {};
