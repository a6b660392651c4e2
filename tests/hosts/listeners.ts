// What hosts run on their pages, as scripts for a test page. Where a package of the host is on npm its own code runs;
// the others are their documented behaviour told again, each with its source.

export interface Listener {
  name: string;
  /** Whose code runs in the test: the host's own package, or its documentation told again. */
  code: 'package' | 'documented';
  /** Scripts of packages that the page loads. */
  packages?: string[];
  /** The frame as such a host writes it. `{src}` is the address. */
  frame: string;
  /** What runs on the page after the frame. */
  script: string;
  /** Which messages are meant for this host: the body of a function of `data`. */
  hears: string;
}

const FRAME = '<iframe src="{src}" width="100%" height="150" style="border:0"></iframe>';

export const LISTENERS: Record<string, Listener> = {
  datawrapper: {
    name: 'Datawrapper’s listener',
    code: 'documented',
    // the script that its embed code carries (datawrapper.de, “Responsive iframe”)
    frame: FRAME,
    script: `addEventListener('message', (event) => {
      if (event.data['datawrapper-height'] === undefined) return;
      for (const id in event.data['datawrapper-height'])
        for (const frame of document.querySelectorAll('iframe'))
          if (frame.contentWindow === event.source) frame.style.height = event.data['datawrapper-height'][id] + 'px';
    });`,
    hears: "return data['datawrapper-height'] !== undefined",
  },
  'datawrapper-old': {
    name: 'Datawrapper’s older listener',
    code: 'documented',
    // finds the frame by the chart's id in its address, not by who spoke
    frame: FRAME,
    script: `addEventListener('message', (event) => {
      for (const id in event.data['datawrapper-height'] ?? {}) {
        const frame = document.querySelector('#datawrapper-chart-' + id) ?? document.querySelector("iframe[src*='" + id + "']");
        if (frame) frame.style.height = event.data['datawrapper-height'][id] + 'px';
      }
    });`,
    hears: "return data['datawrapper-height'] !== undefined",
  },
  amp: {
    name: 'AMP (amp-iframe)',
    code: 'documented',
    // amp-iframe, “Iframe resizing”: sentinel, type and height, from a frame that is at least 100 px high
    frame: '<iframe sandbox="allow-scripts" src="{src}" width="100%" height="150" style="border:0"></iframe>',
    script: `addEventListener('message', ({ source, data }) => {
      const frame = document.querySelector('iframe');
      if (source !== frame.contentWindow || data.sentinel !== 'amp' || data.type !== 'embed-size') return;
      if (Number.isFinite(data.height) && data.height >= 100) frame.style.height = data.height + 'px';
    });`,
    hears: "return data.sentinel === 'amp' && data.type === 'embed-size'",
  },
  'iframe-resize': {
    name: 'iframe.resize (Medium, Embedly, Infogram)',
    code: 'documented',
    // Infogram's listener: the address has to be that of the attribute, letter for letter
    frame: '<iframe src="{src}" width="100%" height="150" frameborder="0"></iframe>',
    script: `addEventListener('message', ({ data }) => {
      try {
        const message = JSON.parse(data);
        if (message.context !== 'iframe.resize') return;
        const frame = document.querySelector('iframe[src="' + message.src + '"]');
        if (frame) frame.height = message.height;
      } catch {}
    });`,
    hears: "return typeof data === 'string' && data.includes('\"iframe.resize\"')",
  },
  pym: {
    name: 'pym.js 1.3.2',
    code: 'package',
    packages: ['pym.js/dist/pym.v1.min.js'],
    frame: '<div id="pym-frame"></div>',
    script: "window.pymParent = new pym.Parent('pym-frame', '{src}', {});",
    hears: "return typeof data === 'string' && data.includes('xPYMxheightxPYMx')",
  },
  wordpress: {
    name: 'WordPress (wp-embed.js)',
    code: 'documented',
    // WordPress 6: wp_filter_oembed_result, wp_filter_oembed_iframe_title_attribute and wp-includes/js/wp-embed.js
    frame:
      '<blockquote class="wp-embedded-content" data-secret="a1B2c3D4e5"><a href="{page}">Chart</a></blockquote><iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" style="visibility:hidden" title="Chart" src="{src}#?secret=a1B2c3D4e5" data-secret="a1B2c3D4e5" width="600" height="338" frameborder="0"></iframe>',
    script: `const receive = (event) => {
      const { data, source } = event;
      if (!data || !(data.secret || data.message || data.value) || /[^a-zA-Z0-9]/.test(data.secret)) return;
      for (const quote of document.querySelectorAll('blockquote[data-secret="' + data.secret + '"]')) quote.style.display = 'none';
      for (const frame of document.querySelectorAll('iframe[data-secret="' + data.secret + '"]')) {
        if (source !== frame.contentWindow) continue;
        frame.removeAttribute('style');
        if (data.message === 'height') frame.height = Math.min(1000, Math.max(200, parseInt(data.value, 10)));
        if (data.message === 'link') {
          const target = new URL(data.value);
          if (/^https?:$/.test(target.protocol) && target.host === new URL(frame.src).host && document.activeElement === frame)
            window.left = data.value;
        }
      }
    };
    addEventListener('message', receive);
    for (const frame of document.querySelectorAll('iframe.wp-embedded-content'))
      frame.contentWindow.postMessage({ message: 'ready', secret: frame.dataset.secret }, '*');`,
    hears: "return data.message === 'height'",
  },
  guardian: {
    name: 'The Guardian (interactive atoms)',
    code: 'documented',
    // dotcom-rendering, iframe messages: JSON text with a type and a value
    frame: FRAME,
    script: `addEventListener('message', ({ source, data }) => {
      try {
        const message = JSON.parse(data);
        for (const frame of document.querySelectorAll('iframe'))
          if (frame.contentWindow === source && message.type === 'set-height') frame.style.height = message.value + 'px';
      } catch {}
    });`,
    hears: "return typeof data === 'string' && data.includes('\"set-height\"')",
  },
  'iframe-resizer': {
    name: 'iframe-resizer 5.5.9',
    code: 'package',
    packages: ['@iframe-resizer/parent/index.umd.js'],
    frame: '<iframe id="chart" src="{src}" style="width:100%;height:150px;border:0"></iframe>',
    script: "iframeResize({ license: 'GPLv3' }, '#chart');",
    hears: "return typeof data === 'string' && data.startsWith('[iFrameSizer]')",
  },
  mastodon: {
    name: 'Mastodon’s way',
    code: 'documented',
    // mastodon/mastodon, embed.js: the page asks each frame by a number
    frame: FRAME,
    script: `const frame = document.querySelector('iframe');
    const ask = () => frame.contentWindow.postMessage({ type: 'setHeight', id: 7 }, '*');
    frame.addEventListener('load', ask);
    addEventListener('message', ({ source, data }) => {
      if (typeof data === 'object' && data.type === 'setHeight' && data.id === 7 && source === frame.contentWindow)
        frame.style.height = data.height + 'px';
    });`,
    hears: "return data.type === 'setHeight'",
  },
  helper: {
    name: 'Our helper (/embed.js)',
    code: 'package',
    frame: FRAME,
    script: '',
    hears: "return data.sentinel === 'amp' && data.type === 'embed-size'",
  },
  element: {
    name: 'Our element (ten-oclock-chart)',
    code: 'package',
    frame: '<ten-oclock-chart src="{src}" height="150px"><a href="{page}">Chart</a></ten-oclock-chart>',
    script: '',
    hears: "return data.sentinel === 'amp' && data.type === 'embed-size'",
  },
};
