/** `<keep-offline>`: keeps the story on the device when the reader asks for it, and takes it away again. */
class KeepOffline extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    const status = this.querySelector('[role=status]');
    const {
      worker = '',
      scope = '/',
      keep = '',
      remove = '',
      kept = '',
      removed = '',
      failed = '',
    } = this.dataset;
    if (!button || !status || !('serviceWorker' in navigator)) return;
    const registered = () => navigator.serviceWorker.getRegistration(scope);
    const label = (isKept: boolean) => {
      button.textContent = isKept ? remove : keep;
    };

    button.addEventListener('click', async () => {
      button.disabled = true;
      try {
        const known = await registered();
        if (known) {
          await known.unregister();
          await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
          status.textContent = removed;
        } else {
          const registration = await navigator.serviceWorker.register(trusted(worker) as string, { scope });
          await installed(registration);
          status.textContent = kept;
        }
        label(!known);
      } catch {
        status.textContent = failed;
        await (await registered())?.unregister();
      }
      button.disabled = false;
    });
    registered().then(
      (known) => {
        label(known !== undefined);
        this.hidden = false;
      },
      () => undefined, // storage is denied: nothing can be kept, so nothing is offered
    );
  }
}

interface TrustedTypes {
  createPolicy: (
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ) => {
    createScriptURL: (url: string) => unknown;
  };
}

/** The policy of every page lets no text become the address of a script but this one, which the page itself holds. */
const trusted = (url: string): unknown => {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('keep-offline', { createScriptURL: (address) => address });
  return policy ? policy.createScriptURL(url) : url;
};
let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/** Resolves once the worker has kept everything; rejects when it could not. */
const installed = ({ installing }: ServiceWorkerRegistration): Promise<void> =>
  new Promise((resolve, reject) => {
    if (!installing) return resolve();
    installing.addEventListener('statechange', () => {
      if (installing.state === 'redundant') reject(new Error('The story could not be kept'));
      else if (installing.state !== 'installing') resolve();
    });
  });

customElements.define('keep-offline', KeepOffline);

export {};
