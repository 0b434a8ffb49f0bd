// What the buttons and the single keys do; keys are off where one types, with modifiers, and where the reader wants none.
const ACTS = {
  j: () => walk(1), k: () => walk(-1), '[': () => zoom(2.5), ']': () => zoom(.4), 0: showAll, reset: clear,
  ArrowLeft: () => pan(-.3), ArrowRight: () => pan(.3), '/': () => $('find').focus(), '?': () => $('help').showModal(),
};
addEventListener('click', ({target}) => ACTS[target.closest('[data-key]')?.dataset.key]?.());
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
  for (const facet of facets) facet.chosen.clear();
  showAll();
}
