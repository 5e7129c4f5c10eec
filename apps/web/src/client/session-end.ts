/**
 * Warns on an open page that the session will end; the server gives the time that is left (libs/ui page.tsx). It is asked again before anything is
 * said, since what is done in another tab, or saved meanwhile, prolongs the session; to ask does not.
 */
const line = document.querySelector<HTMLElement>('[data-foretell-in]');
if (line?.hidden === true) later(line, Number(line.dataset['foretellIn']));

function later(shown: HTMLElement, seconds: number): void {
  setTimeout(() => void foretell(shown), seconds * 1_000);
}

async function foretell(shown: HTMLElement): Promise<void> {
  const end = await fetch('/inloggningar/kvar', { headers: { accept: 'application/json' } })
    .then((response): Promise<{ readonly foretellIn: number; readonly text: string }> => response.json())
    // No connection, or no session any longer: what the page was drawn with holds.
    .catch(() => null);
  if (end !== null && end.foretellIn > 0) return later(shown, end.foretellIn);
  shown.hidden = false;
  if (end !== null) shown.textContent = end.text;
}
