import { expect, test as base, type BrowserContext } from 'playwright/test';

export * from 'playwright/test';

/**
 * The test of every browser file: it fails when a page of the site broke its own policy, even where nothing on the
 * screen shows that something was blocked.
 */
export const test = base.extend<{ policyHolds: void }>({
  policyHolds: [
    async ({ browser, context, baseURL }, use) => {
      const broken: string[] = [];
      const watch = async (each: BrowserContext) => {
        await each.exposeBinding('policyBroken', (_, what: string) => broken.push(what));
        await each.addInitScript((site) => {
          addEventListener('securitypolicyviolation', (event) => {
            if (!location.href.startsWith(site)) return; // a host’s own policy is the host’s
            const { effectiveDirective, blockedURI, sourceFile, lineNumber } = event;
            (window as unknown as { policyBroken: (what: string) => void }).policyBroken(
              `${location.href}: ${effectiveDirective} blocks ${blockedURI} (${sourceFile}:${lineNumber})`,
            );
          });
        }, baseURL as string);
      };
      await watch(context);
      browser.on('context', watch);
      await use();
      browser.off('context', watch);
      expect(broken).toEqual([]);
    },
    { auto: true },
  ],
});
