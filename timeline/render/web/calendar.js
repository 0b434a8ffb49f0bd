// Days are Julian Day Numbers; years are astronomical (0 is 1 BCE). A JS Date is never used: it knows no such days.
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const {floor, min, max, abs} = Math;

function dayOf(y, m = 1, d = 1) {
  const late = m > 2 ? 0 : 1, Y = y - late, M = m + 12 * late - 3;
  return d + floor((153 * M + 2) / 5) + 365 * Y + floor(Y / 4) - floor(Y / 100) + floor(Y / 400) + 1721119;
}
function dateOf(day) {
  const n = floor(day) - 1721120, era = floor(n / 146097), e = n - era * 146097;
  const yoe = floor((e - floor(e / 1460) + floor(e / 36524) - floor(e / 146096)) / 365);
  const doy = e - (365 * yoe + floor(yoe / 4) - floor(yoe / 100)), mp = floor((5 * doy + 2) / 153);
  const m = mp < 10 ? mp + 3 : mp - 9;
  return [yoe + era * 400 + (m < 3 ? 1 : 0), m, doy - floor((153 * mp + 2) / 5) + 1];
}
const nextMonth = (y, m) => m > 11 ? dayOf(y + 1) : dayOf(y, m + 1);
const yearWords = y => y > 999 ? `${y}` : y > 0 ? `${y} CE` : `${1 - y} BCE`;

// An edge of a range is a day, told as shortly as it allows: a start on 1 January, an end on 31 December is a year.
function edge(day, isEnd) {
  const [y, m, d] = dateOf(day);
  const [, nm, nd] = dateOf(isEnd ? day + 1 : day);
  return nd > 1 ? [y, m, d] : nm > 1 ? [y, m] : [y];
}
function edgeWords(day, isEnd, level = edge(day, isEnd).length) {
  const [y, m, d] = dateOf(day).slice(0, level);
  return `${d ? d + ' ' : ''}${m ? MONTHS[m - 1] + ' ' : ''}${yearWords(y)}`;
}
const two = n => `${n}`.padStart(2, '0');
function edgeCode(day, isEnd) {
  const [y, ...rest] = edge(day, isEnd);
  return [(y < 0 ? '-' : '') + `${abs(y)}`.padStart(4, '0'), ...rest.map(two)].join('-');
}
// '1994', '1994-05', '1994-05-12', '-0043', '44 BC', 'May 1994', '12 May 1994' → [first day, last day] or null.
function parseDay(text) {
  const code = /^(-?\d{1,9})(?:-(\d\d?))?(?:-(\d\d?))?$/.exec(text = text.trim().toLowerCase());
  const words = code ? null : /^(?:(?:(\d\d?) )?([a-z]{3})[a-z]*\.? )?(\d{1,9})(?: ?(?:(bce?)|ce|ad))?$/.exec(text);
  if (!code && !words) return null;
  const y = code ? +code[1] : words[4] ? 1 - words[3] : +words[3];
  const m = code ? +code[2] : words[2] ? MONTHS.findIndex(n => n.toLowerCase() === words[2]) + 1 : NaN;
  const d = +(code ? code[3] : words[1]);
  if (m < 1 || m > 12) return null;
  if (!m) return [dayOf(y), dayOf(y + 1) - 1];
  if (!d) return [dayOf(y, m), nextMonth(y, m) - 1];
  return d > nextMonth(y, m) - dayOf(y, m) ? null : [dayOf(y, m, d), dayOf(y, m, d)];
}
