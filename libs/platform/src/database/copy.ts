const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

const ESCAPED = /[\\\t\n\r]/;

function field(value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'string') return !ESCAPED.test(value) ? value : value.replace(/[\\\t\n\r]/g, (c) => ESCAPES[c] as string);
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`;
  if (Array.isArray(value)) return field(arrayLiteral(value));
  if (typeof value === 'object') return field(JSON.stringify(value));
  return String(value);
}

function arrayLiteral(values: readonly unknown[]): string {
  const parts = values.map((v) => (v === null || v === undefined ? 'NULL' : `"${String(v).replace(/["\\]/g, '\\$&')}"`));
  return `{${parts.join(',')}}`;
}

/** One line of COPY's text format, newline included: null → \N, Buffer → bytea, array → PostgreSQL array, object → JSON. */
export function copyLine(values: readonly unknown[]): string {
  return `${values.map(field).join('\t')}\n`;
}
