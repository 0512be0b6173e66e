// When a question comes back. Five boxes: a right answer moves it one box up, a wrong one back to the first.

/** Days until a question in each box is asked again. */
export const WAITS = [1, 3, 7, 21, 60];

/** A question's state after an answer: box (0 to 4), due (a day), seen, right (counts), first (was the first right?). */
export function answered(before, right, today) {
  const box = right ? Math.min((before ? before.box : 0) + 1, WAITS.length - 1) : 0;
  return {
    box,
    due: today + WAITS[box],
    seen: (before?.seen ?? 0) + 1,
    right: (before?.right ?? 0) + (right ? 1 : 0),
    first: before ? before.first : right,
  };
}

/** Ids of the questions that are due, the ones that were missed first, then the ones that waited longest. */
export function due(cards, today) {
  const waiting = Object.entries(cards).filter(([, card]) => card.due <= today);
  return waiting.sort(([a, x], [b, y]) => x.box - y.box || x.due - y.due || (a < b ? -1 : 1)).map(([id]) => id);
}

/** The week of a question's id: "05-1a2b3c4d" is of week 5. */
export function weekOf(id) {
  return Number(id.split("-")[0]);
}

/** Weeks to take questions from, at most `most` of them: due ones first, then weeks of which nothing was asked yet. */
export function weeksToAsk(cards, passed, today, most) {
  const known = new Set(Object.keys(cards).map(weekOf));
  const waiting = due(cards, today).map(weekOf).filter((week) => passed.includes(week));
  return [...new Set([...waiting, ...passed.filter((week) => !known.has(week))])].slice(0, most);
}

/** Of the questions at hand, the ones to ask: those due, then new ones, week by week in turn, at most `most`. */
export function choose(ids, cards, today, most) {
  const waiting = due(cards, today).filter((id) => ids.includes(id));
  const fresh = ids.filter((id) => !cards[id]);
  const turns = new Map();
  const inTurn = fresh.map((id) => {
    const turn = turns.get(weekOf(id)) ?? 0;
    turns.set(weekOf(id), turn + 1);
    return [turn, id];
  });
  inTurn.sort(([x], [y]) => x - y);
  return [...waiting, ...inTurn.map(([, id]) => id)].slice(0, most);
}
