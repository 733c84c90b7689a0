// Lets the page that it is registered for (the public check, the gate officer's page) open without a line after the first
// visit. It keeps the page and its files, and of the check the newest pack of public zones; it never sees a place that is
// looked up, for none is ever sent. What an officer reports is kept by the page itself.

const worker = globalThis as unknown as ServiceWorkerGlobalScope
const PAGE = new URL(worker.registration.scope).pathname
const CACHE = `sanqu-${PAGE.slice(1)}-1`
const PACK = '/api/check/pack/'
// what is stored is the same for every asker; a script's request names an origin, and what stored it did not
const ANY = { ignoreVary: true }
const REFERENCE = /(?:src|href)="(\/[^"]+)"/g

worker.addEventListener('install', (event) => event.waitUntil(Promise.all([storePage(), PAGE === '/check' ? storePack() : null]).then(() => worker.skipWaiting())))
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))

worker.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request
  const { origin, pathname } = new URL(url)
  if (method !== 'GET' || origin !== worker.location.origin) return
  if (mode === 'navigate' && pathname === PAGE) event.respondWith(freshPage(event.request))
  else if (pathname.startsWith(PACK)) event.respondWith(storedPack(event.request))
  else if (!pathname.startsWith('/api/')) event.respondWith(stored(event.request))
})

/** The page and everything that it names. */
async function storePage(): Promise<void> {
  const cache = await caches.open(CACHE)
  const page = await fetch(PAGE, { cache: 'no-cache' })
  const files = [...(await page.clone().text()).matchAll(REFERENCE)].map(([, path]) => path!).filter((path) => /\.\w+$/.test(path))
  const names = new Set([PAGE, ...files].map((path) => new URL(path, worker.location.origin).href))
  await cache.put(PAGE, page)
  await cache.addAll(files)
  // files of an older page
  const old = (await cache.keys()).filter(({ url }) => url.includes('/assets/') && !names.has(url))
  await Promise.all(old.map((request) => cache.delete(request)))
}

async function freshPage(request: Request): Promise<Response> {
  try {
    const response = await fetch(request)
    if (response.ok) void storePage()
    return response
  } catch {
    return (await caches.match(PAGE, ANY)) ?? Response.error()
  }
}

/** The pack of now, which the first visit fetched before this worker was there. */
async function storePack(): Promise<void> {
  const { version } = (await (await fetch(PACK.slice(0, -1))).json()) as { version: string }
  await storedPack(new Request(PACK + version))
}

/** A pack never changes under its version; of several only the newest is kept. */
async function storedPack(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE)
  const known = await cache.match(request.url, ANY)
  if (known) return known
  const response = await fetch(request)
  if (response.ok) {
    const others = (await cache.keys()).filter(({ url }) => new URL(url).pathname.startsWith(PACK))
    await Promise.all(others.map((other) => cache.delete(other)))
    await cache.put(request.url, response.clone())
  }
  return response
}

const stored = async (request: Request): Promise<Response> => (await caches.match(request, ANY)) ?? fetch(request)
