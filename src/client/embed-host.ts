// On a host's page, where scripts are welcome: keeps the frames of our embeds as high as they say they are, and makes
// one of each <ten-oclock-chart>. Its bytes never change: hosts paste their checksum.
{
  const home = new URL('embed/', (document.currentScript as HTMLScriptElement).src);
  const LEAST = 100;
  const MOST = 9999;

  const frames = (): HTMLIFrameElement[] =>
    [...document.querySelectorAll('iframe')].filter((frame) => frame.src.startsWith(home.href));
  const tell = (frame: HTMLIFrameElement, theme?: string | null): void =>
    frame.contentWindow?.postMessage({ tenOclock: { theme } }, '*');

  addEventListener('message', ({ source, origin, data }) => {
    // a frame without rights of its own has no origin: then it is enough that it is one of ours
    if (origin !== home.origin && origin !== 'null') return;
    if (data?.sentinel !== 'amp' || typeof data.height !== 'number' || !(data.height > 0)) return;
    for (const frame of frames())
      if (frame.contentWindow === source)
        frame.style.height = `${Math.min(Math.max(Math.ceil(data.height), LEAST), MOST)}px`;
  });
  // those that spoke before we listened
  for (const frame of frames()) tell(frame);

  class TenOclockChart extends HTMLElement {
    static observedAttributes = ['theme'];
    connectedCallback(): void {
      const src = this.getAttribute('src') ?? '';
      if (this.querySelector('iframe') || !src.startsWith(home.href)) return;
      const frame = document.createElement('iframe');
      const url = new URL(src);
      const theme = this.getAttribute('theme');
      if (theme) url.searchParams.set('theme', theme);
      frame.src = url.href;
      frame.title = this.querySelector('a')?.textContent ?? '';
      frame.loading = 'lazy';
      frame.style.cssText = `display:block;border:0;width:100%;height:${this.getAttribute('height') ?? '600px'}`;
      this.style.cssText += ';display:block;width:100%;container-type:inline-size';
      this.prepend(frame);
    }
    attributeChangedCallback(_name: string, _old: string | null, theme: string | null): void {
      const frame = this.querySelector('iframe');
      if (frame) tell(frame, theme ?? 'auto');
    }
  }
  // the script may be pasted with every chart of a page
  if (!customElements.get('ten-oclock-chart')) customElements.define('ten-oclock-chart', TenOclockChart);
}
