// The events of the strip, drawn by the signs of the list: each as long as the stretch that it lies in or lasts.
const LABEL = 13, LONGEST = 230, SHORTEST = 80, DOT = 4.5, ARROW = 23, HEAD = 7, AIR = 8, BESIDE = 12;

// First fit: each event goes into the lowest lane that is free at its start; nothing where there is no room for all.
function lanes(x, w, most) {
  const ends = [], boxes = [];
  for (let i = 0; i < count; i++) {
    if (!passes[i] || !lies(i, drawn)) continue;
    const [a, b] = reach(i, x, w), free = ends.findIndex(end => end <= max(a, 0)), lane = free < 0 ? ends.length : free;
    if (lane === most || boxes.length > most * w / 8) return;
    ends[lane] = b + AIR;
    boxes.push({i, a, b, lane});
  }
  return boxes;
}
// From where to where, in pixels: what is short is still seen, what is open is an arrow of one length.
function reach(i, x, w) {
  const bits = shape[i];
  let a = bits & BEFORE ? x(last[i] + 1) - ARROW : x(first[i]), b = bits & ONWARD ? a + ARROW : x(last[i] + 1);
  if (bits & ONWARD && a < 0) [a, b] = [0, ARROW];
  if (bits & ONWARD && b > w - HEAD) [a, b] = [min(a, w - 19), w - HEAD];
  if (isDot(i, a, b)) [a, b] = [(a + b) / 2 - DOT, (a + b) / 2 + DOT];
  return [max(a, -9), min(max(b, a + 7), w + 9)];
}
const isDot = (i, a, b) => shape[i] & FINE && b - a <= 2 * DOT;

// Stretches go by parts of the whole width, so that they keep their place where the page is printed.
function put(node, a, b, w = 1) {
  Object.assign(node.style, {left: `${a / w * 100}%`, width: `${(b - a) / w * 100}%`});
  return node;
}
function sign({i, a, b, y}, w) {
  const node = items[i].querySelector('i').cloneNode();
  if (!isDot(i, a, b)) node.classList.remove('dot');
  node.classList.toggle('current', i === current);
  node.style.top = `${y}px`;
  owners.set(node, i);
  return put(node, a, b, w);
}
// Titles beside their events, where they hide nothing: to the right, or to the left where there is more room.
function labels(boxes, w) {
  const taken = [...boxes];
  return boxes.flatMap(({i, a, b, y}) => {
    const beside = taken.filter(box => box.i !== i && abs(y - box.y) < LABEL);
    const right = min(w, ...beside.map(box => box.b > b ? box.a : w)) - b - 2 * BESIDE;
    const left = a - max(0, ...beside.map(box => box.a < a ? box.b : 0)) - 2 * BESIDE;
    const text = titleOf(i), wide = min(LONGEST, text.length * 7, max(left, right));
    if (wide < min(SHORTEST, text.length * 7)) return [];
    const isRight = wide <= right, from = isRight ? b + BESIDE : a - BESIDE - wide;
    const node = make('span', {textContent: text, className: isRight ? '' : 'left'});
    taken.push({a: from, b: from + wide, y});
    node.style.top = `${y}px`;
    owners.set(node, i);
    return put(node, from, from + wide, w);
  });
}
