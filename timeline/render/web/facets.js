// One fieldset a facet: its values with counts, most frequent first; what has been chosen stays in sight.
const LABELS = {actor: 'Actors', place: 'Places', source: 'Sources', label: 'Labels', status: 'Status', precision: 'Precision'};
const FEW = 7, MORE = 40;

function row(facet, v) {
  const box = make('input', {type: 'checkbox'}), number = make('small', {});
  box.onchange = () => {
    facet.chosen[box.checked ? 'add' : 'delete'](v);
    update();
  };
  const name = make('span', {dir: 'auto', textContent: facet.values[v]});
  facet.rows.set(v, {label: make('label', {}, box, name, number), box, number});
  return facet.rows.get(v).label;
}
function extend(facet, to) {
  for (; facet.drawn < min(to, facet.values.length); facet.drawn++) {
    if (!facet.rows.has(facet.drawn)) facet.more.before(row(facet, facet.drawn));
  }
  const left = facet.values.length - facet.drawn;
  facet.more.hidden = left < 1;
  facet.more.textContent = `${left.toLocaleString('en')} more`;
}
function showFacets() {
  for (const facet of facts.facets) {
    for (const v of facet.chosen) if (!facet.rows.has(v)) facet.more.before(row(facet, v));
    for (const [v, {label, box, number}] of facet.rows) {
      const n = facet.counts[v];
      number.textContent = n.toLocaleString('en');
      label.className = n ? '' : 'zero';
      box.checked = facet.chosen.has(v);
    }
  }
}
for (const facet of facts.facets) {
  facet.rows = new Map();
  facet.drawn = 0;
  facet.more = make('button', {type: 'button', onclick: () => { extend(facet, facet.drawn + MORE); showFacets(); }});
  const set = make('fieldset', {}, make('legend', {textContent: LABELS[facet.name]}), facet.more);
  if (facet.values.length > (['source', 'status', 'precision'].includes(facet.name) ? 1 : 0)) $('facets').append(set);
  extend(facet, facet.values.length > FEW + 2 ? FEW : FEW + 2);
}
