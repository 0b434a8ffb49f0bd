// What was chosen is kept in the address after `#`, so that a link is a finding: t=1988/1994&u=1&q=…&actor=…&e=…
function writeAddress() {
  const state = new URLSearchParams(), words = find.value.trim();
  if (!isWhole()) state.set('t', `${edgeCode(range.from)}/${edgeCode(range.to - 1, true)}`);
  if (!isWhole() && under.checked) state.set('u', 1);
  if (words) state.set('q', words);
  for (const {name, values, chosen} of facets) for (const v of chosen) state.append(name, values[v]);
  if (items[current]?.lastChild.open) state.set('e', items[current].id.slice(2));
  const address = `#${state}`.replaceAll('%2F', '/');
  if (address !== (location.hash || '#')) history.replaceState(null, '', address === '#' ? location.href.split('#')[0] : address);
}
function readAddress() {
  const state = new URLSearchParams(location.hash.slice(1).replace(/^e-/, 'e='));
  const [a, b] = (state.get('t') || '').split('/').map(parseDay);
  const from = max(bounds.from, a?.[0] ?? bounds.from), to = min(bounds.to, b ? b[1] + 1 : bounds.to);
  Object.assign(range, from < to ? {from, to} : bounds);
  under.checked = state.has('u');
  search(find.value = state.get('q') || '');
  for (const {name, values, chosen} of facets) {
    chosen.clear();
    for (const value of state.getAll(name)) if (values.includes(value)) chosen.add(values.indexOf(value));
  }
  return place.get(`e-${state.get('e')}`);
}
