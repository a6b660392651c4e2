/** `<copy-link>`: its link also copies its own address, and says so. */
class CopyLink extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector('a');
    const status = this.querySelector('[role=status]');
    if (!link || !status || !navigator.clipboard) return;
    link.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(link.href);
        status.textContent = this.dataset.done ?? '';
      } catch {
        /* the browser refuses: the address stands in its bar, for the link has led there */
      }
    });
  }
}

customElements.define('copy-link', CopyLink);

export {};
