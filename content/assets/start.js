// The one script of every page: it looks at what stands on the page and fetches only what that needs.

const PARTS = [
  [".rr-year", "./this-week.js"],
  ["[data-rr-filter]", "./print-center.js"],
  ["[data-rr-deck]", "./call.js"],
  ["[data-rr-quiz]", "./practice.js"],
  ["[data-rr-learn]", "./learn.js"],
  [".rr-now, .rr-jump", "./resume.js"],
  ["meta[name='rr-worker']", "./offline.js"],
];

for (const [mark, module] of PARTS) {
  if (document.querySelector(mark)) import(module);
}
