// Choosing a range: with the buttons and the two fields, by dragging, by wheel, with two fingers.
const within = (low, n, high) => max(low, min(high, n));

function setRange(from, to, isRounded = true) {
  const most = bounds.to - bounds.from, wide = within(3, to - from, most);
  let a = within(bounds.from, (from + to - wide) / 2, bounds.to - wide), b = a + wide;
  if (isRounded && wide < most) [a, b] = [round(a, wide), round(b, wide)];
  range.from = max(bounds.from, a);
  range.to = min(bounds.to, b);
  update();
}
// To whole years where the range is long, to months where it is middling, else to days: nobody points better.
function round(day, wide) {
  const [y, m] = dateOf(day);
  const [low, high] = wide > 9000 ? [dayOf(y), dayOf(y + 1)] : wide > 1000 ? [dayOf(y, m), nextMonth(y, m)] : [floor(day), floor(day) + 1];
  return day - low < high - day ? low : high;
}
function zoom(by, at = .5, isRounded = true) {
  const wide = range.to - range.from, centre = range.from + wide * at;
  if (by < 1 || !isWhole()) setRange(centre - wide * by * at, centre + wide * by * (1 - at), isRounded);
}
function pan(by) {
  const step = (range.to - range.from) * by;
  if (!isWhole()) setRange(range.from + step, range.to + step);
}
function showAll() {
  setRange(bounds.from, bounds.to);
}
for (const field of [$('from'), $('to')]) {
  field.onchange = () => {
    const [a, b] = [parseDay($('from').value), parseDay($('to').value)], isRight = a && b && a[0] <= b[1];
    field.setAttribute('aria-invalid', !isRight);
    if (isRight) setRange(a[0], b[1] + 1, false);
  };
}

// Below: drag a stretch to zoom into it, click an event to open it, two fingers zoom.
const partOf = (canvas, event) => (event.clientX - canvas.getBoundingClientRect().left) / canvas.clientWidth;
const dayAt = part => drawn.from + part * (drawn.to - drawn.from);
const fingers = new Map();
const spread = () => abs([...fingers.values()].reduce((a, b) => a - b));
// The brush is the part of the strip where it began, and that where it is.
const isDrag = () => brush && abs(brush[1] - brush[0]) * view.clientWidth > 5;
let pinch = 0;

function under(event) {
  const box = view.getBoundingClientRect(), x = event.clientX - box.left, y = event.clientY - box.top;
  const isNear = ({a, b, at = a, width = 0}) => x > min(a, at) - 4 && x < max(b, at + width) + 4;
  return drawn.boxes.find(box => abs(box.y - y) <= box.high / 2 && isNear(box));
}
view.onpointerdown = event => {
  const part = partOf(view, event);
  view.setPointerCapture(event.pointerId);
  fingers.set(event.pointerId, part);
  pinch = fingers.size > 1 ? spread() : 0;
  brush = pinch ? null : [part, part];
};
view.onpointermove = event => {
  const part = partOf(view, event);
  if (fingers.has(event.pointerId)) fingers.set(event.pointerId, part);
  if (pinch && fingers.size > 1 && abs(spread() / pinch - 1) > .08) {
    zoom(within(.5, pinch / max(.01, spread()), 2), part, false);
    pinch = spread();
  } else if (brush) {
    brush[1] = within(0, part, 1);
    drawView();
  }
  tell(event);
};
view.onpointerup = view.onpointercancel = event => {
  const box = under(event), ends = isDrag() && brush.map(dayAt), wasClick = brush && !ends;
  fingers.delete(event.pointerId);
  brush = null;
  if (event.type === 'pointerup' && ends) setRange(min(...ends), max(...ends));
  else if (event.type === 'pointerup' && wasClick && box) choose(box.i, true);
  drawView();
};
view.ondblclick = event => {
  if (!under(event)) zoom(.4, partOf(view, event));
};
view.onpointerleave = () => $('hint').textContent = '';
view.addEventListener('wheel', event => {
  const isAcross = abs(event.deltaX) > abs(event.deltaY);
  if (!isAcross && !event.ctrlKey && !event.metaKey) return;
  event.preventDefault();
  if (isAcross) pan(event.deltaX / view.clientWidth);
  else zoom(2 ** (within(-60, event.deltaY, 60) / 120), partOf(view, event), false);
}, {passive: false});

// What is under the pointer: an event's date and title, the stretch that is being dragged, or the day.
function tell(event) {
  const box = isDrag() ? null : under(event), isLong = drawn.to - drawn.from > 3650;
  const words = part => edgeWords(floor(dayAt(part)), false, isLong ? 1 : 3);
  view.style.cursor = box ? 'pointer' : '';
  $('hint').textContent = box ? `${dateWords(box.i)}: ${titleOf(box.i)}` : isDrag() ? brush.toSorted((a, b) => a - b).map(words).join(' – ') : words(partOf(view, event));
}

// Above: take the window and move it, or drag a new one.
let held = null;
const wholeDay = event => bounds.from + within(0, partOf(whole, event), 1) * (bounds.to - bounds.from);
whole.onpointerdown = event => {
  const day = wholeDay(event), isInside = !isWhole() && day >= range.from && day <= range.to;
  whole.setPointerCapture(event.pointerId);
  held = {day, isInside};
};
whole.onpointermove = event => {
  if (!held) return;
  const day = wholeDay(event), wide = range.to - range.from;
  drawn.from = held.isInside ? within(bounds.from, range.from + day - held.day, bounds.to - wide) : min(day, held.day);
  drawn.to = held.isInside ? drawn.from + wide : max(day, held.day) + 1;
  drawStrip();
};
whole.onpointerup = whole.onpointercancel = () => {
  if (held && (drawn.from !== range.from || drawn.to !== range.to)) setRange(drawn.from, drawn.to);
  held = null;
};
