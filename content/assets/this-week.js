// Marks this week, the next and the one just missed. It reads the Mondays from the page and the date from the device;
// without it the page is a plain list. Nothing is stored and nothing is sent.

const DAY = 24 * 60 * 60 * 1000;

/** Days since 1970 of the calendar day that the device shows: time zones and clock changes don't move a Monday. */
export function dayOf(date) {
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY;
}

/** Days since 1970 of "2027-02-01". */
export function parseDay(text) {
  return Date.parse(text) / DAY;
}

/** Index of the week that holds `today`: -1 before the first Monday, `mondays.length` once the last week is over. */
export function weekAt(mondays, today) {
  if (today >= mondays[mondays.length - 1] + 7) return mondays.length;
  let index = -1;
  while (index + 1 < mondays.length && mondays[index + 1] <= today) index += 1;
  return index;
}

/** The written week nearest to `index`: the last one before it, else the first after it. */
export function nearestWritten(rows, index) {
  return rows.slice(0, Math.max(index, 0)).reverse().find(isWritten) ?? rows.slice(Math.max(index, 0)).find(isWritten);
}

const isWritten = (row) => row.querySelector("a[href]") !== null;

function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

function titleOf(row) {
  const link = row.querySelector("a[href]");
  return link ? link.cloneNode(true) : row.querySelector(".rr-row__name").textContent;
}

function describe(row) {
  return `Week ${row.querySelector(".rr-row__number").textContent}, ${row.querySelector("time").textContent}`;
}

function card(label, row, kind) {
  const made = element("article", `rr-now__card rr-now__card--${kind}`);
  made.append(element("p", "rr-kicker", element("strong", "", label), element("span", "", describe(row))));
  made.append(element("h3", "", titleOf(row)));
  const message = row.querySelector(".rr-row__message");
  if (message) made.append(element("p", "rr-now__message", message.textContent));
  else made.append(element("p", "rr-now__state", "Announced, not written yet."));
  return made;
}

function note(text, row) {
  return element("p", "rr-now__note", text, ...(row ? [" ", titleOf(row)] : []));
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
