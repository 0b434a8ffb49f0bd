// Single keys; off where one types, with modifiers, and where the reader has switched them off.
const ACTS = {
  j: () => walk(1), k: () => walk(-1), '[': () => zoom(2.5), ']': () => zoom(.4), 0: showAll,
  ArrowLeft: () => pan(-.25), ArrowRight: () => pan(.25), '/': () => $('find').focus(), '?': () => $('help').showModal(),
};
addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || $('help').open) return;
  const typing = event.target.matches('input:not([type=checkbox])');
  if (event.key === 'Escape') return typing ? (event.target.value = '', event.target.dispatchEvent(new Event('input')), event.target.blur()) : clear();
  if (event.key === 'Enter' && event.target.matches('h3')) return choose(current, !items[current].lastChild.open);
  if (typing || !$('keys').checked || !Object.hasOwn(ACTS, event.key)) return;
  event.preventDefault();
  ACTS[event.key]();
});
function clear() {
  $('find').value = '';
  search('');
  for (const facet of facts.facets) facet.chosen.clear();
  showAll();
}
