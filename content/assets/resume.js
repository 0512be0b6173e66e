// Continue where you left off: a lesson notes the section in sight, and the home page offers it.

import { element } from "./element.js";
import { load, save } from "./store.js";

const root = new URL("../", import.meta.url);
const lesson = document.querySelector(".rr-jump");
const home = document.querySelector(".rr-now");

function note() {
  const passed = [...document.querySelectorAll("section > h2[id]")].filter((each) => each.getBoundingClientRect().top < innerHeight / 2);
  const section = passed.at(-1);
  const path = location.pathname.slice(root.pathname.length) + (section ? `#${section.id}` : "");
  const title = [document.querySelector("h1"), section].filter(Boolean).map(words).join(": ");
  save({ ...load(), last: { path, title } });
}

function words(heading) {
  return [...heading.childNodes].filter((node) => !node.classList?.contains("headerlink")).map((node) => node.textContent).join("").trim();
}

function offer({ path, title }) {
  home.append(element("p", { class: "rr-resume" }, "Continue where you left off: ", element("a", { href: new URL(path, root) }, title)));
}

if (lesson) {
  note();
  addEventListener("pagehide", note);
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && note());
}
if (home) {
  const { last } = load();
  if (last) offer(last);
}
