// A week's quiz: it counts what was right, and remembers when each question is to come back.

import { dayOf } from "./days.js";
import { activate } from "./quiz.js";
import { answered } from "./schedule.js";
import { load, save } from "./store.js";

const quiz = document.querySelector("[data-rr-quiz]");
const score = quiz.querySelector("[data-rr-score]");
const questions = [...quiz.querySelectorAll("[data-rr-question]")];
let [right, done] = [0, 0];

for (const question of questions) {
  activate(question, (id, isRight) => {
    const progress = load();
    progress.cards[id] = answered(progress.cards[id], isRight, dayOf(new Date()));
    const kept = save(progress);
    done += 1;
    right += isRight ? 1 : 0;
    const missed = done === questions.length && right < done ? " What you missed comes back in the mixed review." : "";
    score.textContent = `${right} of ${done} right.${missed}${kept ? "" : " This browser keeps no record of it."}`;
  });
}
score.setAttribute("role", "status");
score.textContent = "Tap an answer. It counts on this device only.";
