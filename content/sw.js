// The site without signal. Every file it answers with is one of a single edition, checked against that edition's list:
// old or new, never both. A new edition is fetched beside the old one and takes over only when it is complete.

// The build writes the digest of offline.json here; it changes whenever anything in the edition does.
const EDITION = "@edition@";

const ROOT = new URL("./", self.location).href;
const FAMILY = `rr ${ROOT} `;
const KEPT = FAMILY + EDITION;
const LIST = "offline.json";
const FALLBACK = "offline/index.html";
const AT_ONCE = 6;

const hex = (bytes) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const digestOf = async (data) => hex(await crypto.subtle.digest("SHA-256", data));

/** Path in the edition's list of an address below our root: a folder is its index. */
function pathOf(address) {
  const path = decodeURIComponent(new URL(address).href.slice(ROOT.length).replace(/[?#].*$/, ""));
  return path === "" || path.endsWith("/") ? `${path}index.html` : path;
}

const addressOf = (path) => new URL(path.replace(/(^|\/)index\.html$/, "$1").split("/").map(encodeURIComponent).join("/"), ROOT).href;

/** The file is another edition's. */
class Changed extends Error {}

/** The server has something else to say: log in, not found, broken. */
class Refused extends Error {}

/** What the network has for a path, if it is what this edition's list says. Throws Changed or Refused. */
async function fetched(path, digest) {
  const answer = await fetch(addressOf(path), { cache: "no-cache" });
  if (!answer.ok || answer.redirected) throw new Refused(`${path}: ${answer.status}`);
  const data = await answer.arrayBuffer();
  if (!(await digestOf(data)).startsWith(digest)) throw new Changed(path);
  const type = answer.headers.get("Content-Type") ?? "application/octet-stream";
  return new Response(data, { headers: { "Content-Type": type, "Content-Length": String(data.byteLength) } });
}

let listed;

/** The edition's list: {files: {path: [digest, bytes]}, shell: [path], search: [path], weeks: [[monday, [path]]]}. */
function list() {
  listed ??= caches.open(KEPT).then(async (cache) => {
    const answer = (await cache.match(addressOf(LIST))) ?? (await fetched(LIST, EDITION));
    await cache.put(addressOf(LIST), answer.clone());
    return answer.json();
  });
  listed.catch(() => (listed = undefined));
  return listed;
}

/** Keep these paths. What an older edition holds unchanged isn't fetched again. Throws when one can't be had. */
async function keep(paths, report = () => {}) {
  const [{ files }, cache, older] = await Promise.all([list(), caches.open(KEPT), olderEditions()]);
  const waiting = [...new Set(paths)].filter((path) => files[path]);
  const total = waiting.length;
  let done = 0;
  async function work() {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const [digest] = files[path];
      if (!(await cache.match(addressOf(path)))) {
        await cache.put(addressOf(path), (await unchanged(older, path, digest)) ?? (await fetched(path, digest)));
      }
      done += 1;
      report(done, total);
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function olderEditions() {
  const names = (await caches.keys()).filter((name) => name.startsWith(FAMILY) && name !== KEPT);
  const found = await Promise.all(names.map(async (name) => {
    const cache = await caches.open(name);
    const answer = await cache.match(addressOf(LIST));
    return answer && { cache, files: (await answer.json()).files };
  }));
  return found.filter(Boolean);
}

async function unchanged(older, path, digest) {
  for (const { cache, files } of older) {
    if (files[path]?.[0] === digest) {
      const answer = await cache.match(addressOf(path));
      if (answer) return answer;
    }
  }
  return undefined;
}

/** A new edition begins with what every page needs, and with all that the older one kept. */
async function install() {
  const { shell } = await list();
  const before = await Promise.all((await olderEditions()).map(({ cache }) => cache.keys()));
  await keep([...shell, ...before.flat().map((request) => pathOf(request.url))]);
}

async function takeOver() {
  const names = (await caches.keys()).filter((name) => name.startsWith(FAMILY) && name !== KEPT);
  await Promise.all(names.map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** This week, the next three, and the search. `today` is "2027-02-03", as the device's own calendar has it. */
async function keepAhead(today) {
  const { weeks, search } = await list();
  const current = Math.max(weeks.findLastIndex(([monday]) => monday <= today), 0);
  await keep([...search, ...weeks.slice(current, current + 4).flatMap(([, paths]) => paths)]);
}

async function keepEverything(tell) {
  const { everything } = await list();
  await keep(everything, (done, total) => tell({ done, total }));
}

async function answer(event) {
  const path = pathOf(event.request.url);
  const isPage = event.request.mode === "navigate";
  try {
    const { files } = await list();
    const cache = await caches.open(KEPT);
    const kept = await cache.match(addressOf(path));
    if (kept) return part(event.request, kept);
    if (!files[path]) return await fetch(event.request);
    const answer = await fetched(path, files[path][0]);
    await cache.put(addressOf(path), answer.clone()).catch(() => {}); // a full phone still shows the page
    return part(event.request, answer);
  } catch (wrong) {
    if (wrong instanceof Changed) await self.registration.update().catch(() => {});
    if (!isPage) return Response.error();
    if (wrong instanceof Refused) return fetch(event.request);
    const why = wrong instanceof Changed ? "changed" : "missing";
    return Response.redirect(`${addressOf(FALLBACK)}?${why}=${encodeURIComponent(path)}`);
  }
}

/** Some readers of PDF ask for a part of a file. */
async function part(request, whole) {
  const [, from, to] = request.headers.get("Range")?.match(/^bytes=(\d+)-(\d*)$/) ?? [];
  if (from === undefined) return whole;
  const data = await whole.arrayBuffer();
  const last = to ? Math.min(Number(to), data.byteLength - 1) : data.byteLength - 1;
  const headers = { "Content-Type": whole.headers.get("Content-Type"), "Content-Range": `bytes ${from}-${last}/${data.byteLength}` };
  return new Response(data.slice(Number(from), last + 1), { status: 206, headers });
}

const WORK = { ahead: ({ today }) => keepAhead(today), everything: (_, tell) => keepEverything(tell) };

async function work(message, port) {
  const tell = (said) => port?.postMessage(said);
  try {
    await WORK[message.do](message, tell);
    tell({ ready: true });
  } catch (wrong) {
    tell({ failed: String(wrong.message ?? wrong) });
  }
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("message", (event) => {
  if (event.data?.do === "take over") self.skipWaiting();
  else if (WORK[event.data?.do]) event.waitUntil(work(event.data, event.ports[0]));
});
self.addEventListener("fetch", (event) => {
  if (event.request.method === "GET" && event.request.url.startsWith(ROOT)) event.respondWith(answer(event));
});
