// What this device remembers of its learner: answers, and where they stopped reading. It stays in the browser's own
// storage; nothing is sent anywhere. The same record can be saved as a file and read on another device.

export const FORMAT = "referral-roadmap progress 1";
const KEY = `rr ${new URL("../", import.meta.url).pathname} progress`;
const ID = /^\d{2}-[0-9a-f]{8}$/;
const MOST_BYTES = 500_000;

export function empty() {
  return { format: FORMAT, name: "", cards: {}, last: null };
}

/** What is stored; an empty record where there is none, or where it can't be read. */
export function load(storage = localStorage) {
  try {
    return parsed(storage.getItem(KEY) ?? "");
  } catch {
    return empty();
  }
}

/** Whether it could be stored. A full or forbidden storage loses the answer, never the page. */
export function save(progress, storage = localStorage) {
  try {
    storage.setItem(KEY, JSON.stringify(progress));
    return true;
  } catch {
    return false;
  }
}

export function forget(storage = localStorage) {
  storage.removeItem(KEY);
}

/** The record in a file's text. Throws Error, in words for the learner, when it isn't one. */
export function parsed(text) {
  if (text.length > MOST_BYTES) throw new Error("This file is too large to be a progress file.");
  let data;
  try {
    data = JSON.parse(text);
  } catch {
    throw new Error("This file is not a progress file.");
  }
  if (data?.format !== FORMAT) throw new Error("This file is not a progress file of this program.");
  const cards = Object.entries(data.cards ?? {}).filter(([id, card]) => ID.test(id) && isCard(card));
  return {
    format: FORMAT,
    name: typeof data.name === "string" ? data.name.slice(0, 80) : "",
    cards: Object.fromEntries(cards.map(([id, { box, due, seen, right, first }]) => [id, { box, due, seen, right, first }])),
    last: isPlace(data.last) ? { path: data.last.path, title: data.last.title } : null,
  };
}

/** Two devices' records as one: of each question the state that has been asked more often. */
export function merged(mine, theirs) {
  const cards = { ...mine.cards };
  for (const [id, card] of Object.entries(theirs.cards)) {
    if (!cards[id] || card.seen > cards[id].seen) cards[id] = card;
  }
  return { ...mine, name: mine.name || theirs.name, last: mine.last ?? theirs.last, cards };
}

function isCard(card) {
  const counts = ["box", "due", "seen", "right"];
  return counts.every((key) => Number.isInteger(card?.[key]) && card[key] >= 0) && card.box <= 4 && typeof card.first === "boolean";
}

/** A place within the site: a relative path, so that no file can lead elsewhere. */
function isPlace(place) {
  return /^weeks\/[a-z0-9-]+\/(#[a-z0-9-]*)?$/.test(place?.path ?? "") && typeof place.title === "string" && place.title.length <= 200;
}
