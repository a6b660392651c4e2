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

    const heights = JSON.parse(this.dataset.heights ?? '{}') as Record<string, [css: string, enough: string]>;
    const [usualCss, usualHeight] = heights[' '] ?? ['', ''];

    const apply = () => {
      const chosen = new FormData(form);
      const state = chosen.get('state') ?? '';
      const [css, height] = heights[`${state} ${chosen.get('plain') ?? ''}`] ?? [usualCss, usualHeight];
      chosen.delete('state');
      const rest = [...chosen].filter(([, value]) => value !== '') as [string, string][];
      const end = `${state ? `${state}/` : ''}${rest.length > 0 ? `?${new URLSearchParams(rest)}` : ''}`;
      for (const { area, text } of codes)
        area.value = text
          .replaceAll(`"${embed}"`, `"${embed}${end.replaceAll('&', '&amp;')}"`)
          .replaceAll(usualCss, css)
          .replaceAll(`height="${usualHeight}"`, `height="${height}"`);
      frame.style.blockSize = css;
      if (frame.getAttribute('src') !== address + end) frame.src = address + end;
    };
    const resize = (px: number) => {
      host.style.inlineSize = `${px}px`;
      output.textContent = `${px} px`;
    };

    form.hidden = preview.hidden = false;
    form.addEventListener('change', apply);
    form.addEventListener('submit', (event) => event.preventDefault());
    width.addEventListener('input', () => resize(width.valueAsNumber));
    // the corner of the host can be dragged
    new ResizeObserver(() => {
      const px = Math.round(host.getBoundingClientRect().width);
      if (px > 0) {
        output.textContent = `${px} px`;
        width.value = String(px);
      }
    }).observe(host);
    resize(width.valueAsNumber);
    apply();
  }
}

customElements.define('embed-builder', EmbedBuilder);

export {};
