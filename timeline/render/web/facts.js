// The events as columns; which of them are shown; how many each choice of a facet would show.
const $ = id => document.getElementById(id), root = document.documentElement;
function make(tag, facts, ...children) {
  const node = Object.assign(document.createElement(tag), facts);
  node.append(...children);
  return node;
}
const facts = JSON.parse($('facts').textContent), {facets} = facts;
const count = facts.first.length;
const told = n => n.toLocaleString('en');
const SPAN = 1, SOFT = 2, DASH = 4, DISPUTED = 8, ONWARD = 16, BEFORE = 32, FINE = 64;
const first = Float64Array.from(facts.first, n => n ?? -Infinity);
const last = Float64Array.from(facts.last, n => n ?? Infinity);
const dated = i => facts.first[i] !== null || facts.last[i] !== null;
const shown = new Uint8Array(count), passes = new Uint8Array(count), hits = new Uint8Array(count).fill(1);
let total = 0, already = 0;

function extent() {
  let low = Infinity, high = -Infinity;
  for (let i = 0; i < count; i++) {
    if (!dated(i)) continue;
    low = min(low, facts.first[i] ?? facts.last[i]);
    high = max(high, facts.last[i] ?? facts.first[i]);
  }
  if (low > high) return {from: dayOf(1900), to: dayOf(2000), low: dayOf(1900), high: dayOf(2000) - 1};
  const air = max(3, (high - low) * .02);
  const from = floor(low - air), to = floor(high + air) + 1;
  return high - low > 1500 ? {from: dayOf(dateOf(from)[0]), to: dayOf(dateOf(to)[0] + 1), low, high} : {from, to, low, high};
}
// All there is, with some air about it; the events themselves reach from `low` to `high`.
const bounds = extent();
// The range is [from, to): whole days. Without a range of its own, the undated count too.
const range = {from: bounds.from, to: bounds.to};
const isWhole = () => range.from <= bounds.from && range.to >= bounds.to;

// What began before a range and lasts into it is already under way: counted apart, and shown when asked for.
const isUnderWay = (i, from) => facts.shape[i] & SPAN && first[i] < from && from > bounds.from;
const lies = (i, from, to) => dated(i) && first[i] < to && last[i] >= from && ($('under').checked || !isUnderWay(i, from));

// An event passes where all facets have a chosen value of it; `passes` leaves time out, for the strip to draw.
function sift() {
  const whole = isWhole();
  for (const facet of facets) facet.counts = new Uint32Array(facet.values.length);
  total = already = 0;
  for (let i = 0; i < count; i++) {
    let failed = hits[i] ? 0 : 2, at = null;
    for (const facet of facets) {
      if (failed > 1) break;
      if (facet.chosen.size && !facet.of[i].some(v => facet.chosen.has(v))) failed++, at = facet;
    }
    passes[i] = failed ? 0 : 1;
    const inTime = whole || lies(i, range.from, range.to);
    if (passes[i] && isUnderWay(i, range.from) && last[i] >= range.from) already++;
    shown[i] = passes[i] && inTime ? 1 : 0;
    total += shown[i];
    if (failed > 1 || !inTime) continue;
    for (const facet of at ? [at] : facets) for (const v of facet.of[i]) facet.counts[v]++;
  }
}
for (const facet of facets) facet.chosen = new Set();
