/** `<embed-builder>`: puts the chosen options into every code, and shows the embed in a host of any width. */
class EmbedBuilder extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    const preview = this.querySelector<HTMLElement>('.builder-preview');
    const room = this.querySelector<HTMLElement>('.builder-room');
    const host = this.querySelector<HTMLElement>('.builder-host');
    const frame = this.querySelector('iframe');
    const width = this.querySelector<HTMLInputElement>('[name=width]');
    const output = this.querySelector('output');
    const { embed = '', page = '', preview: address = '' } = this.dataset;
    if (!form || !preview || !room || !host || !frame || !width || !output) return;
    const codes = [...this.querySelectorAll('textarea')].map((area) => ({ area, text: area.value }));

    const heights = JSON.parse(this.dataset.heights ?? '{}') as Record<string, [css: string, enough: string]>;
    const titles = JSON.parse(this.dataset.titles ?? '{}') as Record<string, string>;
    const { title: usualTitle = '' } = this.dataset;
    const pictures = JSON.parse(this.dataset.pictures ?? '{}') as Record<string, string[]>;
    const usualPicture = pictures[''] ?? [];
    const [usualCss, usualHeight] = heights[' '] ?? ['', ''];

    const apply = () => {
      const chosen = new FormData(form);
      const state = chosen.get('state') ?? '';
      const [css, height] = heights[`${state} ${chosen.get('plain') ?? ''}`] ?? [usualCss, usualHeight];
      chosen.delete('state');
      const rest = [...chosen].filter(([, value]) => value !== '') as [string, string][];
      const end = `${state ? `${state}/` : ''}${rest.length > 0 ? `?${new URLSearchParams(rest)}` : ''}`;
      const title = titles[String(state)] ?? usualTitle;
      const picture = pictures[String(state)] ?? usualPicture;
      for (const { area, text } of codes) {
        const code = usualPicture.reduce(
          (all, part, i) => all.replaceAll(part, () => picture[i] ?? part),
          text === page && state ? `${embed}${state}/` : text,
        );
        // where a picture stands, its caption has the title
        area.value = (code.includes(`"${embed}"`) ? code.replaceAll(usualTitle, title) : code)
          .replaceAll(`"${embed}"`, `"${embed}${end.replaceAll('&', '&amp;')}"`)
          .replaceAll(usualCss, css)
          .replaceAll(`height="${usualHeight}"`, `height="${height}"`);
      }
      frame.style.blockSize = css;
      if (frame.getAttribute('src') !== address + end) frame.src = address + end;
    };
    // a host that is wider than the room for it is shown smaller
    const fit = () => {
      const px = width.valueAsNumber;
      host.style.inlineSize = `${px}px`;
      const scale = Math.min(1, room.clientWidth / px);
      host.style.scale = String(scale);
      room.style.blockSize = `${host.offsetHeight * scale}px`;
      const words = scale < 1 ? this.dataset.smaller : this.dataset.full;
      output.textContent = (words ?? '')
        .replace('{n}', String(px))
        .replace('{percent}', String(Math.round(scale * 100)));
    };

    form.inert = preview.hidden = false;
    form.addEventListener('change', apply);
    form.addEventListener('submit', (event) => event.preventDefault());
    width.addEventListener('input', fit);
    const observer = new ResizeObserver(fit);
    observer.observe(host);
    observer.observe(room);
    apply();
  }
}

customElements.define('embed-builder', EmbedBuilder);

export {};
