// `<known-at>`: a slider over moments. The page holds every mark and entry with the ticks that show it; a change of the
// slider only shows and hides them, so nothing is fetched and nothing moves.
import { tickOf } from './tick-of.ts';

class KnownAt extends HTMLElement {
  connectedCallback(): void {
    const range = this.querySelector('input');
    const moment = this.querySelector('.known-at-moment strong');
    const status = this.querySelector('[role=status]');
    const links = [...this.querySelectorAll<HTMLAnchorElement>('a[data-at]')];
    const steps = [...this.querySelectorAll<HTMLButtonElement>('button[data-step]')];
    if (this.dataset.live === undefined || !range || !moment || !status || links.length === 0) return;

    const ticks = links.map(({ dataset }) => dataset.at ?? '');
    const parts = [...document.querySelectorAll<HTMLElement | SVGElement>('[data-from]')].map((element) => ({
      element,
      from: Number(element.dataset.from),
      until: Number(element.dataset.until ?? Infinity),
      seen: !element.hasAttribute('hidden'),
    }));
    let shown = Number(this.dataset.tick);

    const show = (tick: number, remark = '') => {
      const link = links[tick];
      if (!link) return;
      for (const part of parts) {
        const { element, from, until, seen } = part;
        part.seen = from <= tick && tick < until;
        // what stays as it is costs nothing
        if (part.seen !== seen) element.toggleAttribute('hidden', !part.seen);
        if (from === tick || from === shown)
          element.classList.toggle('just-known', from === tick && tick !== shown);
      }
      const text = link.textContent?.trim() ?? '';
      links[shown]?.removeAttribute('aria-current');
      link.setAttribute('aria-current', 'true');
      moment.textContent = text;
      range.value = String(tick);
      range.setAttribute('aria-valuetext', text);
      status.textContent = [remark, link.nextElementSibling?.textContent].filter(Boolean).join(' ');
      steps.forEach((button) => {
        // a button that is switched off would lose the focus
        button.setAttribute('aria-disabled', String(!links[tick + Number(button.dataset.step)]));
      });
      shown = tick;
    };
    const keep = (how: 'pushState' | 'replaceState') => {
      // a frame leaves the history of its host alone
      if (parent !== self) how = 'replaceState';
      const url = new URL(location.href);
      url.searchParams.set('at', ticks[shown] ?? '');
      try {
        history[how](history.state, '', url);
      } catch {
        /* a frame whose origin the host took away may not */
      }
    };
    const fromAddress = () => {
      const asked = new URLSearchParams(location.search).get('at');
      if (asked === null) return show(Number(this.dataset.tick));
      const { index, why } = tickOf(asked, ticks, Number(this.dataset.tick));
      show(index, why === 'exact' ? '' : this.dataset[why]);
    };

    // letters that only later moments need, before a drag would ask for them
    const later = parts.map(({ element }) => element.textContent).join('');
    const fonts = [this, ...document.querySelectorAll('.over-time :is(strong, .row-name, p, text)')].map(
      (element) => {
        const { fontStyle, fontWeight, fontFamily } = getComputedStyle(element);
        return `${fontStyle} ${fontWeight} 1em ${fontFamily}`;
      },
    );
    // without a font its fallback serves
    for (const font of new Set(fonts)) document.fonts.load(font, later).catch(() => {});

    this.querySelector('.known-at-range')?.removeAttribute('inert');
    range.addEventListener('input', () => show(range.valueAsNumber));
    range.addEventListener('change', () => keep('replaceState'));
    steps.forEach((button) =>
      button.addEventListener('click', () => {
        show(shown + Number(button.dataset.step));
        keep('replaceState');
      }),
    );
    links.forEach((link, tick) =>
      link.addEventListener('click', (event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        show(tick);
        keep('pushState');
      }),
    );
    addEventListener('popstate', fromAddress);
    fromAddress();
  }
}

customElements.define('known-at', KnownAt);
