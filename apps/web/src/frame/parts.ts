import { type FormBody, textOf } from './request.js';

/** The forms of a page as they were sent together, by a browser without script (libs/ui form.tsx): the pressed one, and the rest. */
export interface Parts {
  /** As if it had been sent alone; null where all were only to be saved. */
  readonly pressed: FormBody | null;
  /** The prefix of its controls in the body, for its files. */
  readonly prefix: string;
  readonly others: readonly FormBody[];
}

const PART = /^([A-Z][A-Za-z]*)\.(.+)$/;

/** A form that was sent alone is all that there is. */
export function partsOf(body: FormBody): Parts {
  const parts = new Map<string, Record<string, FormBody[string]>>();
  for (const [name, value] of Object.entries(body)) {
    const [, part, field] = PART.exec(name) ?? [];
    if (part !== undefined && field !== undefined) parts.set(part, { ...parts.get(part), [field]: value });
  }
  if (parts.size === 0) return { pressed: unsent(body), prefix: '', others: [] };
  const pressed = [...parts].find(([, part]) => textOf(part, '_do') !== '');
  return {
    pressed: pressed === undefined ? null : unsent(pressed[1]),
    prefix: pressed === undefined ? '' : `${pressed[0]}.`,
    others: [...parts].filter(([name]) => name !== pressed?.[0]).map(([, part]) => part),
  };
}

/** The plain button's value says only that it was pressed. */
const unsent = (body: FormBody): FormBody => (textOf(body, '_do') === 'send' ? { ...body, _do: undefined } : body);

/** The name of a control within its own form. */
export const ownName = (name: string): string => PART.exec(name)?.[2] ?? name;
