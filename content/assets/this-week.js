// Marks this week, the next and the one just missed. It reads the Mondays from the page and the date from the device;
// without it the page is a plain list. Nothing is stored and nothing is sent.

import { dayOf, parseDay, weekAt } from "./days.js";
import { element } from "./element.js";

/** The written week nearest to `index`: the last one before it, else the first after it. */
export function nearestWritten(rows, index) {
  return rows.slice(0, Math.max(index, 0)).reverse().find(isWritten) ?? rows.slice(Math.max(index, 0)).find(isWritten);
}

const isWritten = (row) => row.querySelector("a[href]") !== null;

function titleOf(row) {
  const link = row.querySelector("a[href]");
  return link ? link.cloneNode(true) : row.querySelector(".rr-row__name").textContent;
}

function describe(row) {
  return `Week ${row.querySelector(".rr-row__number").textContent}, ${row.querySelector("time").textContent}`;
}

function card(label, row, kind) {
  const made = element("article", { class: `rr-now__card rr-now__card--${kind}` });
  made.append(element("p", { class: "rr-kicker" }, element("strong", {}, label), element("span", {}, describe(row))));
  made.append(element("h3", {}, titleOf(row)));
  const message = row.querySelector(".rr-row__message");
  if (!message) made.append(element("p", { class: "rr-now__state" }, "Announced, not written yet."));
  else made.append(element("p", { class: "rr-now__message" }, message.textContent));
  if (message && kind === "this") made.append(doors(row));
  return made;
}

/** The lesson, the call cards, the quiz; and the call cards for whom one is about to see. */
function doors(row) {
  const lesson = row.querySelector("a[href]").href;
  const door = (words, path) => element("a", { href: lesson + path }, words);
  const whom = (row.dataset.rrWhom ?? "").split("|").filter(Boolean).map((each) => each.split("="));
  const made = element("div", { class: "rr-now__doors" });
  made.append(element("p", {}, door("Read the lesson", ""), door("Call cards", "call/"), door("Practice", "practice/")));
  if (whom.length) {
    const links = whom.map(([kind, name]) => element("li", {}, door(name, `call/#ask-${kind}`)));
    made.append(element("p", { class: "rr-now__whom", id: "rr-whom" }, "Whom do you see next?"));
    made.append(element("ul", { "aria-labelledby": "rr-whom" }, ...links));
  }
  return made;
}

function note(text, row) {
  return element("p", { class: "rr-now__note" }, text, ...(row ? [" ", titleOf(row)] : []));
}

/** Cards for the top of the home page: [label, row, kind] for each week that there is. */
export function cards(rows, index) {
  const places = [["This week", index, "this"], ["Next week", index + 1, "next"], ["Just missed", index - 1, "missed"]];
  if (index < 0) places[1][0] = "First week";
  if (index >= rows.length) places[2][0] = "The last one";
  return places.filter(([, at]) => rows[at]).map(([label, at, kind]) => [label, rows[at], kind]);
}

function show(home, rows, index) {
  const holder = home.querySelector(".rr-now__cards");
  holder.append(...cards(rows, index).map(([label, row, kind]) => card(label, row, kind)));
  const nearest = nearestWritten(rows, index);
  home.querySelector(".rr-now__plain").remove();
  if (index < 0) holder.after(note("Your year hasn't begun. Already written:", nearest));
  else if (index >= rows.length) holder.after(note("Your year is complete."));
  else if (!isWritten(rows[index]) && nearest) holder.after(note("Closest written week:", nearest));
  holder.hidden = false;
}

/** Mark the rows of every list of weeks, and fill the cards where there are any. */
export function mark(page, today) {
  const rows = [...page.querySelectorAll(".rr-year > .rr-row")];
  if (!rows.length) return;
  const index = weekAt(rows.map((row) => parseDay(row.querySelector("time").dateTime)), today);
  rows[index]?.setAttribute("aria-current", "date");
  const home = page.querySelector(".rr-now");
  if (home) show(home, rows, index);
}

mark(document, dayOf(new Date()));
