// `npm run smoke:webkit`: a walk through the built site in WebKitGTK, the engine nearest to Safari’s that Debian has
// (packages webkit2gtk-driver and xvfb). Playwright drives only a WebKit of its own, so this speaks WebDriver itself.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { stop } from '../../src/tools/run.mjs';
import { serve } from '../../src/tools/serve.ts';

const DISPLAY = ':99';
const LIBRARIES = '/usr/lib';
const browser = readdirSync(LIBRARIES)
  .flatMap((folder) =>
    ['6.0', '4.1', '4.0'].map((version) => `${LIBRARIES}/${folder}/webkit2gtk-${version}/MiniBrowser`),
  )
  .find((path) => existsSync(path));
if (!browser || !existsSync('/usr/bin/WebKitWebDriver') || !existsSync('/usr/bin/Xvfb'))
  stop('WebKitGTK is not here: apt-get install webkit2gtk-driver xvfb');
if (!existsSync('dist/index.html')) stop('There is no build in dist/; npm run build makes it.');

const { server, url, port } = await serve(resolve('dist'), '/', 4610);
const screen = spawn('Xvfb', [DISPLAY, '-screen', '0', '1280x900x24'], { stdio: 'ignore' });
const driver = spawn('WebKitWebDriver', [`--port=${port + 50}`], {
  env: { ...process.env, DISPLAY, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', LIBGL_ALWAYS_SOFTWARE: '1' },
  stdio: 'ignore',
});

async function ask(method: string, path: string, body?: object): Promise<unknown> {
  const answer = await fetch(`http://127.0.0.1:${port + 50}${path}`, {
    method,
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const { value } = (await answer.json()) as { value: { error?: string; message?: string } };
  if (value?.error) throw new Error(`${path}: ${value.error}: ${value.message}`);
  return value;
}

async function untilReady(): Promise<void> {
  for (let i = 0; i < 50; i++) {
    if (
      await ask('GET', '/status').then(
        () => true,
        () => false,
      )
    )
      return;
    await new Promise((done) => setTimeout(done, 200));
  }
  stop('The driver of WebKitGTK does not answer.');
}

/** What is asked of each page, as JavaScript that gives `true`. */
const WALK: [path: string, expectations: Record<string, string>][] = [
  [
    '',
    {
      'eight chapters': 'return document.querySelectorAll("article.chapter > header h2").length === 8',
      'the site’s own letters': 'return [...document.fonts].some((font) => font.status === "loaded")',
      'a note opens at its mark':
        'const mark = document.querySelector("[popovertarget=note-tass-ten-oclock]"); mark.click(); return document.querySelector("#note-tass-ten-oclock").matches(":popover-open")',
      'the stage has one picture':
        'const block = document.querySelector("story-steps"); block.scrollIntoView(); return [...block.querySelectorAll("svg[data-state]")].filter((svg) => svg.checkVisibility()).length === 1',
      'nothing reaches beyond the window':
        'return document.documentElement.scrollWidth <= document.documentElement.clientWidth',
    },
  ],
  [
    'charts/istanbul/',
    {
      'the map is shown in one frame':
        'return [...document.querySelectorAll("#istanbul .picture, .frames .picture")].filter((svg) => svg.getBoundingClientRect().width > 0).length >= 1',
      'the ground is drawn':
        'return document.querySelector("use.land, use").getBoundingClientRect().width > 100',
      'buttons enlarge it':
        'return document.querySelector("map-zoom button") !== null && customElements.get("map-zoom") !== undefined',
    },
  ],
  [
    'embed/istanbul/?theme=dark',
    {
      'its colours are the asked ones':
        'return getComputedStyle(document.documentElement).backgroundColor === "rgb(20, 23, 27)"',
      'one picture':
        'return [...document.querySelectorAll(".picture")].filter((svg) => svg.getBoundingClientRect().width > 0).length === 1',
      'its list opens and says the same in words':
        'document.querySelector("details").open = true; return [...document.querySelectorAll(".rows li")].filter((row) => row.checkVisibility()).length === 3',
    },
  ],
];

let failed = 0;
try {
  await untilReady();
  const { sessionId, capabilities } = (await ask('POST', '/session', {
    capabilities: {
      alwaysMatch: { 'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] } },
    },
  })) as { sessionId: string; capabilities: { browserVersion: string } };
  console.log(`WebKitGTK, MiniBrowser ${capabilities.browserVersion}`);
  const session = `/session/${sessionId}`;
  for (const [path, expectations] of WALK) {
    await ask('POST', `${session}/url`, { url: url + path });
    await ask('POST', `${session}/execute/async`, {
      script: 'document.fonts.ready.then(() => arguments[0]())',
      args: [],
    });
    for (const [what, script] of Object.entries(expectations)) {
      const holds = await ask('POST', `${session}/execute/sync`, { script, args: [] }).catch((error) =>
        String(error),
      );
      if (holds !== true) failed++;
      console.log(
        `${holds === true ? '✓' : '✗'} /${path}: ${what}${holds === true || holds === false ? '' : ` (${holds})`}`,
      );
    }
  }
  await ask('DELETE', session);
} finally {
  driver.kill();
  screen.kill();
  server.close();
}
process.exit(failed > 0 ? 1 : 0);
