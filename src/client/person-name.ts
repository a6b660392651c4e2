/** `<person-name>`: its link opens the card of the person on this page, where the browser knows popovers. */
class PersonName extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector('a');
    const card = document.getElementById(this.dataset.card ?? '');
    if (!link || !card?.showPopover) return;
    link.setAttribute('aria-haspopup', 'dialog');
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      card.togglePopover({ source: link } as never);
    });
  }
}

customElements.define('person-name', PersonName);

export {};
