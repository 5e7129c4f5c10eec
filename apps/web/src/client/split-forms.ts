/**
 * Without script the forms of a page are sent as one, so that text in one is not lost when another is sent (libs/ui form.tsx). With
 * script each is a form of its own: its controls are moved to it, under their own names. One that is made of parts keeps their names.
 */
for (const control of document.querySelectorAll('form[data-together] [form]')) control.removeAttribute('form');
type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement | HTMLButtonElement;
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-part]')) {
  const prefix = `${form.dataset['part']}.`;
  for (const control of form.querySelectorAll<Control>('[form]')) {
    control.removeAttribute('form');
    control.removeAttribute('formaction');
    if (control.name.startsWith(prefix)) control.name = control.name.slice(prefix.length);
  }
}
