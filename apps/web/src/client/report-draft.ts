import { DraftStore } from './draft-store.js';

/*
 * The staff's report on the telephone: what is typed stays on the device until it is sent, and without a network the report waits on the open
 * page. The form itself is sent as usual: the key in it makes a second attempt the same report.
 */

const KEPT_MS = 400;
const ASKED_MS = 4_000;
const AGAIN_MS = 10_000;

const form = document.querySelector<HTMLFormElement>('form[data-draft]');
const line = document.querySelector<HTMLElement>('[data-draft-line]');
const say = (text: string | undefined): void => {
  if (line === null || text === undefined) return;
  line.hidden = false;
  line.textContent = text;
};

/** The form's answers, but no files and nothing empty. */
const fieldsOf = (of: HTMLFormElement): (readonly [string, string])[] =>
  [...new FormData(of)].flatMap(([name, value]) => (typeof value === 'string' && value !== '' ? [[name, value] as const] : []));
const isHidden = (name: string): boolean => name.startsWith('_');

function fill(into: HTMLFormElement, fields: readonly (readonly [string, string])[]): void {
  for (const control of into.elements) {
    const name = control.getAttribute('name');
    if (name === null || control instanceof HTMLButtonElement) continue;
    const values = fields.filter(([of]) => of === name).map(([, value]) => value);
    if (control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox')) control.checked = values.includes(control.value);
    else if (control instanceof HTMLInputElement && control.type === 'file') continue;
    else if (values[0] !== undefined && 'value' in control) control.value = values[0];
  }
  for (const more of into.querySelectorAll('details'))
    more.open ||= [...more.querySelectorAll<HTMLInputElement>(':is(input:checked, input[type=text], select)')].some(({ value }) => value !== '');
}

/** "Nyss" is the moment of the choice by the server's time: the device's clock may be wrong, and the form may be sent much later. */
function noteWhenChosen(of: HTMLFormElement): void {
  const chosen = of.querySelector<HTMLInputElement>('input[name=_valt]');
  const loadedAt = Date.now();
  of.addEventListener('change', ({ target }) => {
    if (chosen === null || !(target instanceof HTMLInputElement) || target.name !== 'when') return;
    chosen.value = new Date(Date.parse(chosen.dataset['now'] ?? '') + Date.now() - loadedAt).toISOString();
  });
}

/** The names of fields that have been typed in; listened for from the start, since the store takes a while to open on a slow telephone. */
function typedIn(of: HTMLFormElement): ReadonlySet<string> {
  const names = new Set<string>();
  of.addEventListener('input', ({ target }) => {
    const name = target instanceof Element ? target.getAttribute('name') : null;
    if (name !== null) names.add(name);
  });
  return names;
}

async function keepWhatIsTyped(of: HTMLFormElement, store: DraftStore, typed: ReadonlySet<string>): Promise<void> {
  const name = nameOf(of.dataset['draft'], of.dataset['draftOwner']);
  const kept = document.querySelector<HTMLElement>('[data-draft-kept]');
  const fresh = [['_valt', ''] as const, ...fieldsOf(of).filter(([field]) => isHidden(field))];
  // A page with faults already holds what was typed.
  const draft = document.getElementById('fel') === null ? await store.find(name) : null;
  if (draft !== null) {
    // What has been typed meanwhile stands.
    const isTyped = ([field]: readonly [string, string]): boolean => typed.has(field);
    fill(of, [...draft.fields.filter((field) => !isTyped(field)), ...fieldsOf(of).filter(isTyped)]);
    say(of.dataset['draftFound']);
  } else if (typed.size === 0 && isBack() && document.getElementById('fel') === null) {
    // The browser fills in what was sent: without this it would be sent again as another report.
    of.reset();
  }
  if (kept !== null) kept.hidden = draft === null;
  stands(of, draft === null ? 'none' : 'kept');
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keepSoon = (): void => {
    clearTimeout(timer);
    stands(of, 'typing');
    timer = setTimeout(async () => {
      const fields = fieldsOf(of);
      if (!fields.some(([field]) => !isHidden(field))) return;
      await store.keep(name, fields);
      stands(of, 'kept');
      if (kept !== null) kept.hidden = false;
    }, KEPT_MS);
  };
  of.addEventListener('input', keepSoon);
  if (typed.size > 0) keepSoon();
  document.querySelector('[data-draft-drop]')?.addEventListener('click', async () => {
    clearTimeout(timer);
    await store.drop(name);
    of.reset();
    // Another report, also where the draft's own had been sent: its key and its moment are those of the page.
    fill(of, fresh);
    if (kept !== null) kept.hidden = true;
    stands(of, 'none');
    say(of.dataset['draftDropped']);
  });
}

/** The state of the draft, for tests and other programs: `typing`, `kept`, `none`. */
const stands = (of: HTMLElement, how: 'typing' | 'kept' | 'none'): void => {
  of.dataset['draftStands'] = how;
};

const isBack = (): boolean => performance.getEntriesByType('navigation').some((entry) => (entry as PerformanceNavigationTiming).type === 'back_forward');
const nameOf = (door: string | undefined, owner: string | undefined): string => `${owner ?? ''}/${door ?? ''}`;

/** Whether the server can be reached; a telephone's own answer is often wrong. */
async function isReached(): Promise<boolean> {
  try {
    return (await fetch('/health/live', { cache: 'no-store', signal: AbortSignal.timeout(ASKED_MS) })).ok;
  } catch {
    // No answer is the answer.
    return false;
  }
}

/** Sends when it is possible: at once, when the network is back, when the page is shown again, and every ten seconds meanwhile. */
function sendWhenReached(of: HTMLFormElement): void {
  let by: HTMLElement | null = null;
  let isAsking = false;
  let isWaiting = false;
  let isGoing = false;
  const go = async (): Promise<void> => {
    if (isAsking || isGoing) return;
    isAsking = true;
    const reached = await isReached();
    isAsking = false;
    if (!reached) {
      isWaiting = true;
      say(of.dataset['draftWaiting']);
      return;
    }
    isGoing = true;
    say(of.dataset['draftSending']);
    of.requestSubmit(by);
  };
  of.addEventListener('submit', (event) => {
    if (isGoing) return;
    event.preventDefault();
    by = event.submitter;
    void go();
  });
  const again = (): void => {
    if (isWaiting) void go();
  };
  window.addEventListener('online', again);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && again());
  setInterval(again, AGAIN_MS);
  // Back from the receipt by the browser's button: the form may be sent again, as the same report.
  window.addEventListener('pageshow', () => {
    isGoing = false;
  });
}

const typed = form === null ? new Set<string>() : typedIn(form);
const store = await DraftStore.open();
const takenIn = document.querySelector<HTMLElement>('[data-taken-in]');
if (store !== null && takenIn !== null) {
  await store.drop(nameOf(location.pathname.split('/').at(-1), takenIn.dataset['draftOwner']));
  stands(takenIn, 'none');
}
if (form !== null) {
  noteWhenChosen(form);
  sendWhenReached(form);
  if (store !== null) await keepWhatIsTyped(form, store, typed);
}
