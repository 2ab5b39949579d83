// Keeps the whole site in the browser, so that it works without a network after the first visit. Each build has its own copy, begun with
// SITE, VERSION, FILES (path: hash of its content) and LOST_PAGE. A version starts to serve when every file of it is here, and serves all
// of them; the next one waits until no page is open, or only one that is being left. So no page ever gets parts of two versions.

const ROOT = new URL("./", self.location);
const PREFIX = `${SITE}:${ROOT.pathname}:`;
const CACHE = PREFIX + VERSION;
const files = new Map(Object.entries(FILES));
const LANES = 2; // downloads at a time, for the page that is being read comes first
const AGAIN = `<script>(${again})()</script>`; // by a header, an address with a fragment would count as a place in this empty page
const PATIENCE = 500; // milliseconds that a page has to answer
let attempts = 0;
let refill; // the files being fetched anew

// The key of a file depends on its content: what an earlier version or an interrupted download left is found and not fetched again.
const addressOf = (path) => ROOT.href + path.split("/").map(encodeURIComponent).join("/");
const keyOf = (path) => `${addressOf(path)}?${files.get(path)}`;

async function install() {
  const cache = await caches.open(CACHE);
  const left = [...files.keys()];
  const takeNext = () => keep(cache, left.shift());
  const lane = async () => {
    while (left.length) await takeNext();
  };
  try {
    await takeNext(); // where a host changes its pages on the way, one request shows it
    await Promise.all(Array.from({ length: LANES }, lane));
  } catch (error) {
    left.length = 0;
    throw error;
  }
}

async function keep(cache, path) {
  const key = keyOf(path);
  if (await cache.match(key)) return;
  await cache.put(key, (await caches.match(key)) ?? (await fetchWhole(path)));
}

// By `integrity` the browser refuses anything but the file of this build: a newer one, an error, the log-in page of a public network.
async function fetchWhole(path) {
  const address = addressOf(path).replace(/(^|\/)index\.html$/, "$1");
  const fresh = await fetch(address, { cache: "no-cache", integrity: files.get(path), priority: "low" });
  if (!fresh.ok) throw new Error(`${fresh.status} for ${address}`);
  const headers = new Headers(fresh.headers);
  headers.delete("Vary"); // it may forbid storing
  return new Response(fresh.body, { headers }); // a new one, since browsers refuse a redirected one for a page
}

async function takeOver() {
  const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await clients.claim(); // pages of the first visit; they came from the network as this version did
}

function pathIn(url) {
  try {
    return decodeURIComponent(url.pathname.slice(ROOT.pathname.length));
  } catch {
    return ""; // an address that cannot be read is no file's
  }
}

// The time for a version that waits: no page is open, or the only one is being left. It is when it is loaded again, and when it says so:
// an address may have been typed in its tab, and no browser says which tab asks.
async function isNextVisit(request) {
  if (request.mode !== "navigate" || !registration.waiting || attempts > 3) return false;
  const [page, ...others] = await clients.matchAll({ type: "window" });
  return !page || (others.length === 0 && (["no-cache", "reload"].includes(request.cache) || (await isLeft(page))));
}

// A page that is asleep, or of a browser that does not say when a page is left, gives no answer.
function isLeft(page) {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
    setTimeout(() => resolve(false), PATIENCE);
    page.postMessage("is this page being left?", [port2]);
  });
}

// In the empty page: loads the page that was asked for when the version that waited has taken over. A request at the very moment when the
// old worker is stopped would get no answer, in Chromium for ever. The time is for a browser that does not tell.
function again() {
  const { serviceWorker } = navigator;
  let isLeaving = false;
  const leave = () => {
    if (!isLeaving) location.reload();
    isLeaving = true;
  };
  serviceWorker.addEventListener("controllerchange", leave);
  serviceWorker.getRegistration().then(({ waiting }) => waiting ?? leave());
  setTimeout(leave, 5000);
}

async function answer(event, path) {
  const { request } = event;
  if (await isNextVisit(request)) {
    attempts += 1;
    registration.waiting.postMessage("take over");
    return new Response(AGAIN, { headers: { "Content-Type": "text/html" } });
  }
  const kept = await caches.match(keyOf(path), { cacheName: CACHE }).catch(() => undefined);
  return kept ?? stepAside(event);
}

// Somebody emptied the cache: the network serves, and the files are fetched again. Where the site has changed meanwhile they are not
// those of this build, and the next visit begins anew.
async function stepAside(event) {
  const fresh = await fetch(event.request);
  refill ??= install().catch(() => registration.unregister());
  event.waitUntil(refill.finally(() => (refill = undefined)));
  return fresh;
}

const lostPage = () =>
  new Response(LOST_PAGE.replace("{start}", ROOT.href), { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(takeOver()));
addEventListener("message", (event) => event.data === "take over" && skipWaiting());

// Other hosts, parts of files, forms and files that no page needs are left to the browser.
addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || !url.href.startsWith(ROOT.href) || request.headers.has("Range")) return;
  const path = pathIn(url);
  const file = [path, path.replace(/(^|\/)$/, "$1index.html")].find((name) => files.has(name));
  const isPage = request.mode === "navigate";
  if (file) event.respondWith(answer(event, file).catch((error) => (isPage ? lostPage() : Promise.reject(error))));
  else if (files.has(`${path}/index.html`)) event.respondWith(Response.redirect(`${url.pathname}/${url.search}`, 301));
  else if (isPage) event.respondWith(fetch(request).catch(lostPage));
});
