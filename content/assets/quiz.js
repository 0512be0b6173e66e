// One question, made to be tapped: a choice answers it, and the explanation opens.

import { element } from "./element.js";

/** Turn a question's list of choices into buttons. `onAnswer(id, right)` is called once. */
export function activate(question, onAnswer) {
  const { rrQuestion: id, rrAnswer: answer } = question.dataset;
  const items = [...question.querySelectorAll("ol > li")];
  const explanation = question.querySelector("details");
  const said = element("p", { class: "rr-quiz__said", role: "status" });
  question.querySelector("ol").classList.add("rr-choices");
  explanation.before(said);
  const buttons = items.map((item, index) => {
    const letter = "abcd"[index];
    const button = element("button", { type: "button", class: "rr-choice" }, element("b", {}, `${letter}. `), ...item.childNodes);
    button.addEventListener("click", () => choose(letter));
    item.replaceChildren(button);
    return button;
  });
  function choose(letter) {
    const right = letter === answer;
    buttons.forEach((button, index) => {
      button.disabled = true;
      if ("abcd"[index] === answer) button.classList.add("rr-choice--right");
      else if ("abcd"[index] === letter) button.classList.add("rr-choice--wrong");
    });
    said.textContent = right ? "Right." : `Not quite: ${answer} is right.`;
    explanation.open = true;
    onAnswer(id, right);
  }
}
