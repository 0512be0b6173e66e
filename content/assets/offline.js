// Keeps the site on the device: starts the worker, lets a new edition take over, and runs the page "Without signal".

import { dayOf, writeDay } from "./days.js";

const root = new URL("../", import.meta.url);
const worker = new URL(document.querySelector("meta[name='rr-worker']").content, location);
const OFF = `rr ${root.pathname} keep nothing`;
const FAMILY = `rr ${root.href} `;
/** Milliseconds after the page is complete: what is wanted now comes before what may be wanted in a tunnel. */
const PATIENCE = 3000;
const holder = document.querySelector("[data-rr-offline]");

/** Ask the worker for something; `hear` is told how far it is. Resolves when it is done. */
export function ask(active, message, hear = () => {}) {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve, reject) => {
    port1.onmessage = ({ data }) => {
      if (data.ready) resolve();
      else if (data.failed) reject(new Error(data.failed));
      else hear(data);
    };
    active.postMessage(message, [port2]);
  });
}

/** Where to go when another edition has taken charge: to the page that waited for it, else to this one again. */
function afterChange() {
  const wanted = new URLSearchParams(location.search).get("changed");
  if (holder && wanted) location.replace(new URL(wanted.replace(/(^|\/)index\.html$/, "$1"), root));
  else location.reload();
}

/** Let a complete new edition take charge: at once where a page waits for it, else with the next page. */
function hurry(coming) {
  coming?.addEventListener("statechange", () => coming.state === "installed" && coming.postMessage({ do: "take over" }));
}

async function start() {
  // A browser may refuse storage or the worker; the site then is what it is without them.
  let changed = Boolean(navigator.serviceWorker.controller);
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    // The first worker takes charge of a page that is already its own; any later one brings another edition.
    if (changed) afterChange();
    changed = true;
  });
  const registration = await navigator.serviceWorker.register(worker, { updateViaCache: "none" });
  if (registration.waiting) {
    // Nothing more is asked of the old worker: it hands over only when it has nothing left to do.
    registration.waiting.postMessage({ do: "take over" });
    return;
  }
  if (holder) {
    hurry(registration.installing);
    registration.addEventListener("updatefound", () => hurry(registration.installing));
  }
  const { active } = await navigator.serviceWorker.ready;
  await ask(active, { do: "ahead", today: writeDay(dayOf(new Date())) });
  document.documentElement.dataset.rrKept = "ahead";
}

async function remove() {
  localStorage.setItem(OFF, "yes");
  const registrations = await navigator.serviceWorker.getRegistrations();
  await Promise.all(registrations.filter((each) => each.scope === root.href).map((each) => each.unregister()));
  const names = (await caches.keys()).filter((name) => name.startsWith(FAMILY));
  await Promise.all(names.map((name) => caches.delete(name)));
}

const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

async function held() {
  const names = (await caches.keys()).filter((name) => name.startsWith(FAMILY));
  return names.length ? (await (await caches.open(names.at(-1))).keys()).length : 0;
}

async function sizeOfEverything() {
  const answer = await fetch(new URL("offline.json", root));
  const { files, everything } = await answer.json();
  return everything.reduce((sum, path) => sum + files[path][1], 0);
}

function page(holder) {
  const part = (name) => holder.querySelector(`[data-rr-part="${name}"]`);
  const asked = new URLSearchParams(location.search);
  part("missing").hidden = !asked.has("missing") && !asked.has("changed");
  if (asked.has("changed")) part("missing").textContent = "A new edition has been published. This phone is getting it; the page you wanted opens when it is here.";
  const [state, everything, progress] = [part("state"), part("everything"), part("progress")];
  part("controls").hidden = false;
  const tell = async () => {
    const count = await held();
    state.textContent = count ? `${count} files are kept on this device.` : "Nothing is kept on this device.";
  };
  sizeOfEverything().then((bytes) => (everything.textContent = `Keep everything (${megabytes(bytes)})`)).catch(() => {});
  everything.addEventListener("click", async () => {
    localStorage.removeItem(OFF);
    progress.hidden = false;
    try {
      await started();
      const { active } = await navigator.serviceWorker.ready;
      await ask(active, { do: "everything" }, ({ done, total }) => Object.assign(progress, { value: done, max: total }));
      state.textContent = "Everything is kept on this device.";
    } catch (wrong) {
      state.textContent = `That stopped before the end: ${wrong.message}. What came is kept; try again with signal.`;
    }
    progress.hidden = true;
  });
  part("remove").addEventListener("click", async () => {
    await remove();
    await tell();
  });
  tell();
}

const supported = "serviceWorker" in navigator && "caches" in window;
if (supported && holder) page(holder);
let starting;
const started = () => (starting ??= start());
if (supported && !localStorage.getItem(OFF)) {
  const soon = () => setTimeout(() => started().catch(() => {}), PATIENCE);
  if (document.readyState === "complete") soon();
  else addEventListener("load", soon);
}
