// Choosing a range: by dragging, wheel, fingers, buttons and the two fields.
function setRange(from, to, snap = true) {
  const most = bounds.to - bounds.from, wide = min(most, max(3, to - from));
  let a = (from + to - wide) / 2;
  a = max(bounds.from, min(bounds.to - wide, a));
  let b = a + wide;
  if (snap && wide < most) [a, b] = [round(a, wide, 0), round(b, wide, 1)];
  [range.from, range.to] = b - a < most ? [max(bounds.from, a), min(bounds.to, b)] : [bounds.from, bounds.to];
  update();
}
// To whole years where the range is long, to months where it is middling, else to days: nobody points better.
function round(day, wide, up) {
  const [y, m] = dateOf(day), down = [wide > 365 * 25 ? dayOf(y) : wide > 365 * 3 ? dayOf(y, m) : floor(day)];
  const next = wide > 365 * 25 ? dayOf(y + 1) : wide > 365 * 3 ? nextMonth(y, m) : floor(day) + 1;
  return day - down[0] < (next - down[0]) / 2 ? down[0] : next;
}
function zoom(by, at = .5, snap = true) {
  const wide = range.to - range.from, centre = range.from + wide * at;
  if (by > 1 && isWhole()) return;
  setRange(centre - wide * by * at, centre + wide * by * (1 - at), snap);
}
function pan(by) {
  const step = (range.to - range.from) * by;
  if (!isWhole()) setRange(range.from + step, range.to + step);
}
const spotOf = (canvas, event) => event.clientX - canvas.getBoundingClientRect().left;
const dayAt = x => window_.from + x / view.clientWidth * (window_.to - window_.from);
const under = event => {
  const x = spotOf(view, event), y = event.clientY - view.getBoundingClientRect().top;
  return drawn.find(box => abs(box.y - y) <= box.lane / 2 && x >= min(box.a, box.at ?? box.a) - 4 && x <= max(box.b, box.text ? box.at + box.width : 0) + 4);
};
const fingers = new Map();
let pinch = 0;
view.addEventListener('pointerdown', event => {
  fingers.set(event.pointerId, spotOf(view, event));
  view.setPointerCapture(event.pointerId);
  pinch = fingers.size > 1 ? spread() : 0;
  brush = pinch ? null : [spotOf(view, event), spotOf(view, event)];
});
const spread = () => abs([...fingers.values()].reduce((a, b) => a - b));
view.addEventListener('pointermove', event => {
  const x = spotOf(view, event);
  if (fingers.has(event.pointerId)) fingers.set(event.pointerId, x);
  if (pinch && fingers.size > 1) {
    const wide = spread();
    if (abs(wide / pinch - 1) > .08) zoom(max(.5, min(2, pinch / max(1, wide))), [...fingers.values()].reduce((a, b) => a + b) / 2 / view.clientWidth, false), pinch = wide;
  } else if (brush) {
    brush[1] = max(0, min(view.clientWidth, x));
    drawView();
  }
  tell(event);
});
function lift(event) {
  fingers.delete(event.pointerId);
  const drag = brush;
  brush = null;
  if (drag && event.type === 'pointerup') {
    const box = under(event);
    if (abs(drag[1] - drag[0]) > 5) setRange(dayAt(min(...drag)), dayAt(max(...drag)));
    else if (box) choose(box.i, true);
  }
  if (!fingers.size) pinch = 0;
  drawView();
}
view.addEventListener('pointerup', lift);
view.addEventListener('pointercancel', lift);
view.addEventListener('pointerleave', () => { if (!brush) $('hint').textContent = ''; });
view.addEventListener('dblclick', event => { if (!under(event)) zoom(.4, spotOf(view, event) / view.clientWidth); });
view.addEventListener('wheel', event => {
  const across = abs(event.deltaX) > abs(event.deltaY);
  if (!across && !event.ctrlKey && !event.metaKey) return;
  event.preventDefault();
  if (across) pan(event.deltaX / view.clientWidth);
  else zoom(2 ** (max(-60, min(60, event.deltaY)) / 120), spotOf(view, event) / view.clientWidth, false);
}, {passive: false});

// Under the pointer: an event's date and title, or the day.
function tell(event) {
  const box = brush && abs(brush[1] - brush[0]) > 5 ? null : under(event);
  view.style.cursor = box ? 'pointer' : '';
  if (box) return $('hint').textContent = `${items[box.i].firstChild.firstChild.textContent}: ${items[box.i].firstChild.lastChild.textContent}`;
  const wide = window_.to - window_.from, words = day => wide > 3650 ? yearWords(dateOf(day)[0]) : edgeWords(floor(day) + .5, false);
  $('hint').textContent = brush ? `${words(dayAt(min(...brush)))} – ${words(dayAt(max(...brush)))}` : words(dayAt(spotOf(view, event)));
}
// In the strip above: take the window and move it, or draw a new one.
let held = null;
const wholeDay = event => bounds.from + spotOf(whole, event) / whole.clientWidth * (bounds.to - bounds.from);
whole.addEventListener('pointerdown', event => {
  const day = wholeDay(event);
  held = !isWhole() && day >= range.from && day <= range.to ? {by: day - range.from} : {start: day};
  whole.setPointerCapture(event.pointerId);
});
whole.addEventListener('pointermove', event => {
  if (!held) return;
  const day = max(bounds.from, min(bounds.to, wholeDay(event))), wide = range.to - range.from;
  if (held.start !== undefined) window_ = {from: min(day, held.start), to: max(day, held.start) + 1};
  else {
    const from = max(bounds.from, min(bounds.to - wide, day - held.by));
    window_ = {from, to: from + wide};
  }
  drawStrip();
});
whole.addEventListener('pointerup', () => {
  if (held && (window_.from !== range.from || window_.to !== range.to)) setRange(window_.from, window_.to);
  held = null;
});
whole.addEventListener('pointercancel', () => { held = null; slide(); });
for (const [id, act] of [['earlier', () => pan(-.4)], ['later', () => pan(.4)], ['wider', () => zoom(2.5)], ['closer', () => zoom(.4)], ['all', () => setRange(bounds.from, bounds.to)]]) $(id).onclick = act;
for (const id of ['from', 'to']) {
  $(id).onchange = () => {
    const [a, b] = [parseDay($('from').value), parseDay($('to').value)];
    const right = a && b && a[0] <= b[1];
    $(id).setAttribute('aria-invalid', !right);
    if (right) setRange(a[0], b[1] + 1, false);
  };
}
