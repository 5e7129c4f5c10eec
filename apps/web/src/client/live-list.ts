/**
 * The list follows what others do: it is loaded again when something in it has changed, unless somebody is choosing in it or has the
 * focus there; then a line says so instead. Without script the list is as current as the page.
 */
const WAIT_MS = 200;
const list = document.getElementById('lista');
const line = document.querySelector<HTMLElement>('.changed');

if (list !== null && line !== null && 'EventSource' in window) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void show(list, line), WAIT_MS);
  };
  follow(changed);
}

/**
 * One stream per browser, whatever the number of tabs: over HTTP/1.1 a browser opens six connections to a host, and the seventh tab would never load.
 * The tab that holds the lock listens and tells the others; when it is closed the next one takes over.
 */
function follow(changed: () => void): void {
  const tabs = 'BroadcastChannel' in window ? new BroadcastChannel('gensvar-live') : null;
  const listen = (): void => {
    const stream = new EventSource('/api/stream');
    stream.addEventListener('case', () => {
      changed();
      tabs?.postMessage('case');
    });
    addEventListener('pagehide', () => stream.close());
  };
  if (tabs === null || !('locks' in navigator)) {
    listen();
    return;
  }
  tabs.addEventListener('message', changed);
  const asked = performance.now();
  void navigator.locks.request('gensvar-live', () => {
    listen();
    // Changes that happened while no tab listened are in the list as it is now.
    if (performance.now() - asked > WAIT_MS) changed();
    return new Promise(() => undefined);
  });
}

async function show(list: HTMLElement, line: HTMLElement): Promise<void> {
  const isInUse = list.contains(document.activeElement) || list.querySelector('input:checked') !== null;
  if (isInUse) {
    line.hidden = false;
    return;
  }
  const response = await fetch(location.href, { headers: { accept: 'text/html' } });
  if (!response.ok || response.redirected) return;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  for (const part of ['#lista', '.filters', 'main > .lead']) {
    const old = document.querySelector(part);
    const fresh = page.querySelector(part);
    if (old !== null && fresh !== null && old.innerHTML !== fresh.innerHTML) old.replaceChildren(...fresh.childNodes);
  }
  line.hidden = true;
}
