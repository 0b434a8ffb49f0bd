// After every choice: sift, then show it everywhere.
const events = n => `${told(n)} event${n === 1 ? '' : 's'}`;
function update() {
  sift();
  showList();
  showFacets();
  const chosen = facets.flatMap(facet => [...facet.chosen].map(v => facet.values[v]));
  const all = total === count && !chosen.length && isWhole();
  const [a, b] = isWhole() ? [bounds.low, bounds.high] : [range.from, range.to - 1];
  const level = isWhole() ? 1 : max(edge(a, false).length, edge(b, true).length);
  const [from, to] = [edgeWords(a, false, level), edgeWords(b, true, level)];
  const said = [`${told(total)} of ${events(count)}`, ...(isWhole() ? [] : [`${from} – ${to}`]), ...chosen].join(' · ');
  $('state').textContent = all ? events(count) : said;
  for (const [id, text] of [['from', from], ['to', to]]) {
    $(id).value = text;
    $(id).removeAttribute('aria-invalid');
  }
  $('way').hidden = !already;
  $('way').lastChild.textContent = `${told(already)} already under way`;
  slide();
  writeAddress();
}
let waiting = 0;
$('find').addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => { search($('find').value); update(); }, count > 2000 ? 150 : 0);
});
$('filters').onsubmit = event => event.preventDefault();
$('under').onchange = update;
$('list').addEventListener('toggle', () => writeAddress(), true);

function follow() {
  const wanted = readAddress();
  Object.assign(drawn, range);
  update();
  root.classList.remove('loading');
  if (wanted >= 0) choose(wanted, true);
}
// The list keeps clear of the strip, where that stays in sight.
let height = -1;
function measure() {
  const sticks = getComputedStyle($('strip')).position === 'sticky' ? $('strip').offsetHeight : 0;
  if (sticks !== height) root.style.setProperty('--top', `${height = sticks}px`);
}
$('strip').hidden = !items.some((_, i) => dated(i));
$('filters').hidden = !count;
$('facets').open = innerWidth > 900;
colours();
measure();
follow();
new ResizeObserver(() => { measure(); drawStrip(); }).observe($('strip'));
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => { colours(); drawStrip(); });
addEventListener('hashchange', follow);
