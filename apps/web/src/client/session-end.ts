/** Warns on an open page that the session will end; the server gives the time that is left (libs/ui page.tsx). */
const line = document.querySelector<HTMLElement>('[data-foretell-in]');
if (line?.hidden === true) setTimeout(() => (line.hidden = false), Number(line.dataset['foretellIn']) * 1_000);
