import type { VNode } from 'preact';

/** The head of a table: the title of each column. */
export const HeadRow = ({ titles }: { readonly titles: readonly string[] }): VNode => (
  <thead>
    <tr>
      {titles.map((title) => (
        <th key={title} scope="col">
          {title}
        </th>
      ))}
    </tr>
  </thead>
);
