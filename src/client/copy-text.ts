/** `<copy-text>`: shows its button, which copies the text and says so. */
class CopyText extends HTMLElement {
  connectedCallback(): void {
    const text = this.querySelector('pre');
    const button = this.querySelector('button');
    const status = this.querySelector('[role=status]');
    if (!text || !button || !status || !navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(text.textContent);
        status.textContent = this.dataset.done ?? '';
      } catch {
        // the browser refuses: leave the text selected, so that the reader's own copy command takes it
        getSelection()?.selectAllChildren(text);
      }
    });
  }
}

customElements.define('copy-text', CopyText);

export {};
