/**
 * Saves what is being typed in a case's forms when the person pauses, so that nothing is lost. The same as pressing "Spara
 * utkast", which works without script. Stored on the server, encrypted, for this person alone.
 */
const PAUSE_MS = 2000;
/** A form that is sent waits this long for the others on the page to be saved. */
const WAIT_MS = 3000;
/** The session ends after an hour without use (libs/organisation/src/sessions.ts). */
const WARN_MS = 50 * 60_000;

type Outcome = 'kept' | 'loggedOut' | 'failed';

let lastHeard = Date.now();
const unkept = new Map<HTMLFormElement, () => Promise<Outcome>>();

for (const form of document.querySelectorAll<HTMLFormElement>('form.command:has(output.kept)')) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending: AbortController | undefined;
  const said = form.querySelector<HTMLElement>('output.kept');

  const keep = async (): Promise<Outcome> => {
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
    body.set('_do', 'keepDraft');
    const aborted = new AbortController();
    sending = aborted;
    unkept.delete(form);
    const outcome = await posted(form, body, aborted.signal);
    if (outcome !== 'kept') unkept.set(form, keep);
    if (said !== null && !aborted.signal.aborted) tell(said, outcome);
    return outcome;
  };

  form.addEventListener('input', () => {
    unkept.set(form, keep);
    clearTimeout(timer);
    timer = setTimeout(() => void keep(), PAUSE_MS);
  });
  // Nothing is saved after the form is sent: its draft is deleted when the command is accepted.
  form.addEventListener('submit', () => {
    clearTimeout(timer);
    sending?.abort();
    unkept.delete(form);
  });
  setInterval(() => {
    if (said !== null && unkept.size === 0 && Date.now() - lastHeard > WARN_MS)
      said.textContent = 'Du loggas snart ut om du inte gör något. Skriv vidare eller spara utkastet, så är du kvar.';
  }, 60_000);
}

/** Only an exact answer counts: a redirect may lead to a log-in page, ours or that of a proxy. */
async function posted(form: HTMLFormElement, body: URLSearchParams, signal: AbortSignal): Promise<Outcome> {
  try {
    const response = await fetch(form.action, { method: 'POST', body, redirect: 'manual', signal, headers: { accept: 'application/json' } });
    lastHeard = Date.now();
    if (response.status === 401 || response.type === 'opaqueredirect') return 'loggedOut';
    const answer = response.ok ? ((await response.json()) as { kept?: unknown }) : {};
    return answer.kept === true ? 'kept' : 'failed';
  } catch {
    // The person has left the page, or there is no network: the page still has the words, and the next pause tries again.
    return 'failed';
  }
}

function tell(said: HTMLElement, outcome: Outcome): void {
  if (outcome === 'kept') said.textContent = `Utkast sparat ${time()}`;
  else if (outcome === 'failed') said.textContent = 'Utkastet kunde inte sparas. Det du skrivit finns kvar här på sidan.';
  else {
    const way = document.createElement('a');
    way.href = '/logga-in?till=/arenden';
    way.target = '_blank';
    way.textContent = 'Logga in i en ny flik';
    said.replaceChildren('Du har loggats ut. Utkastet sparas inte, men det du skrivit finns kvar här på sidan. ', way, ' och fortsätt sedan här.');
  }
}

/** When one form is sent the page is loaded again, so the others are saved first. */
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.matches('form.command')) return;
  const others = [...unkept].filter(([other]) => other !== form);
  if (others.length === 0 || event.defaultPrevented) return;
  event.preventDefault();
  const by = event.submitter;
  const patience = new Promise((resolve) => setTimeout(resolve, WAIT_MS));
  void Promise.race([Promise.all(others.map(([, keep]) => keep())), patience]).then(() => {
    for (const [other] of others) unkept.delete(other);
    form.requestSubmit(by);
  });
});

const time = (): string => new Date().toLocaleTimeString('sv-SE', { hour: '2-digit', minute: '2-digit' });
