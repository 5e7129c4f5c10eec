/**
 * JSON in one canonical form: keys sorted by UTF-16 unit, no white space, undefined members left out.
 * A value that has been stored as jsonb gives the same text, so a hash can be recomputed from the stored row.
 * @throws TypeError for what JSON cannot hold (Date, bigint, NaN …)
 */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && isPlain(value)) return members(value as Record<string, unknown>);
  throw new TypeError(`no canonical JSON for ${Object.prototype.toString.call(value)}`);
}

function members(value: Record<string, unknown>): string {
  let text = '';
  for (const key of Object.keys(value).sort()) {
    const member = value[key];
    if (member !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonical(member)}`;
  }
  return `{${text}}`;
}

// By shape, not by prototype: jest's realms and JSON parsed elsewhere have Object.prototypes of their own
function isPlain(value: object): boolean {
  return Object.prototype.toString.call(value) === '[object Object]';
}
