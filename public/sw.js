// @ts-check
/// <reference lib="webworker" />
// Keeps this build's files and serves them from then on, with or without a network.
// A newer build is kept beside them and takes over when it is told to, so that an open
// tab never meets files of another build. The task that builds the page fills in BUILD.

/** @type {{ version: string, files: Record<string, string> }} each file with its digest */
const BUILD = { version: "", files: {} };

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const scope = worker.registration.scope;
// Other pages of the origin have caches of their own, and so may the page below another path.
const own = `headroom ${scope} `;
const name = own + BUILD.version;

worker.addEventListener("install", (event) => event.waitUntil(keep()));

worker.addEventListener("activate", (event) => event.waitUntil(forget()));

worker.addEventListener("message", (event) => {
  if (event.data === "take over") worker.skipWaiting();
});

worker.addEventListener("fetch", (event) => {
  const path = event.request.method === "GET" ? kept(event.request.url) : undefined;
  if (path !== undefined) event.respondWith(answer(path, event.request));
});

/** All files or none: one that is not this build's own is refused by its digest. */
async function keep() {
  const cache = await caches.open(name);
  const requests = Object.entries(BUILD.files).map(
    ([path, integrity]) => new Request(new URL(path, scope), { integrity, cache: "no-cache" }),
  );
  await cache.addAll(requests);
}

/** Removes what older builds have kept. */
async function forget() {
  const all = await caches.keys();
  await Promise.all(all.filter((other) => other.startsWith(own) && other !== name).map((other) => caches.delete(other)));
}

/**
 * @param {string} url
 * @returns {string | undefined} the file of this build that an address names
 */
function kept(url) {
  const { origin, pathname } = new URL(url);
  const root = new URL(scope);
  if (origin !== root.origin || !pathname.startsWith(root.pathname)) return undefined;
  const path = pathname.slice(root.pathname.length) || "index.html";
  return Object.hasOwn(BUILD.files, path) ? path : undefined;
}

/**
 * @param {string} path
 * @param {Request} request asked for if the browser has thrown the file away
 */
async function answer(path, request) {
  const cache = await caches.open(name);
  return (await cache.match(new URL(path, scope))) ?? fetch(request);
}
