// One fieldset a facet: its values with counts, most frequent first; what has been chosen stays in sight.
const FEW = 7, MORE = 40;

for (const facet of facets) {
  const {label, values, chosen} = facet, rows = new Map();
  let drawn = values.length < FEW + 3 ? values.length : FEW;
  const more = make('button', {type: 'button', onclick: () => { drawn += MORE; facet.show(); }});
  const addRow = v => {
    const box = make('input', {type: 'checkbox', onchange: () => { chosen[box.checked ? 'add' : 'delete'](v); update(); }});
    const number = make('small'), row = make('label', {}, box, make('span', {dir: 'auto', textContent: values[v]}), number);
    rows.set(v, {row, box, number});
    more.before(row);
  };
  facet.show = () => {
    for (const v of [...values.keys()].slice(0, drawn).concat(...chosen)) if (!rows.has(v)) addRow(v);
    for (const [v, {row, box, number}] of rows) {
      number.textContent = told(facet.counts[v]);
      row.className = facet.counts[v] ? '' : 'zero';
      box.checked = chosen.has(v);
    }
    more.hidden = drawn >= values.length;
    more.textContent = `${told(values.length - drawn)} more`;
  };
  $('facets').append(make('fieldset', {}, make('legend', {textContent: label}), more));
}
