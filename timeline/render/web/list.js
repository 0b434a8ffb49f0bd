// The list in the page: hide what is sifted out, walk through the rest, open one.
const items = [...document.querySelectorAll('#list li')];
const place = new Map(items.map((item, i) => [item.id, i]));
const lists = [...document.querySelectorAll('#list ol')].map(node => ({node, size: node.children.length, section: node.parentNode}));
const was = new Uint8Array(count).fill(1);
let current = -1;
const titleOf = i => items[i].firstChild.lastChild.firstChild.textContent.trim();
const dateWords = i => items[i].firstChild.firstChild.textContent;

function showList() {
  const left = new Map(), add = (node, n) => left.set(node, (left.get(node) || 0) + n);
  let i = 0;
  for (const {node, size, section} of lists) {
    let n = 0;
    for (const end = i + size; i < end; i++) {
      n += shown[i];
      if (shown[i] !== was[i]) items[i].hidden = !(was[i] = shown[i]);
    }
    for (const part of [node, section, section.parentNode]) add(part, n);
  }
  for (const [node, n] of left) {
    if (n !== node.left && node.matches('div, ol + ol')) node.style.setProperty('--n', n);
    if (node.hidden !== !n) node.hidden = !n;
    node.left = n;
  }
  $('nothing').hidden = total > 0;
}
// In a page of very many events the quotes wait as text in a noscript element.
function unfold(item) {
  const waiting = item.lastChild.querySelector('noscript');
  if (waiting) waiting.outerHTML = waiting.textContent;
}
function mark(i) {
  items[current]?.removeAttribute('aria-current');
  items[current = i].setAttribute('aria-current', 'true');
}
function choose(i, open) {
  mark(i);
  const item = items[i], heading = item.firstChild;
  heading.tabIndex = -1;
  heading.focus({preventScroll: true});
  if (open !== undefined) item.lastChild.open = open;
  item.scrollIntoView({block: 'nearest'});
  requestAnimationFrame(() => item.scrollIntoView({block: 'nearest'}));
}
function walk(by) {
  let i = current < 0 && by < 0 ? count : current;
  do i += by; while (i >= 0 && i < count && !shown[i]);
  if (i >= 0 && i < count) choose(i);
}
function citation(item) {
  const i = place.get(item.id);
  const quotes = [...item.querySelectorAll('figure')].map(({firstChild: quote, lastChild: source}) => {
    const link = source.querySelector('a');
    return `“${quote.textContent}” — ${source.textContent.split(' · ')[0]}${link ? ` <${link.href}>` : ''}`;
  });
  return [`${dateWords(i)}: ${titleOf(i)}`, ...quotes].join('\n');
}
// What can be done with an event, made when it is first opened.
$('list').addEventListener('toggle', ({target}) => {
  const item = target.parentNode;
  if (!target.open) return;
  mark(place.get(item.id));
  if (target.querySelector('.acts')) return;
  unfold(item);
  const copy = make('button', {textContent: 'Copy citation'});
  copy.onclick = () => navigator.clipboard?.writeText(citation(item)).then(() => copy.textContent = 'Copied', () => {});
  const link = make('a', {textContent: 'Link to this event', href: `#${item.id}`});
  target.append(make('p', {className: 'acts'}, copy, link));
}, true);
$('list').addEventListener('click', event => {
  const heading = event.target.closest('h3');
  if (!heading || getSelection().toString()) return;
  choose(place.get(heading.parentNode.id), !heading.parentNode.lastChild.open);
});

// Print has all quotes of what is shown; browsers that cannot style what is closed have it opened.
addEventListener('beforeprint', () => items.forEach((item, i) => {
  if (!shown[i]) return;
  unfold(item);
  if (!CSS.supports('selector(::details-content)')) item.lastChild.open = true;
}));

// Words: all of them have to stand somewhere in the event or its quotes, whatever their accents and case.
const SIGNS = {amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'"};
const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
// Quotes that still wait in a noscript element are markup there: their signs and tags are undone.
function wordsOf(item) {
  const waiting = item.querySelector('noscript'), all = item.textContent;
  if (!waiting) return all;
  const quotes = waiting.textContent.replace(/<[^>]*>/g, ' ').replace(/&(amp|lt|gt|quot|#x27);/g, (_, name) => SIGNS[name]);
  return all.slice(0, all.length - waiting.textContent.length) + quotes;
}
let texts = null;
function search(query) {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (words.length && !texts) texts = items.map(item => plain(wordsOf(item)));
  for (let i = 0; i < count; i++) hits[i] = words.every(word => texts[i].includes(word)) ? 1 : 0;
}
