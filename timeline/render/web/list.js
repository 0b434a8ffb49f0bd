// The list in the page: hide what is sifted out, walk through the rest, open one.
const items = [...document.querySelectorAll('#list li')];
const place = new Map(items.map((item, i) => [item.id, i]));
const sections = [...document.querySelectorAll('#list section')].map(node => ({node, size: node.querySelectorAll('ol > li').length}));
const was = new Uint8Array(count).fill(1);
let current = -1;

function showList() {
  let i = 0;
  for (const section of sections) {
    let left = 0;
    for (const end = i + section.size; i < end; i++) {
      left += shown[i];
      if (shown[i] !== was[i]) items[i].hidden = !(was[i] = shown[i]);
    }
    if (section.node.hidden !== !left) section.node.hidden = !left;
  }
  $('nothing').hidden = total > 0;
}
function choose(i, open) {
  if (current >= 0) items[current].removeAttribute('aria-current');
  current = i;
  if (i < 0) return;
  const item = items[i], heading = item.firstChild;
  item.setAttribute('aria-current', 'true');
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
  const [time, , title] = item.firstChild.children;
  const quotes = [...item.querySelectorAll('figure')].map(figure => {
    const link = figure.querySelector('a');
    const source = figure.lastChild.cloneNode(true);
    source.querySelector('small')?.remove();
    return `“${figure.firstChild.textContent}” — ${source.textContent}${link ? ' <' + link.href + '>' : ''}`;
  });
  return [`${time.textContent}: ${title.firstChild.textContent.trim()}`, ...quotes].join('\n');
}
// What can be done with an event, made when it is first opened.
$('list').addEventListener('toggle', ({target}) => {
  const item = target.parentNode;
  if (!target.open || target.querySelector('.acts')) return;
  const acts = document.createElement('p'), copy = document.createElement('button'), link = document.createElement('a');
  acts.className = 'acts';
  copy.textContent = 'Copy citation';
  copy.onclick = async () => {
    await navigator.clipboard?.writeText(citation(item)).then(() => copy.textContent = 'Copied', () => {});
  };
  link.textContent = 'Link to this event';
  link.href = `#${item.id}`;
  acts.append(copy, link);
  target.append(acts);
}, true);
$('list').addEventListener('click', event => {
  const heading = event.target.closest('h3');
  if (!heading || getSelection().toString()) return;
  choose(place.get(heading.parentNode.id), !heading.parentNode.lastChild.open);
});

// Words: all of them have to stand somewhere in the event or its quotes, whatever their accents and case.
const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
let texts = null;
function search(query) {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (words.length && !texts) texts = items.map(item => plain(item.textContent));
  for (let i = 0; i < count; i++) hits[i] = words.every(word => texts[i].includes(word)) ? 1 : 0;
}
