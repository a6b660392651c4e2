// The service worker of a reader who asked to keep the story. It answers from what is kept, when the network does not;
// while there is a network, pages are as they are there. It never sees an embed: those stand in other sites’ pages.
{
  // the types of a worker’s global scope are not those of a window
  const worker = self as unknown as {
    registration: { scope: string };
    skipWaiting: () => Promise<void>;
    clients: { claim: () => Promise<void> };
    addEventListener: (type: string, listener: (event: WorkerEvent) => void) => void;
  };
  interface WorkerEvent {
    request: Request;
    waitUntil: (done: Promise<unknown>) => void;
    respondWith: (answer: Promise<Response>) => void;
  }
  const KEPT = 'kept-story';
  const { scope } = worker.registration;

  const keepAll = async (): Promise<void> => {
    const list = (await (await fetch(`${scope}offline.json`, { cache: 'no-cache' })).json()) as string[];
    const kept = await caches.open(KEPT);
    await kept.addAll(list.map((path) => new Request(scope + path, { cache: 'no-cache' })));
  };

  const answer = async (request: Request): Promise<Response> => {
    const kept = () => caches.match(request, { ignoreSearch: true, cacheName: KEPT });
    // what is named after its contents cannot be out of date
    if (request.url.startsWith(`${scope}_astro/`)) return (await kept()) ?? fetch(request);
    try {
      return await fetch(request);
    } catch (error) {
      const copy = await kept();
      if (copy) return copy;
      throw error;
    }
  };

  worker.addEventListener('install', (event) => event.waitUntil(keepAll().then(() => worker.skipWaiting())));
  worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
  worker.addEventListener('fetch', (event) => {
    const { request } = event;
    if (
      request.method === 'GET' &&
      request.url.startsWith(scope) &&
      !request.url.startsWith(`${scope}embed/`)
    )
      event.respondWith(answer(request));
  });
}
