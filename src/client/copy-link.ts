/** `<copy-link data-address="/chapters/istanbul/">`: its link also copies that address, and says so. */
class CopyLink extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector('a');
    const status = this.querySelector('[role=status]');
    if (!link || !status || !navigator.clipboard) return;
    link.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(new URL(this.dataset.address ?? link.href, location.href).href);
        status.textContent = this.dataset.done ?? '';
      } catch {
        /* the browser refuses: the address stands in its bar, for the link has led there */
      }
    });
  }
}

customElements.define('copy-link', CopyLink);

export {};
