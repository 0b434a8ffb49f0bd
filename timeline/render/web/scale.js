// Ticks on round dates, at least `room` pixels apart: days, months or years; [day, words, whether it is drawn strongly].
function ticks(a, b, width, room) {
  const least = (b - a) / width * room, ticks = [], [low] = dateOf(a), [high] = dateOf(b);
  const days = [1, 2, 5, 10].find(n => n >= least), months = [1, 3, 6].find(n => n * 30 >= least);
  const tick = (isStrong, y, m = 1, d = 1) => {
    const at = dayOf(y, m, d);
    if (at >= a && at <= b) ticks.push([at, d > 1 ? `${d} ${MONTHS[m - 1]}` : m > 1 ? MONTHS[m - 1] : yearWords(y), isStrong]);
  };
  if (!days && !months) yearTicks(low, high, least / 365.2425, tick);
  else for (let y = low; y <= high; y++) {
    for (let m = 1; m < 13; m += days ? 1 : months) {
      tick(days || m === 1, y, m);
      const end = nextMonth(y, m) - dayOf(y, m) - days / 2;
      for (let d = days > 2 ? days : 1 + days; d <= end; d += days) tick(false, y, m, d);
    }
  }
  return ticks;
}
// Round as people count: 100 BCE and 100 CE, and the year 1 between them.
function yearTicks(low, high, least, tick) {
  const ten = 10 ** floor(Math.log10(max(1, least))), step = [1, 2, 5, 10].map(n => n * ten).find(n => n >= least);
  for (let n = floor((low - 1) / step) * step; n <= high; n += step) {
    tick(n % (step * 5) === 0, step < 2 || n > 0 ? n : n < 0 ? n + 1 : 1);
  }
}
