// The strip: above, all of time in small, with the chosen range as a window; below, that range, with each event drawn
// as long as there is room for all of them, else how dense they lie.
const owners = new Map();
const AXIS = 20, LANES = [18, 13, 10], FEW_ENOUGH = 90;
const calm = matchMedia('(prefers-reduced-motion: reduce)');
const drawn = {...range};
let boxes, brush, moving;

// Events per bin; one that may lie anywhere in a stretch counts as a part in each of its bins, an open one where it begins.
function density({from, to}, bins) {
  const rise = Array(bins + 1).fill(0), bin = day => floor((day - from) / (to - from) * bins);
  for (let i = 0; i < count; i++) {
    if (!passes[i] || !lies(i, {from, to})) continue;
    const a = bin(isFinite(first[i]) ? first[i] : last[i]), b = isFinite(last[i]) ? max(a, bin(last[i] + .999)) : a;
    const low = max(0, a), high = min(bins - 1, b), part = 1 / (b - a + 1);
    if (high < low) continue;
    rise[low] += part;
    rise[high + 1] -= part;
  }
  let sum = 0;
  return rise.map(n => sum += n).slice(0, bins);
}
// Heights go by the square root, so that a single event is seen beside hundreds.
function hill(node, heights) {
  const top = max(...heights, 1), bar = (n, i) => n < 1e-6 ? '' : `M${i} 1v-${max(.03, (n / top) ** .5)}h.8V1`;
  node.firstChild.setAttribute('viewBox', `0 0 ${heights.length} 1`);
  node.querySelector('path').setAttribute('d', heights.map(bar).join(''));
}
function drawStrip() {
  if (strip.hidden) return;
  const w = view.clientWidth, h = view.clientHeight - AXIS, part = day => (day - drawn.from) / (drawn.to - drawn.from), x = day => part(day) * w;
  const [a, b] = [drawn.from, drawn.to].map(day => (day - bounds.from) / (bounds.to - bounds.from));
  hill(whole, density(bounds, floor(w / 4)));
  put($('window'), a, b).hidden = isWhole(drawn);
  const lane = LANES.find(high => boxes = lanes(x, w, floor(h / high)));
  hill(view, boxes ? [] : density(drawn, floor(w / 4)));
  boxes?.forEach(box => box.y = h - (box.lane + .5) * lane);
  owners.clear();
  marks.replaceChildren(
    ...ticks(drawn.from, drawn.to, w, 66).map(([day, text, isStrong]) =>
      put(make('b', {textContent: x(day) < w - text.length * 8 ? text : '', className: isStrong ? 'strong' : ''}), part(day), 1)),
    ...boxes?.map(box => sign(box, w)) ?? [],
    ...boxes?.length < FEW_ENOUGH ? labels(boxes, w) : [],
  );
}
// Slide from the range that is drawn to the one that was chosen; at once where motion is not wanted.
function slide() {
  cancelAnimationFrame(moving);
  const {from, to} = drawn, isStill = calm.matches || from === range.from && to === range.to, began = performance.now();
  const step = now => {
    const t = isStill ? 1 : min(1, (now - began) / 180), eased = t * (2 - t);
    drawn.from = from + (range.from - from) * eased;
    drawn.to = to + (range.to - to) * eased;
    drawStrip();
    if (t < 1) moving = requestAnimationFrame(step);
  };
  step(began);
}
