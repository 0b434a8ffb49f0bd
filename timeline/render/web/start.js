// After every choice: sift, then show it everywhere.
const SHORT = {'date inferred': 'inferred dates'};
function update() {
  sift();
  showList();
  showFacets();
  const chosen = facts.facets.flatMap(facet => [...facet.chosen].map(v => SHORT[facet.values[v]] ?? facet.values[v]));
  const all = total === count && !chosen.length && isWhole();
  const time = isWhole() ? [] : [`${edgeWords(range.from, false)} – ${edgeWords(range.to - 1, true)}`];
  const said = [`${total.toLocaleString('en')} of ${count.toLocaleString('en')} events`, ...time, ...chosen].join(' · ');
  $('state').textContent = all ? `${count.toLocaleString('en')} events` : said;
  for (const [id, day, isEnd] of [['from', range.from, false], ['to', range.to - 1, true]]) {
    $(id).value = edgeWords(day, isEnd);
    $(id).removeAttribute('aria-invalid');
  }
  slide();
  writeAddress();
}
let waiting = 0;
$('find').addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => { search($('find').value); update(); }, count > 2000 ? 150 : 0);
});
document.querySelector('[role=search]').onsubmit = event => event.preventDefault();
$('reset').onclick = clear;
$('help-open').onclick = () => $('help').showModal();
$('list').addEventListener('toggle', () => writeAddress(), true);

function follow() {
  const wanted = readAddress();
  update();
  if (wanted >= 0) choose(wanted, true);
}
function measure() {
  const sticks = getComputedStyle($('strip')).position === 'sticky';
  document.documentElement.style.setProperty('--top', sticks ? `${$('strip').offsetHeight}px` : '0px');
  drawStrip();
}
for (const node of document.querySelectorAll('#strip, form[role=search]')) node.hidden = false;
$('facets').open = innerWidth > 900;
colours();
new ResizeObserver(measure).observe($('strip'));
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => { colours(); drawStrip(); });
addEventListener('hashchange', follow);
follow();
