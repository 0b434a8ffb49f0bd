// What was chosen is kept in the address after `#`, so that a link is a finding: t=1988/1994&u=1&q=…&actor=…&e=…
function writeAddress() {
  const state = new URLSearchParams();
  if (!isWhole()) state.set('t', `${edgeCode(range.from, false)}/${edgeCode(range.to - 1, true)}`);
  if (!isWhole() && $('under').checked) state.set('u', 1);
  if ($('find').value.trim()) state.set('q', $('find').value.trim());
  for (const facet of facets) for (const v of facet.chosen) state.append(facet.name, facet.values[v]);
  if (current >= 0 && items[current].lastChild.open) state.set('e', items[current].id.slice(2));
  const address = `#${state}`.replace(/%2F/g, '/');
  if (address !== (location.hash || '#')) history.replaceState(null, '', address === '#' ? location.href.split('#')[0] : address);
}
function readAddress() {
  const hash = location.hash.slice(1);
  const state = new URLSearchParams(hash.startsWith('e-') ? `e=${hash.slice(2)}` : hash);
  const [a, b] = (state.get('t') || '').split('/').map(parseDay);
  [range.from, range.to] = a && b && a[0] <= b[1] ? [max(bounds.from, a[0]), min(bounds.to, b[1] + 1)] : [bounds.from, bounds.to];
  if (range.to <= range.from) [range.from, range.to] = [bounds.from, bounds.to];
  $('under').checked = state.has('u');
  $('find').value = state.get('q') || '';
  search($('find').value);
  for (const {name, values, chosen} of facets) {
    chosen.clear();
    for (const value of state.getAll(name)) if (values.includes(value)) chosen.add(values.indexOf(value));
  }
  return place.get(`e-${state.get('e')}`) ?? -1;
}
