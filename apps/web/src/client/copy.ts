/** Buttons that copy the text beside them; shown only where a script can do it. A text that could not be copied is selected, to be copied by hand. */
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copies]')) {
  const source = document.getElementById(button.dataset['copies'] ?? '');
  if (source === null) continue;
  const name = button.textContent;
  const say = (text: string | undefined) => {
    button.textContent = text ?? name;
    setTimeout(() => {
      button.textContent = name;
    }, 4000);
  };
  button.hidden = false;
  button.setAttribute('aria-live', 'polite');
  button.addEventListener('click', async () => {
    say((await copied(source)) ? button.dataset['copied'] : button.dataset['marked']);
  });
}

async function copied(source: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(source.textContent ?? '');
    return true;
  } catch {
    getSelection()?.selectAllChildren(source);
    return false;
  }
}
