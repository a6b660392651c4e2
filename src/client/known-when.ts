// `<known-when>`: the way from a figure to its slider over moments. In a story the embed that holds the slider takes the
// figure’s place, loaded on first use, or at once where the address names a moment: `?at=2025-05-15T12:15`. On the
// chart’s own page the slider has a page too.
class KnownWhen extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector('a');
    const foot = this.closest<HTMLElement>('.foot');
    const place = foot?.parentElement;
    if (!link || !foot || !place) return;
    const asked = new URLSearchParams(location.search).get('at');
    if (link.pathname === `${location.pathname}at/`) {
      if (asked !== null) location.replace(`${link.href}?${new URLSearchParams({ at: asked })}`);
      return;
    }
    const open = (): HTMLElement => {
      const { embed = '', height = '', back = '' } = this.dataset;
      const { theme } = document.documentElement.dataset;
      const options = new URLSearchParams({
        ...(asked === null ? {} : { at: asked }),
        ...(theme && { theme }),
      });
      const frame = document.createElement('iframe');
      frame.loading = 'lazy';
      frame.title = link.textContent?.trim() ?? '';
      frame.height = height;
      frame.src = `${embed}?${options}`;
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'button';
      button.textContent = back;
      const box = document.createElement('div');
      box.className = 'over-frame';
      box.append(frame, button);
      const resize = ({ source, data }: MessageEvent): void => {
        if (source === frame.contentWindow && data?.sentinel === 'amp' && data.height > 0)
          frame.height = String(data.height);
      };
      addEventListener('message', resize);
      button.addEventListener('click', () => {
        removeEventListener('message', resize);
        box.remove();
        delete place.dataset.overTime;
        link.focus();
      });
      place.dataset.overTime = '';
      foot.before(box);
      return box;
    };
    link.addEventListener('click', (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      const box = open();
      box.scrollIntoView({ block: 'start' });
      box.querySelector('iframe')?.focus({ preventScroll: true });
    });
    if (asked !== null) open();
  }
}

customElements.define('known-when', KnownWhen);

export {};
