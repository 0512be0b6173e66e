// My progress: what was answered, week by week; the mixed review; the file for another device; the certificate.

import { dayOf, parseDay } from "./days.js";
import { element } from "./element.js";
import { activate } from "./quiz.js";
import { answered, choose, due, weekOf, weeksToAsk } from "./schedule.js";
import { empty, forget, load, merged, parsed, save } from "./store.js";

const MOST = 8;
/** Right at the first try, of all that a quarter asks: what a certificate needs. */
const ENOUGH = 0.8;

const page = document.querySelector("[data-rr-learn]");
const part = (name) => page.querySelector(`[data-rr-part="${name}"]`);
const today = dayOf(new Date());
const weeks = [...page.querySelectorAll("[data-rr-week]")].map((row) => ({
  row,
  number: Number(row.dataset.rrWeek),
  questions: Number(row.dataset.rrQuestions),
  quarter: Number(row.dataset.rrQuarter),
  monday: parseDay(row.querySelector("time").dateTime),
  address: row.querySelector("a").href,
}));

/** Of a week: how many of its questions were answered, and how many right at the first try. */
export function standing(cards, week) {
  const own = Object.entries(cards).filter(([id]) => weekOf(id) === week.number).map(([, card]) => card);
  return { answered: Math.min(own.length, week.questions), first: own.filter((card) => card.first).length };
}

/** Of a quarter: is everything answered, and enough of it right? */
export function quarterStanding(cards, weeks) {
  const asked = weeks.reduce((sum, week) => sum + week.questions, 0);
  const each = weeks.map((week) => standing(cards, week));
  const given = each.reduce((sum, { answered: count }) => sum + count, 0);
  const first = each.reduce((sum, { first: count }) => sum + count, 0);
  return { asked, given, first, complete: asked > 0 && given === asked, passed: asked > 0 && given === asked && first >= ENOUGH * asked };
}

function show() {
  const { cards } = load();
  for (const week of weeks) {
    const { answered: given, first } = standing(cards, week);
    const said = week.row.querySelector(".rr-row__state");
    said.textContent = given ? `${given} of ${week.questions} answered, ${first} right at once` : "";
    week.row.classList.toggle("rr-row--done", given === week.questions);
  }
  const waiting = due(cards, today).length;
  const seen = Object.keys(cards).length;
  part("summary").textContent = seen
    ? `${seen} questions answered so far. ${waiting ? `${waiting} are due to come back.` : "None is due to come back today."}`
    : "Nothing answered yet on this device.";
  for (const button of page.querySelectorAll("[data-rr-certificate]")) offer(button, cards);
}

function offer(button, cards) {
  const quarter = Number(button.dataset.rrCertificate);
  const { asked, given, first, passed } = quarterStanding(cards, weeks.filter((week) => week.quarter === quarter));
  button.disabled = !passed;
  button.querySelector("small").textContent = passed ? `${first} of ${asked} right at once` : `${given} of ${asked} answered, ${first} right at once`;
  button.onclick = () => certify(quarter, first, asked);
}

/** The questions of a week, from its own practice page. */
async function questionsOf(week) {
  const answer = await fetch(week.address);
  if (!answer.ok) return [];
  const found = new DOMParser().parseFromString(await answer.text(), "text/html");
  return [...found.querySelectorAll("[data-rr-question]")].map((each) => document.adoptNode(each));
}

async function review() {
  const holder = part("review");
  const { cards } = load();
  const passed = weeks.filter((week) => week.monday <= today).map((week) => week.number);
  const wanted = weeksToAsk(cards, passed, today, MOST);
  holder.replaceChildren(element("p", { role: "status" }, "Getting the questions."));
  const found = await Promise.allSettled(weeks.filter((week) => wanted.includes(week.number)).map(questionsOf));
  const questions = new Map(found.flatMap(({ value }) => value ?? []).map((each) => [each.dataset.rrQuestion, each]));
  ask(holder, choose([...questions.keys()], cards, today, MOST).map((id) => questions.get(id)));
}

