// Ticks on round dates: days, months or years, at least `room` pixels apart.
function ticks(a, b, width, room) {
  const step = (b - a) / width * room;
  const days = [1, 2, 5, 10].find(n => n >= step);
  const months = [1, 3, 6].find(n => n * 30 >= step);
  return days ? dayTicks(a, b, days) : months ? monthTicks(a, b, months) : yearTicks(a, b, step / 365.2425);
}
function dayTicks(a, b, step) {
  const found = [];
  let [y, m] = dateOf(a);
  for (; dayOf(y, m) <= b; m > 11 ? (y++, m = 1) : m++) {
    const length = nextMonth(y, m) - dayOf(y, m);
    for (let d = 1; d <= length - step / 2; d += d === 1 && step > 2 ? step - 1 : step) {
      const at = dayOf(y, m, d);
      if (at >= a && at <= b) found.push([at, d > 1 ? `${d} ${MONTHS[m - 1]}` : m > 1 ? `1 ${MONTHS[m - 1]}` : yearWords(y), d === 1]);
    }
  }
  return found;
}
function monthTicks(a, b, step) {
  const found = [];
  for (let [y] = dateOf(a); dayOf(y) <= b; y++) {
    for (let m = 1; m < 13; m += step) {
      const at = dayOf(y, m);
      if (at >= a && at <= b) found.push([at, m > 1 ? MONTHS[m - 1] : yearWords(y), m === 1]);
    }
  }
  return found;
}
// Round as people count: 100 BCE and 100 CE, and the year 1 between them.
function yearTicks(a, b, least) {
  const ten = 10 ** floor(Math.log10(max(1, least)));
  const step = [1, 2, 5, 10].map(n => n * ten).find(n => n >= least);
  const found = [], first = dateOf(a)[0], last = dateOf(b)[0];
  for (let n = floor((first - 1) / step) * step; n <= last; n += step) {
    const y = n < 0 && step > 1 ? n + 1 : n === 0 && step > 1 ? 1 : n;
    const at = dayOf(y);
    if (at >= a && at <= b) found.push([at, yearWords(y), n % (step * 5) === 0]);
  }
  return found;
}
