/** A page that stands open says in time that the session will end: the server says how long it is until then (libs/ui page.tsx). */
const line = document.querySelector<HTMLElement>('[data-foretell-in]');
if (line?.hidden === true) setTimeout(() => (line.hidden = false), Number(line.dataset['foretellIn']) * 1_000);