function ask(holder, questions) {
  if (!questions.length) {
    holder.replaceChildren(element("p", { role: "status" }, "Nothing to review now: no week of yours has passed yet, all is up to date, or its pages are not on this device."));
    return;
  }
  const said = element("p", { class: "rr-lead", role: "status" }, `${questions.length} questions, about five minutes.`);
  holder.replaceChildren(said, ...questions);
  let [right, done] = [0, 0];
  for (const question of questions) {
    const heading = question.querySelector("h3");
    heading.querySelector(".headerlink")?.remove();
    heading.textContent = heading.textContent.replace(/^\d+\. /, `Week ${weekOf(question.dataset.rrQuestion)}. `);
    for (const mark of question.querySelectorAll("sup, [id]")) mark.localName === "sup" ? mark.remove() : mark.removeAttribute("id");
    activate(question, (id, isRight) => {
      const progress = load();
      progress.cards[id] = answered(progress.cards[id], isRight, today);
      save(progress);
      done += 1;
      right += isRight ? 1 : 0;
      said.textContent = done === questions.length ? `Done: ${right} of ${done} right.` : `${right} of ${done} right, ${questions.length - done} to go.`;
      show();
    });
  }
  said.tabIndex = -1;
  said.focus();
}

function exported() {
  const file = new Blob([JSON.stringify(load(), null, 1)], { type: "application/json" });
  const link = element("a", { href: URL.createObjectURL(file), download: "roadmap-progress.json" });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

async function imported(input) {
  const said = part("file-said");
  try {
    const theirs = parsed(await input.files[0].text());
    const before = Object.keys(load().cards).length;
    const together = merged(load(), theirs);
    if (!save(together)) throw new Error("This browser keeps no record.");
    said.textContent = `Read. ${Object.keys(together.cards).length - before} answers are new on this device.`;
  } catch (wrong) {
    said.textContent = wrong.message;
  }
  input.value = "";
  show();
}

function erase() {
  forget();
  part("file-said").textContent = "Erased. This device remembers nothing of your answers.";
  show();
}

function certify(quarter, first, asked) {
  const sheet = part("certificate");
  const progress = load();
  const name = element("input", { type: "text", maxlength: "80", autocomplete: "name", value: progress.name });
  const shown = element("p", { class: "rr-certificate__name" }, progress.name || "Name");
  name.addEventListener("input", () => {
    shown.textContent = name.value || "Name";
    save({ ...load(), name: name.value });
  });
  const print = element("button", { type: "button", class: "rr-button" }, "Print");
  print.addEventListener("click", () => window.print());
  const numbers = weeks.filter((week) => week.quarter === quarter).map((week) => week.number);
  sheet.replaceChildren(
    element("div", { class: "rr-certificate__form" }, element("label", {}, "Your name, as it is to be printed ", name), print),
    element(
      "article",
      { class: "rr-certificate" },
      element("p", { class: "rr-certificate__program" }, page.dataset.rrProgram),
      element("h3", {}, "Certificate of completion"),
      shown,
      element("p", {}, `answered every question of quarter ${quarter}, weeks ${numbers.join(", ")}: ${first} of ${asked} right at the first try.`),
      element("p", {}, new Date().toLocaleDateString("en-US", { dateStyle: "long" })),
      element("p", { class: "rr-certificate__sign" }, "Manager"),
      element("p", { class: "rr-certificate__fine" }, `${page.dataset.rrAgency}. Staff training, recorded by the learner's own device; not continuing-education credit.`),
    ),
  );
  sheet.hidden = false;
  name.focus();
}

part("controls").hidden = false;
part("start").addEventListener("click", review);
part("export").addEventListener("click", exported);
part("import").addEventListener("change", (event) => imported(event.target));
part("erase").addEventListener("click", erase);
show();
