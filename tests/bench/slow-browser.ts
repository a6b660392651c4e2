import { chromium, type Browser, type CDPSession } from 'playwright';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { findBrowser } from '../../src/tools/programs.mjs';
import { serve, type Serving } from '../../src/tools/serve.ts';

/** How much slower than this machine’s the processor of a reader is taken to be. */
export const SLOWER = 4;

/** The built site, served, and a browser to look at it. Ends the program, saying why, where there is no site. */
export async function openSite(what: string): Promise<{ site: Serving; browser: Browser }> {
  const folder = resolve('.build/root');
  if (!existsSync(folder)) {
    console.log(`${what}: no built site in .build/root; \`npm test\` makes one.`);
    process.exit(0);
  }
  const site = await serve(folder, '/', 4570);
  const found = await findBrowser('chromium');
  const browser = await chromium.launch({
    ...(found && !found.own ? { executablePath: found.path } : {}),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  return { site, browser };
}

/** A meter of what the page's own thread has worked so far, ms, whatever else the machine does meanwhile. */
export async function meterOf(client: CDPSession): Promise<() => Promise<number>> {
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await client.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
}
