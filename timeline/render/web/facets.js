// One fieldset a facet: its values with counts, most frequent first; what has been chosen stays in sight.
const LABELS = {actor: 'Actors', place: 'Places', source: 'Sources', label: 'Labels', status: 'Status', precision: 'Precision'};
const FEW = 7, MORE = 40;

for (const facet of facets) {
  facet.rows = new Map();
  facet.drawn = facet.values.length > FEW + 2 ? FEW : FEW + 2;
  facet.more = make('button', {type: 'button', onclick: () => { facet.drawn += MORE; showFacets(); }});
  const set = make('fieldset', {}, make('legend', {textContent: LABELS[facet.name]}), facet.more);
  if (facet.values.length > (['source', 'status', 'precision'].includes(facet.name) ? 1 : 0)) $('facets').append(set);
}
function addRow({values, chosen, rows, more}, v) {
  const box = make('input', {type: 'checkbox', onchange: () => { chosen[box.checked ? 'add' : 'delete'](v); update(); }});
  const name = make('span', {dir: 'auto', textContent: values[v]}), number = make('small'), label = make('label', {}, box, name, number);
  rows.set(v, {label, box, number});
  more.before(label);
}
function showFacets() {
  for (const facet of facets) {
    const {values, chosen, counts, rows, drawn, more} = facet;
    for (const v of [...Array(min(drawn, values.length)).keys(), ...chosen]) if (!rows.has(v)) addRow(facet, v);
    for (const [v, {label, box, number}] of rows) {
      number.textContent = told(counts[v]);
      label.className = counts[v] ? '' : 'zero';
      box.checked = chosen.has(v);
    }
    more.hidden = drawn >= values.length;
    more.textContent = `${told(values.length - drawn)} more`;
  }
}
