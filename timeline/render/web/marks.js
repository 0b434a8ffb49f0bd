// How an event is drawn: a point, a bar over the days it may lie in (pale) or lasts (full), soft ends for "about",
// dashes for "perhaps", an arrow where no end is told.
const LABEL = 13, LONGEST = 230, SHORTEST = 80, DOT = 4, ARROW = 30;

// First fit: each event goes into the lowest lane that is free at its start; null when there is no room for all.
function lanes(x, w, most) {
  const ends = [], boxes = [];
  for (let i = 0; i < count; i++) {
    if (!passes[i] || !lies(i, drawn.from, drawn.to)) continue;
    if (boxes.length > most * w / 8) return null;
    const [a, b] = reach(i, x, w), lane = ends.findIndex(end => end <= max(a, 0));
    if (lane < 0 && ends.length === most) return null;
    ends[lane < 0 ? ends.length : lane] = b + 4;
    boxes.push({i, a, b, lane: lane < 0 ? ends.length - 1 : lane});
  }
  return boxes;
}
// From where to where, in pixels: what is short is still seen, what is open is an arrow of one length.
function reach(i, x, w) {
  const bits = facts.shape[i];
  let a = bits & BEFORE ? x(last[i] + 1) - ARROW : x(first[i]), b = bits & ONWARD ? a + ARROW : x(last[i] + 1);
  if (bits & ONWARD && a < 0) [a, b] = [0, ARROW];
  if (bits & ONWARD && b > w) [a, b] = [min(a, w - 12), w];
  if (bits & FINE && b - a < 2 * DOT) [a, b] = [(a + b) / 2 - DOT, (a + b) / 2 + DOT];
  return [a, max(b, a + 7)];
}
function glyph(pen, {i, a, b, y}, thick, w) {
  const bits = facts.shape[i], colour = bits & DISPUTED ? ink.amber : ink.blue, top = y - thick / 2;
  const isDot = bits & FINE && b - a < 2 * DOT + 1;
  const isFull = bits & SPAN || isDot;
  pen.fillStyle = isFull || bits & DISPUTED ? colour : ink.pale;
  if (bits & SOFT) {
    pen.fillStyle = pen.createLinearGradient(a, 0, b, 0);
    for (const [at, shade] of [[0, 'transparent'], [.35, colour], [.65, colour], [1, 'transparent']]) pen.fillStyle.addColorStop(at, shade);
  }
  pen.strokeStyle = colour;
  pen.lineWidth = 1;
  pen.setLineDash(bits & DASH ? [3, 2] : []);
  pen.beginPath();
  if (isDot) pen.arc((a + b) / 2, y, DOT - .5, 0, 7);
  else if (bits & ONWARD) arrow(pen, a, b, top, thick);
  else if (bits & BEFORE) arrow(pen, b, a, top, thick);
  else pen.roundRect(max(a, -9) + .5, top + .5, min(b, w + 9) - max(a, -9) - 1, thick - 1, 2);
  pen.globalAlpha = bits & DISPUTED && !isFull ? .35 : 1;
  if (!(bits & DASH)) pen.fill();
  pen.globalAlpha = 1;
  if (!(bits & SOFT)) pen.stroke();
  pen.setLineDash([]);
}
function arrow(pen, tail, head, top, thick) {
  const neck = head - Math.sign(head - tail) * 7, low = thick - .5;
  const corners = [[tail, .5], [neck, .5], [neck, -2], [head, thick / 2], [neck, thick + 2], [neck, low], [tail, low]];
  for (const [x, y] of corners) pen.lineTo(x, top + y);
  pen.closePath();
}
// Titles beside their events, as long as they hide nothing: to the right, or to the left where there is more room.
function label(pen, boxes, w) {
  const taken = boxes.map(({a, b, y, i}) => ({a: a - 3, b: b + 3, y, i}));
  for (const box of boxes) {
    const beside = taken.filter(({y, i}) => i !== box.i && abs(y - box.y) < LABEL);
    const from = max(box.b, 0) + 6, to = box.a - 6;
    if (beside.some(({a, b}) => a < to && b > from)) continue;
    const right = min(w, ...beside.filter(({b}) => b > from).map(({a}) => a)) - from;
    const left = to - max(0, ...beside.filter(({a}) => a < to).map(({b}) => b));
    const room = min(LONGEST, max(right, left)), text = shorten(pen, titleOf(box.i), room), width = pen.measureText(text).width;
    if (room < SHORTEST && text.endsWith('…')) continue;
    const at = width <= right ? from : to - width;
    taken.push({a: at, b: at + width + 8, y: box.y});
    Object.assign(box, {text, at, width});
  }
}
function shorten(pen, text, width) {
  const whole = pen.measureText(text).width;
  let end = whole > width ? floor(text.length * width / whole) : text.length;
  while (end < text.length && end > 3 && pen.measureText(`${text.slice(0, end)}…`).width > width) end--;
  return end < text.length ? `${text.slice(0, end).trimEnd()}…` : text;
}
