// Call cards: the step in sight is marked, and the kind of person chosen last time is chosen again.

const KEY = `rr ${new URL("../", import.meta.url).pathname} whom`;
const deck = document.querySelector("[data-rr-deck]");
const steps = new Map([...document.querySelectorAll(".rr-steps a")].map((link) => [link.hash.slice(1), link]));
const kinds = [...deck.querySelectorAll("[data-rr-whom]")];

function open(kind) {
  const found = kinds.find((each) => each.dataset.rrWhom === kind);
  if (found) found.open = true;
}

function remembered() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function remember(kind) {
  try {
    localStorage.setItem(KEY, kind);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

for (const kind of kinds) {
  kind.addEventListener("toggle", () => kind.open && remember(kind.dataset.rrWhom));
}

function follow() {
  const [, kind] = location.hash.match(/^#ask-(?!for$)(.+)$/) ?? [];
  if (!kind) return;
  open(kind);
  remember(kind);
  document.getElementById("ask").scrollIntoView({ block: "nearest", inline: "start" });
}

const seen = new IntersectionObserver(
  (entries) => {
    for (const entry of entries.filter((each) => each.isIntersecting)) {
      for (const [id, link] of steps) {
        if (id === entry.target.id) link.setAttribute("aria-current", "step");
        else link.removeAttribute("aria-current");
      }
    }
  },
  { root: deck, threshold: 0.6 },
);
for (const slide of deck.querySelectorAll(".rr-slide")) seen.observe(slide);

open(remembered());
follow();
addEventListener("hashchange", follow);
