// Days are Julian Day Numbers; years are astronomical (0 is 1 BCE). A JS Date is never used: it knows no such days.
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const {floor, min, max, abs} = Math;

function dayOf(y, m = 1, d = 1) {
  const late = m > 2 ? 0 : 1, Y = y - late, M = m + 12 * late - 3;
  return d + floor((153 * M + 2) / 5) + 365 * Y + floor(Y / 4) - floor(Y / 100) + floor(Y / 400) + 1721119;
}
function dateOf(day) {
  let y = floor((day - 1721059) / 365.2425) + 1, m = 12;
  while (dayOf(y) > day) y--;
  while (dayOf(y, m) > day) m--;
  return [y, m, floor(day) - dayOf(y, m) + 1];
}
const nextMonth = (y, m) => m > 11 ? dayOf(y + 1) : dayOf(y, m + 1);
const yearWords = y => y > 999 ? `${y}` : y > 0 ? `${y} CE` : `${1 - y} BCE`;

// An edge of a range is a day, told as shortly as it allows: a start on 1 January, an end on 31 December is a year.
function edge(day, isEnd) {
  const date = dateOf(day), [, m, d] = dateOf(isEnd ? day + 1 : day);
  return d > 1 ? date : date.slice(0, m > 1 ? 2 : 1);
}
function edgeWords(day, level) {
  const [y, m, d] = dateOf(day).slice(0, level);
  return `${d ? d + ' ' : ''}${m ? MONTHS[m - 1] + ' ' : ''}${yearWords(y)}`;
}
function edgeCode(day, isEnd) {
  const [y, ...rest] = edge(day, isEnd);
  return [(y < 0 ? '-' : '') + `${abs(y)}`.padStart(4, 0), ...rest.map(n => `${n}`.padStart(2, 0))].join('-');
}
// '1994', '1994-05', '1994-05-12', '-0043', '44 BC', 'May 1994', '12 May 1994' → [first day, last day] or undefined.
function parseDay(text) {
  const code = /^(-?\d{1,9})(?:-(\d\d?))?(?:-(\d\d?))?$/.exec(text = text.trim().toLowerCase());
  const words = /^(?:(?:(\d\d?) )?([a-z]{3})[a-z]*\.? )?(\d{1,9})(?: ?(?:(bce?)|ce|ad))?$/.exec(text);
  if (!code && !words) return;
  const y = code ? +code[1] : words[4] ? 1 - words[3] : +words[3];
  const m = code ? code[2] : words[2] && MONTHS.findIndex(name => name.toLowerCase() === words[2]) + 1;
  const d = code ? code[3] : words[1];
  if (m === undefined) return [dayOf(y), dayOf(y + 1) - 1];
  if (m < 1 || m > 12) return;
  const start = dayOf(y, +m), end = nextMonth(y, +m), day = start + +d - 1;
  return !d ? [start, end - 1] : day >= start && day < end ? [day, day] : undefined;
}
