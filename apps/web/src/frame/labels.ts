import { codeLists } from '#domain/codes/index';

/** The Swedish word of a code; null for none. */
export const label = (list: string, code: string | null): string | null =>
  code === null ? null : (codeLists[list]?.find((row) => row.code === code)?.label ?? code);
export const yesNo = (value: boolean | null): string | null => (value === null ? null : value ? 'Ja' : 'Nej');
