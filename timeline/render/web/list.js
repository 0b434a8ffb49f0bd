// The list in the page: hide what is sifted out, walk through the rest, open one.
const items = [...document.querySelectorAll('#list li')];
const place = new Map(items.map((item, i) => [item.id, i]));
const lists = [...document.querySelectorAll('#list ol')].map(node => ({node, size: node.children.length}));
let current = -1;
const dateWords = i => items[i].firstChild.firstChild.textContent;
const titleOf = i => items[i].firstChild.lastChild.firstChild.textContent.trim();

function showList() {
  const left = new Map();
  let i = 0;
  for (const {node, size} of lists) {
    let n = 0;
    for (const end = i + size; i < end; i++) {
      n += shown[i];
      if (items[i].hidden === shown[i]) items[i].hidden = !shown[i];
    }
    for (let part = node; part.id !== 'list'; part = part.parentNode) left.set(part, (left.get(part) ?? 0) + n);
  }
  for (const [node, n] of left) {
    if (n === node.left) continue;
    node.left = n;
    node.hidden = !n;
    if (node.matches('div, ol + ol')) node.style.setProperty('--n', n);
  }
  $('nothing').hidden = total;
}
// In a page of very many events the quotes wait, as text, in a noscript element.
const waiting = item => item.querySelector('noscript')?.textContent ?? '';
const read = text => new DOMParser().parseFromString(text, 'text/html').body;
function unfold(item) {
  item.querySelector('noscript')?.replaceWith(...read(waiting(item)).childNodes);
}
function mark(i) {
  items[current]?.removeAttribute('aria-current');
  items[current = i].setAttribute('aria-current', true);
  drawStrip();
}
function choose(i, open) {
  const {firstChild: heading, lastChild: details} = items[i], seen = () => items[i].scrollIntoView({block: 'nearest'});
  mark(i);
  heading.tabIndex = -1;
  heading.focus({preventScroll: true});
  details.open = open ?? details.open;
  seen();
  requestAnimationFrame(seen);
}
const turn = i => choose(i, !items[i].lastChild.open);
function walk(by) {
  let i = current < 0 && by < 0 ? count : current;
  do i += by; while (items[i] && !shown[i]);
  if (items[i]) choose(i);
}
function citation(i) {
  const quotes = [...items[i].querySelectorAll('figure')].map(({firstChild: quote, lastChild: source}) => {
    const link = source.querySelector('a');
    return `“${quote.textContent}” — ${source.textContent.split(' · ')[0]}${link ? ` <${link.href}>` : ''}`;
  });
  return [`${dateWords(i)}: ${titleOf(i)}`, ...quotes].join('\n');
}
// What can be done with an event, made when it is first opened.
list.addEventListener('toggle', ({target}) => {
  const item = target.parentNode, i = place.get(item.id);
  if (target.open) mark(i);
  if (target.open && !target.querySelector('.acts')) {
    unfold(item);
    const copy = make('button', {textContent: 'Copy citation'});
    copy.onclick = () => navigator.clipboard?.writeText(citation(i)).then(() => copy.textContent = 'Copied', () => {});
    target.append(make('p', {className: 'acts'}, copy, make('a', {textContent: 'Link to this event', href: `#${item.id}`})));
  }
  writeAddress();
}, true);
list.addEventListener('click', ({target}) => {
  const heading = target.closest('h3');
  if (heading && !`${getSelection()}`) turn(place.get(heading.parentNode.id));
});

// Print has all quotes of what is shown; browsers that cannot style what is closed have it opened.
addEventListener('beforeprint', () => items.forEach((item, i) => {
  if (!shown[i]) return;
  unfold(item);
  if (!CSS.supports('selector(::details-content)')) item.lastChild.open = true;
}));

// Words: all of them have to stand somewhere in the event or its quotes, whatever their accents and case.
const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
let texts;
function allTexts() {
  const raw = items.map(waiting), quotes = read(`<div>${raw.join('</div><div>')}</div>`).children;
  return items.map((item, i) => plain(item.textContent.replace(raw[i], '') + quotes[i].textContent));
}
function search(query) {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (words.length) texts ??= allTexts();
  hits = texts?.map(text => words.every(word => text.includes(word)));
}
