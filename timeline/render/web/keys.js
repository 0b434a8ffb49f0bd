// What the buttons and the single keys do; keys are off where one types, with modifiers, and where the reader wants none.
const ACTS = {
  j: () => walk(1), k: () => walk(-1), '[': () => zoom(2.5), ']': () => zoom(.4), 0: showAll, reset: clear,
  ArrowLeft: () => pan(-.3), ArrowRight: () => pan(.3), '/': () => find.focus(), '?': () => $('help').showModal(),
};
addEventListener('click', ({target}) => ACTS[target.closest('[data-key]')?.dataset.key]?.());
addEventListener('keydown', event => {
  const {key, target} = event, isTyping = target.matches('input:not([type=checkbox])');
  if (event.ctrlKey || event.metaKey || event.altKey || $('help').open) return;
  if (key === 'Escape' && isTyping) {
    if (target === find) search(target.value = '');
    update();
    target.blur();
  } else if (key === 'Escape') clear();
  else if (key === 'Enter' && target.matches('h3')) turn(current);
  else if (!isTyping && $('keys').checked && ACTS[key]) {
    event.preventDefault();
    ACTS[key]();
  }
});
function clear() {
  search(find.value = '');
  for (const {chosen} of facets) chosen.clear();
  showAll();
}
