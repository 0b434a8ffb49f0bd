// The events as columns; which of them are shown; how many each choice of a facet would show.
const $ = id => document.getElementById(id), root = document.documentElement;
const [find, under, strip, whole, view, marks, list] = ['find', 'under', 'strip', 'whole', 'view', 'marks', 'list'].map($);
function make(tag, facts, ...children) {
  const node = Object.assign(document.createElement(tag), facts);
  node.append(...children);
  return node;
}
// `extent` is the first and the last day of all; `bounds` has some air about them, and its `to` is the day after.
const {facets, shape, extent, bounds, ...days} = JSON.parse($('facts').textContent);
const first = days.first.map(day => day ?? -Infinity), last = days.last.map(day => day ?? Infinity);
const count = shape.length;
const told = n => n.toLocaleString('en');
const SPAN = 1, ONWARD = 2, BEFORE = 4, FINE = 8;
const isDated = i => isFinite(first[i]) || isFinite(last[i]);
const shown = [], passes = [];
let hits, total, already;

// The range is [from, to): whole days. Without a range of its own, the undated count too.
const range = {...bounds};
const isWhole = ({from, to} = range) => from <= bounds.from && to >= bounds.to;

// What began before a range and lasts into it is already under way: counted apart, and shown when asked for.
const isUnderWay = (i, from) => shape[i] & SPAN && first[i] < from && from > bounds.from;
const lies = (i, {from, to}) => isDated(i) && first[i] < to && last[i] >= from && (under.checked || !isUnderWay(i, from));

// An event passes where all facets have a chosen value of it; `passes` leaves time out, for the strip to draw.
function sift() {
  const whole = isWhole();
  for (const facet of facets) facet.counts = facet.values.map(() => 0);
  total = already = 0;
  for (let i = 0; i < count; i++) {
    const failed = facets.filter(({chosen, held}) => chosen.size && !held[i].some(v => chosen.has(v)));
    const isIn = whole || lies(i, range), isHit = !hits || hits[i];
    passes[i] = isHit && !failed.length;
    shown[i] = passes[i] && isIn;
    total += shown[i];
    already += passes[i] && isUnderWay(i, range.from) && last[i] >= range.from;
    if (isHit && isIn && failed.length < 2) for (const facet of failed.length ? failed : facets) for (const v of facet.held[i]) facet.counts[v]++;
  }
}
for (const facet of facets) facet.chosen = new Set();
