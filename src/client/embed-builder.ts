/** `<embed-builder>`: puts the chosen options into every code, and shows the embed in a host of any width. */
class EmbedBuilder extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    const preview = this.querySelector<HTMLElement>('.builder-preview');
    const host = this.querySelector<HTMLElement>('.builder-host');
    const frame = this.querySelector('iframe');
    const width = this.querySelector<HTMLInputElement>('[name=width]');
    const output = this.querySelector('output');
    const { embed = '', preview: address = '' } = this.dataset;
    if (!form || !preview || !host || !frame || !width || !output) return;
    const codes = [...this.querySelectorAll('textarea')].map((area) => ({ area, text: area.value }));

    const options = () => {
      const chosen = [...new FormData(form)].filter(([, value]) => value !== '') as [string, string][];
      return chosen.length > 0 ? `?${new URLSearchParams(chosen)}` : '';
    };
    const apply = () => {
      const query = options();
      for (const { area, text } of codes)
        area.value = text.replaceAll(`"${embed}"`, `"${embed}${query.replaceAll('&', '&amp;')}"`);
      const next = address + query;
      if (frame.getAttribute('src') !== next) frame.src = next;
    };
    const resize = (px: number) => {
      host.style.inlineSize = `${px}px`;
      output.textContent = `${px} px`;
    };

    form.hidden = preview.hidden = false;
    form.addEventListener('change', apply);
    form.addEventListener('submit', (event) => event.preventDefault());
    width.addEventListener('input', () => resize(width.valueAsNumber));
    // the corner of the host can be dragged, and the list of the embed can be opened
    new ResizeObserver(() => {
      const px = Math.round(host.getBoundingClientRect().width);
      if (px > 0) {
        output.textContent = `${px} px`;
        width.value = String(px);
      }
    }).observe(host);
    addEventListener('message', ({ source, data }: MessageEvent) => {
      const height = (data as { height?: unknown; sentinel?: unknown } | null)?.height;
      if (source === frame.contentWindow && data?.sentinel === 'amp' && Number.isFinite(height))
        frame.style.blockSize = `${Math.min(Math.max(Number(height), 100), 4000)}px`;
    });
    resize(width.valueAsNumber);
    apply();
  }
}

customElements.define('embed-builder', EmbedBuilder);

export {};
