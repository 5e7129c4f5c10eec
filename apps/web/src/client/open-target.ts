/**
 * Unfolds and shows what the address points at: an event of the history, a date, a form. Most browsers do so
 * themselves; in others a link from a figure to its event would end at the top of the page.
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
