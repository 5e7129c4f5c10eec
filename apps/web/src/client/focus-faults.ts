/**
 * A page that came back with faults begins at them: what is wrong is read first, also by those who listen (WCAG 3.3.1, 4.1.3). Without
 * script the list of faults stands first on the page, and the title says "Fel:".
 */
document.getElementById('fel')?.focus();

/** A field that is led to from the list of faults takes the focus too, not only the view: fieldsets are no targets of their own. */
for (const link of document.querySelectorAll<HTMLAnchorElement>('#fel a[href^="#"]'))
  link.addEventListener('click', (event) => {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    const control = target?.matches('fieldset') ? target.querySelector<HTMLElement>('input') : target;
    if (control == null) return;
    event.preventDefault();
    (target?.querySelector('legend') ?? control).scrollIntoView();
    control.focus({ preventScroll: true });
  });
