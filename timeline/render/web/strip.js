// The strip: above, all of time in small, with the chosen range as a window; below, that range, with each event drawn
// as long as there is room for all of them, else how dense they lie.
const whole = $('whole'), view = $('view');
const AXIS = 20, LANES = [18, 13, 9], FEW_ENOUGH = 90;
const calm = matchMedia('(prefers-reduced-motion: reduce)');
const ink = {}, drawn = {from: range.from, to: range.to, boxes: []};
let brush = null, moving = 0;

function paper(canvas) {
  const {clientWidth: w, clientHeight: h} = canvas, dots = devicePixelRatio, pen = canvas.getContext('2d');
  if (canvas.width !== floor(w * dots)) canvas.width = floor(w * dots);
  if (canvas.height !== floor(h * dots)) canvas.height = floor(h * dots);
  pen.setTransform(dots, 0, 0, dots, 0, 0);
  pen.clearRect(0, 0, w, h);
  return [pen, w, h];
}
// Events per bin; one that may lie anywhere in a stretch counts as a part in each of its bins, an open one where it begins.
function density(from, to, bins) {
  const rise = new Float64Array(bins + 1), bin = day => floor((day - from) / (to - from) * bins);
  for (let i = 0; i < count; i++) {
    if (!passes[i] || !lies(i, from, to)) continue;
    const a = bin(isFinite(first[i]) ? first[i] : last[i]), b = isFinite(last[i]) ? max(a, bin(last[i] + .999)) : a;
    const low = max(0, a), high = min(bins - 1, b), part = 1 / (b - a + 1);
    if (high < low) continue;
    rise[low] += part;
    rise[high + 1] -= part;
  }
  for (let n = 1; n < bins; n++) rise[n] += rise[n - 1];
  return rise.subarray(0, bins);
}
function fill(pen, colour, x, y, w, h, alpha = 1) {
  pen.fillStyle = colour;
  pen.globalAlpha = alpha;
  pen.fillRect(x, y, w, h);
  pen.globalAlpha = 1;
}
// Heights go by the square root, so that a single event is seen beside hundreds.
function hill(pen, colour, bins, w, base, height) {
  const top = Math.sqrt(max(...bins, 1)), wide = w / bins.length;
  bins.forEach((n, i) => {
    const h = n > 1e-6 ? max(1, Math.sqrt(n) / top * height) : 0;
    fill(pen, colour, i * wide, base - h, wide - (wide > 3 ? 1 : 0), h);
  });
}
function drawWhole() {
  const [pen, w, h] = paper(whole), x = day => (day - bounds.from) / (bounds.to - bounds.from) * w;
  hill(pen, ink.rule, density(bounds.from, bounds.to, max(1, floor(w / 3))), w, h, h - 4);
  fill(pen, ink.line, 0, h - 1, w, 1);
  if (drawn.from <= bounds.from && drawn.to >= bounds.to) return;
  const a = x(drawn.from), b = max(x(drawn.to), a + 3);
  fill(pen, ink.paper, 0, 0, a, h, .65);
  fill(pen, ink.paper, b, 0, w - b, h, .65);
  pen.strokeStyle = ink.blue;
  pen.lineWidth = 1.5;
  pen.strokeRect(a, 1, b - a, h - 2);
}
function drawAxis(pen, w, h, x) {
  pen.font = `11px ${ink.sans}`;
  pen.textBaseline = 'alphabetic';
  let free = 0;
  for (const [at, text, isStrong] of ticks(drawn.from, drawn.to, w, 62)) {
    const left = floor(x(at)), wide = pen.measureText(text).width;
    fill(pen, isStrong ? ink.rule : ink.line, left, 0, 1, h - AXIS + 5);
    if (left < free || left + wide > w) continue;
    pen.fillStyle = isStrong ? ink.ink : ink.soft;
    pen.fillText(text, left + 3, h - 5);
    free = left + wide + 11;
  }
}
function drawView() {
  const [pen, w, h] = paper(view), x = day => (day - drawn.from) / (drawn.to - drawn.from) * w, base = h - AXIS;
  drawAxis(pen, w, h, x);
  let boxes = null, lane = LANES.find(high => boxes = lanes(x, w, floor((base - 4) / high)));
  drawn.boxes = (boxes || []).map(box => ({...box, y: base - (box.lane + .5) * lane - 3, high: lane}));
  if (!boxes) hill(pen, ink.blue, density(drawn.from, drawn.to, max(1, floor(w / 4))), w, base, base - 8);
  pen.font = `12px ${ink.sans}`;
  pen.textBaseline = 'middle';
  pen.lineJoin = 'round';
  if (drawn.boxes.length < FEW_ENOUGH) label(pen, drawn.boxes, w);
  for (const box of drawn.boxes) drawEvent(pen, box, min(9, lane - 3), w);
  if (brush) fill(pen, ink.blue, brush[0] * w, 0, (brush[1] - brush[0]) * w, base, .18);
}
function drawEvent(pen, box, thick, w) {
  glyph(pen, box, thick, w);
  pen.strokeStyle = ink.ink;
  pen.lineWidth = 1.5;
  pen.beginPath();
  if (box.i === current) pen.roundRect(max(1, box.a - 3.5), box.y - thick / 2 - 3.5, min(w, box.b) - max(1, box.a) + 7, thick + 7, 4);
  pen.stroke();
  if (!box.text) return;
  pen.fillStyle = ink.ink;
  pen.strokeStyle = ink.paper;
  pen.lineWidth = 4;
  pen.strokeText(box.text, box.at, box.y + .5);
  pen.fillText(box.text, box.at, box.y + .5);
}
function drawStrip() {
  if ($('strip').hidden) return;
  drawWhole();
  drawView();
}
function colours() {
  const style = getComputedStyle(root);
  for (const name of ['ink', 'soft', 'line', 'rule', 'blue', 'pale', 'amber', 'paper', 'sans']) ink[name] = style.getPropertyValue(`--${name}`);
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
