// The print center's filter: which weeks, which kind of sheet, in which edition. Without it every sheet is shown, with
// links to its other editions. What is chosen stands in the address, so that it can be sent on; nothing is stored.

const CHOICES = {
  kind: { label: "Kind", any: "All kinds", options: { referral: "Referral sheets", patient: "Patient sheets", "call-sheet": "Call sheets", huddle: "Huddle sheets" } },
  edition: { label: "Edition", any: "Color", options: { gray: "Gray", large: "Large print" } },
  line: { label: "Line of business", any: "All lines", options: { home_health: "Home health", hospice: "Hospice", private_duty: "Private duty" } },
};

/** Kind of sheet of an address such as ".../05-heart-failure/call-sheet-gray.pdf": "call-sheet". */
export function kindOf(address) {
  return address.replace(/^.*\//, "").replace(/(-gray|-large)?\.(pdf|png)$/, "");
}

/** The same sheet's address in an edition: "" is color. */
export function inEdition(address, edition) {
  return address.replace(/(-gray|-large)?\.(pdf|png)$/, `${edition ? `-${edition}` : ""}.$2`);
}

/** Whether a week's text holds every word that was typed. */
export function matches(text, typed) {
  return typed.toLowerCase().split(/\s+/).every((word) => text.toLowerCase().includes(word));
}

function field(name, control) {
  const label = document.createElement("label");
  label.className = "rr-filter__field";
  const words = document.createElement("span");
  words.textContent = name;
  label.append(words, control);
  return label;
}

function select(key, choice, chosen) {
  const made = document.createElement("select");
  made.name = key;
  made.append(new Option(choice.any, ""));
  for (const [value, label] of Object.entries(choice.options)) made.append(new Option(label, value));
  made.value = chosen ?? "";
  return made;
}

function show(shelf, wanted) {
  const fits = matches(shelf.querySelector("h2").textContent, wanted.week) &&
    (!wanted.line || shelf.dataset.rrLines.split(" ").includes(wanted.line));
  for (const tile of shelf.querySelectorAll("li")) {
    const [link, picture] = [tile.querySelector("a.rr-sheet"), tile.querySelector("img")];
    const kind = kindOf(link.getAttribute("href"));
    const made = wanted.edition !== "large" || kind === "referral" || kind === "patient";
    tile.hidden = !made || (wanted.kind !== "" && wanted.kind !== kind);
    if (!made) continue;
    link.setAttribute("href", inEdition(link.getAttribute("href"), wanted.edition));
    picture.setAttribute("src", inEdition(picture.getAttribute("src"), wanted.edition === "large" ? "large" : ""));
    picture.classList.toggle("rr-gray", wanted.edition === "gray");
  }
  shelf.hidden = !fits || !shelf.querySelector("li:not([hidden])");
}

function start(bar) {
  const shelves = [...document.querySelectorAll(".rr-shelf")];
  const asked = new URLSearchParams(location.search);
  const typed = Object.assign(document.createElement("input"), { type: "search", name: "week", value: asked.get("week") ?? "" });
  const selects = Object.entries(CHOICES).map(([key, choice]) => [choice.label, select(key, choice, asked.get(key))]);
  const count = Object.assign(document.createElement("p"), { className: "rr-filter__count" });
  count.setAttribute("role", "status");
  bar.append(field("Week or topic", typed), ...selects.map(([label, control]) => field(label, control)), count);
  const update = () => {
    const wanted = Object.fromEntries([...bar.querySelectorAll("select, input")].map((each) => [each.name, each.value.trim()]));
    for (const shelf of shelves) show(shelf, wanted);
    const left = shelves.filter((shelf) => !shelf.hidden).length;
    count.textContent = left === 0 ? "No week fits." : `${left} of ${shelves.length} weeks`;
    const query = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value)).toString();
    history.replaceState(null, "", query ? `?${query}` : location.pathname);
  };
  bar.addEventListener("input", update);
  bar.hidden = false;
  if (location.search) update();
}

const bar = document.querySelector("[data-rr-filter]");
if (bar) start(bar);
