/**
 * `<keep-place>`: keeps the place on this device, only while its box is ticked, and offers to go on from there. Nothing
 * is kept before, nothing is sent.
 */
class KeepPlace extends HTMLElement {
  static readonly KEY = 'place';

  connectedCallback(): void {
    const box = this.querySelector('input');
    const link = this.querySelector('a');
    if (!box || !link) return;
    let now = location.hash.slice(1);
    const kept = this.#read();
    const place = kept ? document.getElementById(kept) : null;
    box.checked = kept !== null;
    if (place && !location.hash) {
      link.hash = place.id;
      link.hidden = false;
    }
    this.hidden = false;
    addEventListener('place-change', (event) => {
      now = (event as CustomEvent<string>).detail;
      if (box.checked && scrollY > 0) this.#write(now);
    });
    box.addEventListener('change', () => {
      if (!box.checked) link.hidden = true;
      this.#write(box.checked && now ? now : null);
    });
  }

  #read(): string | null {
    try {
      return localStorage.getItem(KeepPlace.KEY);
    } catch {
      return null; // storage is denied: there is nothing to go on from
    }
  }

  #write(place: string | null): void {
    try {
      if (place === null) localStorage.removeItem(KeepPlace.KEY);
      else localStorage.setItem(KeepPlace.KEY, place);
    } catch {
      /* as above */
    }
  }
}

customElements.define('keep-place', KeepPlace);

export {};
