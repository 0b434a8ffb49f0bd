// The strip: above, all of time in small, with the chosen range as a window; below, that range, each event drawn as
// exactly as it is known while there is room, and always how dense they lie.
const whole = $('whole'), view = $('view');
const AXIS = 20, LANES = [18, 13, 9], LABEL = 13, DOT = 4;
const calm = matchMedia('(prefers-reduced-motion: reduce)');
let ink = {}, drawn = [], brush = null, moving = 0, window_ = {from: range.from, to: range.to};

function paper(canvas) {
  const {clientWidth: w, clientHeight: h} = canvas, dots = devicePixelRatio || 1;
  if (canvas.width !== floor(w * dots) || canvas.height !== floor(h * dots)) {
    canvas.width = floor(w * dots);
    canvas.height = floor(h * dots);
  }
  const pen = canvas.getContext('2d');
  pen.setTransform(dots, 0, 0, dots, 0, 0);
  pen.clearRect(0, 0, w, h);
  return [pen, w, h];
}
// Events per bin; one that may lie anywhere in a stretch counts as a part in each of its bins.
function density(from, to, bins) {
  const rise = new Float64Array(bins + 1), per = bins / (to - from);
  for (let i = 0; i < count; i++) {
    if (!passes[i] || !lies(i, from, to)) continue;
    const open = last[i] === Infinity, a = first[i] === -Infinity ? last[i] : first[i], b = open ? a : last[i];
    const x = (a - from) * per, y = (b + 1 - from) * per, from_ = max(0, floor(x)), to_ = min(bins - 1, floor(y - 1e-9));
    if (to_ < from_) continue;
    const weight = 1 / max(1, floor(y - 1e-9) - floor(x) + 1);
    rise[from_] += weight;
    rise[to_ + 1] -= weight;
  }
  for (let n = 1; n < bins; n++) rise[n] += rise[n - 1];
  return rise.subarray(0, bins);
}
function hill(pen, bins, w, base, height, fill) {
  const top = Math.sqrt(max(...bins, 1)), wide = w / bins.length;
  pen.fillStyle = fill;
  bins.forEach((n, i) => {
    const h = n > 1e-6 ? max(1, Math.sqrt(n) / top * height) : 0;
    pen.fillRect(i * wide, base - h, wide - (wide > 3 ? 1 : 0), h);
  });
}
function drawWhole() {
  const [pen, w, h] = paper(whole), x = day => (day - bounds.from) / (bounds.to - bounds.from) * w;
  hill(pen, density(bounds.from, bounds.to, max(1, floor(w / 3))), w, h, h - 4, ink.rule);
  pen.fillStyle = ink.line;
  pen.fillRect(0, h - 1, w, 1);
  if (window_.from <= bounds.from && window_.to >= bounds.to) return;
  const a = x(window_.from), b = max(x(window_.to), a + 3);
  pen.fillStyle = ink.paper;
  pen.globalAlpha = .65;
  pen.fillRect(0, 0, a, h);
  pen.fillRect(b, 0, w - b, h);
  pen.globalAlpha = 1;
  pen.strokeStyle = ink.blue;
  pen.lineWidth = 1.5;
  pen.strokeRect(a, 1, b - a, h - 2);
}
function drawAxis(pen, w, h, x) {
  pen.font = `11px ${ink.sans}`;
  pen.textBaseline = 'alphabetic';
  pen.lineWidth = 1;
  let free = -9;
  for (const [at, label, strong] of ticks(window_.from, window_.to, w, 62)) {
    const left = floor(x(at)) + .5, wide = pen.measureText(label).width;
    pen.strokeStyle = strong ? ink.rule : ink.line;
    pen.beginPath();
    pen.moveTo(left, 0);
    pen.lineTo(left, h - AXIS + 5);
    pen.stroke();
    if (left + 3 < free || left + wide > w) continue;
    pen.fillStyle = strong ? ink.ink : ink.soft;
    pen.fillText(label, left + 3, h - 5);
    free = left + wide + 14;
  }
}
// First fit: each event goes into the lowest lane that is free at its start; null when there is no room for all.
function lanes(x, w, most) {
  const ends = [], boxes = [];
  for (let i = 0; i < count; i++) {
    if (!passes[i] || !lies(i, window_.from, window_.to)) continue;
    if (boxes.length > most * w / 8) return null;
    const open = facts.shape[i] & (ONWARD | BEFORE), fine = facts.shape[i] & FINE && !open;
    let a = first[i] === -Infinity ? x(last[i] + 1) - 30 : x(first[i]), b = last[i] === Infinity ? a + 30 : x(last[i] + 1);
    if (fine && b - a < 2 * DOT) [a, b] = [(a + b) / 2 - DOT, (a + b) / 2 + DOT];
    if (b - a < 7) b = a + 7;
    if (open && b < 30) b = 30, a = min(a, 0);
    let lane = ends.findIndex(end => end <= max(a, 0));
    if (lane < 0) lane = ends.push(0) - 1;
    if (lane >= most) return null;
    ends[lane] = b + 4;
    boxes.push({i, a, b, lane});
  }
  return boxes;
}
// Titles beside their events, where they hide nothing: to the right, else to the left.
function label(pen, boxes, w) {
  const taken = boxes.map(({a, b, y}) => [a - 3, b + 3, y]);
  const free = (a, b, y) => a >= 0 && b <= w && !taken.some(([l, r, at]) => l < b && r > a && abs(at - y) < LABEL);
  for (const box of boxes) {
    const text = shorten(pen, items[box.i].firstChild.lastChild.firstChild.textContent.trim(), 230);
    const width = pen.measureText(text).width;
    for (const at of [max(box.b, 0) + 6, box.a - 6 - width]) {
      const own = taken.shift();
      const fits = free(at, at + width, box.y);
      taken.push(own);
      if (!fits) continue;
      taken.push([at, at + width + 8, box.y]);
      Object.assign(box, {text, at, width});
      break;
    }
  }
}
function glyph(pen, {i, a, b}, y, thick, w) {
  const bits = facts.shape[i], colour = bits & DISPUTED ? ink.amber : ink.blue, mid = y - thick / 2;
  const fine = bits & FINE && b - a <= 2 * DOT + .1;
  let fill = bits & SPAN || fine ? colour : ink.pale;
  if (bits & SOFT) {
    fill = pen.createLinearGradient(a, 0, b, 0);
    [[0, 0], [.35, 1], [.65, 1], [1, 0]].forEach(([at, on]) => fill.addColorStop(at, on ? colour : 'transparent'));
  }
  pen.fillStyle = fill;
  pen.strokeStyle = colour;
  pen.lineWidth = 1;
  pen.setLineDash(bits & DASH ? [3, 2] : []);
  pen.beginPath();
  if (fine) pen.arc((a + b) / 2, y, DOT - .5, 0, 7);
  else if (bits & ONWARD) arrow(pen, a, b, mid, thick);
  else if (bits & BEFORE) arrow(pen, b, a, mid, thick);
  else pen.roundRect(max(a, -9) + .5, mid + .5, min(b, w + 9) - max(a, -9) - 1, thick - 1, 2);
  if (!(bits & DASH)) pen.fill();
  if (!(bits & SOFT)) pen.stroke();
  pen.setLineDash([]);
}
function arrow(pen, tail, head, top, thick) {
  const neck = head - Math.sign(head - tail) * 7;
  [[tail, .5], [neck, .5], [neck, -2], [head, thick / 2], [neck, thick + 2], [neck, thick - .5], [tail, thick - .5]].forEach(([x, y], n) =>
    pen[n ? 'lineTo' : 'moveTo'](x, top + y));
  pen.closePath();
}
function drawView() {
  const [pen, w, h] = paper(view), x = day => (day - window_.from) / (window_.to - window_.from) * w, floor_ = h - AXIS;
  drawAxis(pen, w, h, x);
  const lane = LANES.find(lane => drawn = lanes(x, w, floor((floor_ - 4) / lane))) || 9, thick = min(9, lane - 3);
  if (!drawn) hill(pen, density(window_.from, window_.to, max(1, floor(w / 4))), w, floor_, floor_ - 8, ink.blue);
  drawn = (drawn || []).map(box => ({...box, y: floor_ - (box.lane + .5) * lane - 3, lane}));
  pen.textBaseline = 'middle';
  pen.lineJoin = 'round';
  pen.font = `12px ${ink.sans}`;
  if (drawn.length < 90) label(pen, drawn, w);
  for (const box of drawn) {
    glyph(pen, box, box.y, thick, w);
    if (box.i === current) {
      pen.lineWidth = 1.5;
      pen.strokeStyle = ink.ink;
      pen.beginPath();
      pen.roundRect(max(1, box.a - 3.5), box.y - thick / 2 - 3.5, min(w, box.b) - max(1, box.a) + 7, thick + 7, 4);
      pen.stroke();
    }
    if (!box.text) continue;
    pen.lineWidth = 4;
    pen.strokeStyle = ink.paper;
    pen.strokeText(box.text, box.at, box.y + .5);
    pen.fillStyle = ink.ink;
    pen.fillText(box.text, box.at, box.y + .5);
  }
  if (brush) {
    pen.fillStyle = ink.blue;
    pen.globalAlpha = .18;
    pen.fillRect(min(...brush), 0, abs(brush[1] - brush[0]), floor_);
    pen.globalAlpha = 1;
  }
}
function shorten(pen, text, width) {
  if (pen.measureText(text).width <= width + 1) return text;
  let end = floor(text.length * width / pen.measureText(text).width);
  while (end > 3 && pen.measureText(text.slice(0, end) + '…').width > width) end--;
  return text.slice(0, end).trimEnd() + '…';
}
function drawStrip() {
  drawWhole();
  drawView();
}
function colours() {
  const style = getComputedStyle(document.documentElement);
  for (const name of ['ink', 'soft', 'line', 'rule', 'blue', 'pale', 'amber', 'paper', 'sans']) ink[name] = style.getPropertyValue('--' + name).trim();
}
// Slide from the range that is drawn to the one that was chosen; at once where motion is not wanted.
function slide() {
  cancelAnimationFrame(moving);
  const {from, to} = window_, still = calm.matches || from === range.from && to === range.to, began = performance.now();
  const step = now => {
    const t = still ? 1 : min(1, (now - began) / 180), e = t * (2 - t);
    window_ = {from: from + (range.from - from) * e, to: to + (range.to - to) * e};
    drawStrip();
    if (t < 1) moving = requestAnimationFrame(step);
  };
  step(began);
}
