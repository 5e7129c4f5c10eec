/**
 * On a page with faults the focus begins at them, so that they are read first, also by screen readers (WCAG 3.3.1, 4.1.3). Without
 * script the list of faults is first on the page, and the title says "Fel:".
 */
document.getElementById('fel')?.focus();

/** A link from the list of faults moves the focus to the field too, not only the view: fieldsets are no targets of their own. */
for (const link of document.querySelectorAll<HTMLAnchorElement>('#fel a[href^="#"]'))
  link.addEventListener('click', (event) => {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    const control = target?.matches('fieldset') ? target.querySelector<HTMLElement>('input') : target;
    if (control == null) return;
    event.preventDefault();
    (target?.querySelector('legend') ?? control).scrollIntoView();
    control.focus({ preventScroll: true });
  });
