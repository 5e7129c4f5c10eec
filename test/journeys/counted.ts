import type { Locator, Page } from 'playwright-core';

/** What a person does with the hands: each press, choice and field filled in is one. `step` is any of them, on a place of its own. */
export function counted(page: Page) {
  let n = 0;
  const one =
    <A extends readonly unknown[]>(act: (...given: A) => Promise<unknown>) =>
    async (...given: A): Promise<void> => {
      n += 1;
      await act(...given);
    };
  return {
    press: one((name: string | RegExp) => page.getByRole('button', { name }).first().click()),
    follow: one((name: string | RegExp) => page.getByRole('link', { name }).first().click()),
    choose: one((group: string | RegExp, answer: string | RegExp) => page.getByRole('group', { name: group }).getByLabel(answer).first().check()),
    pick: one((list: Locator, label: string) => list.selectOption({ label })),
    fill: one((label: string | RegExp, text: string) => page.getByLabel(label).first().fill(text)),
    attach: one((label: string | RegExp, file: { name: string; mimeType: string; buffer: Buffer }) => page.getByLabel(label).setInputFiles([file])),
    step: one((act: Promise<unknown>) => act),
    count: () => n,
  };
}
