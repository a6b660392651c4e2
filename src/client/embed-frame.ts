// In an embed: takes options from the address, and tells the host how high it is, in each of the ways that hosts listen
// for. Nothing is stored, nothing is fetched. Formats: the page /about/embedding/.
{
  const root = document.documentElement;
  const { chart = '', state = '', states = '' } = root.dataset;
  const options = new URLSearchParams(location.search);

  const paint = (theme: unknown): void => {
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    else if (theme === 'auto') delete root.dataset.theme;
  };
  paint(options.get('theme'));
  if (options.get('plain') === '1') root.dataset.plain = '';
  if (options.get('bg') === 'transparent') root.dataset.bg = 'transparent';

  // the slider keeps the options
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.as-of a')) link.search = location.search;

  const focus = document.getElementById(`${chart}-${options.get('focus')}`);
  if (focus) {
    root.dataset.focus = '';
    for (const mark of [focus, ...document.querySelectorAll(`a[href="#${focus.id}"]`)])
      mark.classList.add('focus');
  }

  // Another state or language is a page of its own; its address keeps the options, so that it is named as the host wrote it.
  const base = /^.*\/embed\/[^/]+\//.exec(location.href)?.[0] ?? '';
  const rest = location.search + location.hash;
  const wanted = options.get('state') ?? '';
  const asked = options.get('at') !== null;
  for (const { hreflang, href } of document.querySelectorAll<HTMLLinkElement>('link[hreflang]'))
    if (hreflang === options.get('lang') && hreflang !== root.lang) location.replace(href + rest);
  if (asked) {
    if (state !== 'at') location.replace(`${base}at/${rest}`);
  } else if (wanted !== state && ` ${states} `.includes(` ${wanted} `) && /^[\w-]+$/.test(wanted))
    location.replace(`${base}${wanted}/${rest}`);

  // Firefox scrolls to nothing that stands in a drawing, but to what lies over it, and then moves the host's page, too
  addEventListener('focusin', ({ target }) => {
    const { top, height } = (target as Element).getBoundingClientRect();
    const over = document.body.appendChild(document.createElement('i'));
    over.style = `position:absolute;top:${top + scrollY}px;height:${height}px`;
    over.scrollIntoView({ block: 'nearest' });
    over.remove();
  });

  if (parent !== self) {
    // a moment may have been asked of either address
    const sources = new Set(
      asked ? [base + rest, location.href] : [state && wanted === state ? base + rest : location.href],
    );
    // set by the hosts that want them
    const pym = options.get('childId');
    const secret = /secret=([A-Za-z0-9]{10})/.exec(location.hash)?.[1];
    let resizer = '';
    let mastodon: unknown;

    const say = (message: unknown): void => parent.postMessage(message, '*');

    let told = 0;
    let before = 0;
    let flips = 0;
    let since = 0;
    const announce = (): void => {
      let height = Math.ceil(root.getBoundingClientRect().height);
      if (!height || !innerWidth) return; // in a part of the page that is not shown
      if (height !== told) {
        // A host whose own scroll bar comes and goes with our height would go to and fro for ever: keep the greater one.
        if (performance.now() - since > 2000) flips = 0;
        since = performance.now();
        if (height === before && ++flips > 6) height = Math.max(height, told);
      }
      if (height !== told) [before, told] = [told, height];
      say({ 'datawrapper-height': { [chart]: height } });
      say({ sentinel: 'amp', type: 'embed-size', height });
      for (const src of sources) say(JSON.stringify({ context: 'iframe.resize', height, src }));
      say(JSON.stringify({ type: 'set-height', value: height }));
      if (pym) say(`pymxPYMx${pym}xPYMxheightxPYMx${height}`);
      if (secret) say({ message: 'height', value: height, secret });
      // until it has asked, iframe-resizer is told that there is somebody to ask: its script may have come after our load
      say(resizer ? `[iFrameSizer]${resizer}:${height}:${innerWidth}:resize` : '[iFrameResizerChild]Ready');
      if (mastodon !== undefined) say({ type: 'setHeight', id: mastodon, height });
    };

    addEventListener('message', ({ source, data }) => {
      if (source !== parent || !data) return;
      if (typeof data === 'string') {
        const hello = /^\[iFrameSizer\]([^:]{1,200}):[^:]*:[^:]*:[^:]*:/.exec(data)?.[1];
        if (hello && !resizer) {
          resizer = hello;
          say(`[iFrameSizer]${resizer}:${told || 1}:${innerWidth}:init:${chart}`);
        } else if (!pym || !data.startsWith(`pymxPYMx${pym}xPYMx`)) return;
      } else if (data.tenOclock) paint(data.tenOclock.theme);
      else if (data.type === 'setHeight' && /^(number|string)$/.test(typeof data.id)) mastodon = data.id;
      else if (!secret || data.message !== 'ready' || data.secret !== secret) return;
      announce();
    });

    // WordPress takes the frame's right to open pages away and opens those of the same host itself.
    if (secret)
      addEventListener('click', (event) => {
        const link = (event.target as Element).closest<HTMLAnchorElement>('a[target]');
        if (link?.host !== location.host) return;
        event.preventDefault();
        say({ message: 'link', value: link.href, secret });
      });

    say({ sentinel: 'amp', type: 'embed-ready' });
    new ResizeObserver(announce).observe(root);
    addEventListener('load', announce);
    void document.fonts.ready.then(announce);
    // a host's listener may come later than we do
    for (const wait of [250, 1000, 3000]) setTimeout(announce, wait);
  }
}
