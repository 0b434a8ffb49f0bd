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
  const wide = range.to - range.from, from = range.from + wide * at * (1 - by);
  if (by < 1 || !isWhole()) setRange(from, from + wide * by, isRounded);
}
function pan(by) {
  const step = (range.to - range.from) * by;
  if (!isWhole()) setRange(range.from + step, range.to + step);
}
const showAll = () => setRange(bounds.from, bounds.to);
const fields = [$('from'), $('to')];
for (const field of fields) {
  field.onchange = () => {
    const [a, b] = fields.map(field => parseDay(field.value)), isRight = a && b && a[0] <= b[1];
    field.setAttribute('aria-invalid', !isRight);
    if (isRight) setRange(a[0], b[1] + 1, false);
  };
}

// Below: drag a stretch to zoom into it, click an event to open it, two fingers zoom.
const partOf = (node, {clientX}) => (clientX - node.getBoundingClientRect().left) / node.clientWidth;
const dayAt = (part, {from, to} = drawn) => from + part * (to - from);
const fingers = new Map();
const spread = () => abs([...fingers.values()].reduce((a, b) => a - b));
// The brush is the part of the strip where it began, and that where it is.
const isDrag = () => brush && abs(brush[1] - brush[0]) * view.clientWidth > 5;
let pinch, pressed;

const brushed = () => [min(...brush), max(...brush)];
function setBrush(parts) {
  brush = parts;
  put($('brush'), ...brush ? brushed() : [0, 0]);
}
view.onpointerdown = event => {
  const part = partOf(view, event);
  pressed = owners.get(event.target);
  view.setPointerCapture(event.pointerId);
  fingers.set(event.pointerId, part);
  pinch = fingers.size > 1 && spread();
  setBrush(pinch ? null : [part, part]);
};
view.onpointermove = event => {
  const part = partOf(view, event);
  if (fingers.has(event.pointerId)) fingers.set(event.pointerId, part);
  if (pinch && fingers.size > 1 && abs(spread() / pinch - 1) > .08) {
    zoom(within(.5, pinch / max(.01, spread()), 2), part, false);
    pinch = spread();
  }
  if (brush) setBrush([brush[0], within(0, part, 1)]);
  tell(event);
};
view.onpointerup = view.onpointercancel = ({type, pointerId}) => {
  const ends = isDrag() && brushed().map(part => dayAt(part)), wasClick = brush && !ends;
  fingers.delete(pointerId);
  setBrush(null);
  if (type !== 'pointerup') return;
  if (ends) setRange(...ends);
  if (wasClick && items[pressed]) choose(pressed, true);
};
view.ondblclick = event => {
  if (pressed === undefined) zoom(.4, partOf(view, event));
};
view.onpointerleave = () => $('hint').textContent = '';
view.onwheel = event => {
  const {deltaX, deltaY} = event, isAcross = abs(deltaX) > abs(deltaY);
  if (!isAcross && !event.ctrlKey && !event.metaKey) return;
  event.preventDefault();
  if (isAcross) pan(deltaX / view.clientWidth);
  else zoom(2 ** (within(-60, deltaY, 60) / 120), partOf(view, event), false);
};

// What is under the pointer: an event's date and title, the stretch that is being dragged, or the day.
function tell(event) {
  const i = owners.get(event.target), level = drawn.to - drawn.from > 3650 ? 1 : 3;
  const parts = isDrag() ? brushed() : [partOf(view, event)];
  $('hint').textContent = items[i] ? `${dateWords(i)}: ${titleOf(i)}` : parts.map(part => edgeWords(dayAt(part), level)).join(' – ');
}

// Above: take the window and move it, or drag a new one.
let held;
const wholeDay = event => dayAt(within(0, partOf(whole, event), 1), bounds);
whole.onpointerdown = event => {
  whole.setPointerCapture(event.pointerId);
  held = {day: wholeDay(event), isInside: event.target.id === 'window'};
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
