/** What the guard of the command has seen to (standing.ts): there, or the table is wrong. */
export function given<T>(value: T | null | undefined): T {
  if (value == null) throw new Error('standing.ts let a command through without what it works on');
  return value;
}
