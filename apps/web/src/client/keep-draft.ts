/**
 * Keeps what is being typed in a case's forms when the person has paused: a phone rings, and nothing is lost. The same as pressing "Spara
 * utkast", which is there without script. Kept on the server, sealed, for this person alone.
 */
const PAUSE_MS = 2000;

for (const form of document.querySelectorAll<HTMLFormElement>('form.command:has(output.kept)')) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending: AbortController | undefined;
  const said = form.querySelector('output.kept');

  const keep = async (): Promise<void> => {
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
    body.set('_do', 'keepDraft');
    sending = new AbortController();
    try {
      const response = await fetch(form.action, { method: 'POST', body, redirect: 'manual', signal: sending.signal });
      const isKept = response.type === 'opaqueredirect';
      if (said !== null) said.textContent = isKept ? `Utkast sparat ${time()}` : 'Utkastet kunde inte sparas';
    } catch {
      // Sent away by the person meanwhile, or no network: the page still has the words, and the next pause tries again.
      if (said !== null && !sending.signal.aborted) said.textContent = 'Utkastet kunde inte sparas. Det du skrivit finns kvar här på sidan.';
    }
  };

  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void keep(), PAUSE_MS);
  });
  // What is sent must not be kept after it: the draft is gone when the command is accepted.
  form.addEventListener('submit', () => {
    clearTimeout(timer);
    sending?.abort();
  });
}

const time = (): string => new Date().toLocaleTimeString('sv-SE', { hour: '2-digit', minute: '2-digit' });
