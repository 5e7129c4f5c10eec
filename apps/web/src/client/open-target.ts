/**
 * What an address points at inside something folded is unfolded and shown: an event of the history, a date, a form. Most browsers do so by
 * themselves; where one does not, a figure's way to the event behind it would end at the top of the page.
 */
function show(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target === null) return;
  for (let folded = target.closest('details:not([open])'); folded !== null; folded = target.closest('details:not([open])'))
    (folded as HTMLDetailsElement).open = true;
  target.scrollIntoView();
}

if (location.hash !== '') show();
addEventListener('hashchange', show);
