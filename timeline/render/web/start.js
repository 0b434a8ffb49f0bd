// After every choice: sift, then show it everywhere.
function update() {
  sift();
  showList();
  for (const facet of facets) facet.show();
  const all = isWhole(), chosen = facets.flatMap(facet => [...facet.chosen].map(v => facet.values[v]));
  const [a, b] = all ? extent : [range.from, range.to - 1];
  const level = all ? 1 : max(edge(a).length, edge(b, true).length);
  const words = [edgeWords(a, level), edgeWords(b, level)];
  const number = `${told(count)} event${count === 1 ? '' : 's'}`, said = [...all ? [] : [words.join(' – ')], ...chosen];
  $('state').textContent = total < count || said.length ? [`${told(total)} of ${number}`, ...said].join(' · ') : number;
  fields.forEach((field, n) => {
    field.value = words[n];
    field.removeAttribute('aria-invalid');
  });
  $('way').hidden = !already;
  $('way').lastChild.textContent = `${told(already)} already under way`;
  slide();
  writeAddress();
}
let soon;
find.oninput = ({target}) => {
  clearTimeout(soon);
  soon = setTimeout(() => { search(target.value); update(); }, count > 2000 ? 150 : 0);
};
$('filters').onsubmit = event => event.preventDefault();
under.onchange = update;

function follow() {
  const wanted = readAddress();
  Object.assign(drawn, range);
  update();
  root.classList.remove('loading');
  if (items[wanted]) choose(wanted, true);
}
// The list keeps clear of the strip, where that stays in sight; `--top` is told only when it changes.
let height;
function measure() {
  const sticks = getComputedStyle(strip).position === 'sticky' ? strip.offsetHeight : 0;
  if (sticks !== height) root.style.setProperty('--top', `${height = sticks}px`);
}
strip.hidden = !items.some((_, i) => isDated(i));
$('filters').hidden = !count;
$('facets').open = innerWidth > 900;
measure();
follow();
new ResizeObserver(() => { measure(); drawStrip(); }).observe(strip);
addEventListener('hashchange', follow);
