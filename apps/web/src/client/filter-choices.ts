/**
 * A long list of choices gets a search of its own. What is chosen is always shown. Without script the list is scrolled. The search has no name, so
 * that it is no part of the form.
 */
for (const list of document.querySelectorAll<HTMLElement>('[data-many]')) {
  const options = [...list.querySelectorAll<HTMLLabelElement>('label')];
  const id = `${list.id}-sok`;
  const label = Object.assign(document.createElement('label'), { htmlFor: id, textContent: 'Sök i listan' });
  const search = Object.assign(document.createElement('input'), { id, type: 'search', className: 'ds-input', autocomplete: 'off' });
  const told = Object.assign(document.createElement('p'), { className: 'hint' });
  told.setAttribute('role', 'status');
  search.addEventListener('input', () => {
    const wanted = search.value.trim().toLocaleLowerCase('sv');
    for (const option of options)
      option.hidden = option.querySelector('input')?.checked !== true && !(option.textContent ?? '').toLocaleLowerCase('sv').includes(wanted);
    const shown = options.filter(({ hidden }) => !hidden).length;
    told.textContent = wanted === '' ? '' : `${shown} av ${options.length} visas`;
  });
  // Enter looks for a name; it does not send the form.
  search.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') event.preventDefault();
  });
  list.before(label, search, told);
}
