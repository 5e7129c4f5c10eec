type Asked = Readonly<Record<string, string | number | boolean | undefined>>;

/** What is asked as the query of an address; what is undefined is not asked. */
export const queryOf = (asked: Asked): string =>
  new URLSearchParams(Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))).toString();

/** A path with its query, without a question mark where nothing is asked. */
export function withQuery(path: string, asked: Asked): string {
  const query = queryOf(asked);
  return query === '' ? path : `${path}?${query}`;
}
