/** `<copy-text>`: shows its button, which copies the text and says so. */
class CopyText extends HTMLElement {
  connectedCallback(): void {
    const text = this.querySelector('textarea');
    const button = this.querySelector('button');
    const status = this.querySelector('[role=status]');
    if (!text || !button || !status || !navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(text.value);
        status.textContent = this.dataset.done ?? '';
      } catch {
        // the browser refuses: leave the text selected, so that the reader's own copy command takes it
        text.select();
      }
    });
  }
}

customElements.define('copy-text', CopyText);

export {};
