/**
 * The list follows what others do: fetched again when something in it has changed, as long as nobody is choosing in it or reading it by
 * keyboard; then a quiet line says so instead. Without script the list is as new as the page.
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
  const stream = new EventSource('/api/stream');
  stream.addEventListener('case', changed);
  addEventListener('pagehide', () => stream.close());
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
