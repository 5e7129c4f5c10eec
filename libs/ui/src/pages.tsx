import type { VNode } from 'preact';

export interface PagesProps {
  readonly page: number;
  readonly pages: number;
  readonly hrefOf: (page: number) => string;
}

/** The way through a list of several pages; nothing where there is one. */
export function Pages({ page, pages, hrefOf }: PagesProps): VNode | null {
  if (pages <= 1) return null;
  return (
    <nav aria-label="Sidor" class="pages">
      {page > 1 ? (
        <a rel="prev" href={hrefOf(page - 1)}>
          Föregående
        </a>
      ) : null}
      <span>{`Sida ${page} av ${pages}`}</span>
      {page < pages ? (
        <a rel="next" href={hrefOf(page + 1)}>
          Nästa
        </a>
      ) : null}
    </nav>
  );
}
