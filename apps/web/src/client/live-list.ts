/**
 * The list follows what others do: it is loaded again when something in it has changed, unless somebody is choosing in it or has the
 * focus there; then a line says so instead. Without script the list is as current as the page.
 */
const WAIT_MS = 200;
const list = document.getElementById('lista');
const line = document.querySelector<HTMLElement>('.changed');

if (list !== null && line !== null && 'EventSource' in window) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shown = Promise.resolve();
  const changed = () => {
    clearTimeout(timer);
    // One after the other, so that an answer that was slow does not replace a later one.
    timer = setTimeout(() => {
      const next = () => show(list, line);
      shown = shown.then(next, next);
    }, WAIT_MS);
  };
  follow(changed);
}

/**
 * One stream per browser, whatever the number of tabs: over HTTP/1.1 a browser opens six connections to a host, and the seventh tab would never load.
 * The tab that holds the lock listens and tells the others; when it is closed the next one takes over.
 */
function follow(changed: () => void): void {
  const tabs = 'BroadcastChannel' in window ? new BroadcastChannel('gensvar-live') : null;
  const tell = (): void => {
    changed();
    tabs?.postMessage('case');
  };
  const listen = (): void => {
    const stream = new EventSource('/api/stream');
    for (const change of ['case', 'record']) stream.addEventListener(change, tell);
    // Nobody listened until now: since the list was drawn, since another tab was closed, or since the connection was lost.
    stream.addEventListener('open', tell);
    addEventListener('pagehide', () => stream.close());
  };
  if (tabs === null || !('locks' in navigator)) {
    listen();
    return;
  }
  tabs.addEventListener('message', changed);
  // What changed between the drawing of the list and now was told to nobody here.
  changed();
  void navigator.locks.request('gensvar-live', () => {
    listen();
    return new Promise(() => undefined);
  });
}

/** Draws the list as it is now, where it differs; while somebody is in it a line says that it does. */
async function show(list: HTMLElement, line: HTMLElement): Promise<void> {
  const response = await fetch(location.href, { headers: { accept: 'text/html' } });
  if (!response.ok || response.redirected) return;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const parts = ['#lista', '.filters', '.more-filters .filters', 'main > .lead'].flatMap((part) => {
    const [old, fresh] = [document.querySelector(part), page.querySelector(part)];
    return old === null || fresh === null ? [] : [{ old, fresh }];
  });
  if (list.contains(document.activeElement) || list.querySelector('input:checked') !== null) {
    if (parts.some(({ old, fresh }) => old === list && saidIn(old) !== saidIn(fresh))) line.hidden = false;
    return;
  }
  for (const { old, fresh } of parts) if (old.innerHTML !== fresh.innerHTML) old.replaceChildren(...fresh.childNodes);
  line.hidden = true;
}

/** The words of a part of the page, without the time at which it was drawn. */
function saidIn(part: Element): string {
  const copy = part.cloneNode(true) as Element;
  for (const stamp of copy.querySelectorAll('.stamp')) stamp.remove();
  return copy.textContent ?? '';
}
