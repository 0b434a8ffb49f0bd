// The events as columns; which of them are shown; how many each choice of a facet would show.
const $ = id => document.getElementById(id);
const facts = JSON.parse($('facts').textContent);
const count = facts.first.length;
const SPAN = 1, SOFT = 2, DASH = 4, DISPUTED = 8, ONWARD = 16, BEFORE = 32, FINE = 64;
const first = Float64Array.from(facts.first, n => n ?? -Infinity);
const last = Float64Array.from(facts.last, n => n ?? Infinity);
const dated = i => facts.first[i] !== null || facts.last[i] !== null;
const shown = new Uint8Array(count), passes = new Uint8Array(count), hits = new Uint8Array(count).fill(1);
let total = 0;

function extent() {
  let low = Infinity, high = -Infinity;
  for (let i = 0; i < count; i++) {
    if (!dated(i)) continue;
    low = min(low, facts.first[i] ?? facts.last[i]);
    high = max(high, facts.last[i] ?? facts.first[i]);
  }
  if (low > high) return [dayOf(1900), dayOf(2000)];
  const air = max(3, (high - low) * .02);
  const years = high - low > 1500 ? [dayOf(dateOf(low - air)[0]), dayOf(dateOf(high + air)[0] + 1)] : [floor(low - air), floor(high + air) + 1];
  return years;
}
// The range is [from, to): whole days. Without a range of its own, the undated count too.
const bounds = extent();
const range = {from: bounds[0], to: bounds[1]};
const isWhole = () => range.from <= bounds[0] && range.to >= bounds[1];

// An event passes where all facets have a chosen value of it; `passes` leaves time out, for the strip to draw.
function sift() {
  const whole = isWhole();
  for (const facet of facts.facets) facet.counts = new Uint32Array(facet.values.length);
  total = 0;
  for (let i = 0; i < count; i++) {
    let failed = hits[i] ? 0 : 2, at = null;
    for (const facet of facts.facets) {
      if (failed > 1) break;
      if (facet.chosen.size && !facet.of[i].some(v => facet.chosen.has(v))) failed++, at = facet;
    }
    passes[i] = failed ? 0 : 1;
    const inTime = whole || dated(i) && first[i] < range.to && last[i] >= range.from;
    shown[i] = passes[i] && inTime ? 1 : 0;
    total += shown[i];
    if (failed > 1 || !inTime) continue;
    for (const facet of at ? [at] : facts.facets) for (const v of facet.of[i]) facet.counts[v]++;
  }
}
for (const facet of facts.facets) facet.chosen = new Set();
