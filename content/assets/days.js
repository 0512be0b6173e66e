// Calendar days as numbers: time zones and clock changes don't move a Monday.

const DAY = 24 * 60 * 60 * 1000;

/** Days since 1970 of the calendar day that the device shows. */
export function dayOf(date) {
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY;
}

/** Days since 1970 of "2027-02-01". */
export function parseDay(text) {
  return Date.parse(text) / DAY;
}

/** "2027-02-01" of days since 1970. */
export function writeDay(day) {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** Index of the week that holds `today`: -1 before the first Monday, `mondays.length` once the last week is over. */
export function weekAt(mondays, today) {
  if (today >= mondays[mondays.length - 1] + 7) return mondays.length;
  let index = -1;
  while (index + 1 < mondays.length && mondays[index + 1] <= today) index += 1;
  return index;
}
