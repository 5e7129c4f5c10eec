import type { VNode } from 'preact';
import type { LocalList } from '#domain/codes/local-lists';
import { localListTexts as said } from '#text/local-lists';
import { changeNames, organisationTexts as texts } from '#text/organisation';
import { HeadRow } from '#ui/head-row';

export interface LocalListsProps {
  readonly lists: readonly {
    readonly list: LocalList;
    readonly name: string;
    readonly divisions: readonly { readonly code: string; readonly name: string; readonly entries: readonly EntryRow[] }[];
  }[];
  readonly mayChange: boolean;
}
interface EntryRow {
  readonly key: string;
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

/** The divisions' own lists: each entry with its days, and the ways to change it. */
export function LocalListsPage({ lists, mayChange }: LocalListsProps): VNode {
  return (
    <>
      <p class="way-back">
        <a href="/organisation">{texts.back}</a>
      </p>
      <h1>{said.title}</h1>
      <p class="lead">{said.lead}</p>
      {lists.map(({ list, name, divisions }) => (
        <section key={list} aria-labelledby={list}>
          <h2 id={list}>{name}</h2>
          <p>{said.about[list]}</p>
          {divisions.map((division) => (
            <Division key={division.code} {...division} list={list} mayChange={mayChange} />
          ))}
        </section>
      ))}
      <p class="hint">{said.ended}</p>
    </>
  );
}

type DivisionProps = LocalListsProps['lists'][number]['divisions'][number] & { readonly list: LocalList; readonly mayChange: boolean };

function Division({ code, name, entries, list, mayChange }: DivisionProps): VNode {
  const id = `${list}-${code}`;
  const titles = [said.entry, texts.columns.from, texts.columns.to, ...(mayChange ? [texts.change.heading] : [])];
  return (
    <>
      <h3 id={id}>{name}</h3>
      {entries.length === 0 ? (
        <p>{said.none}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled within its frame, by keyboard too (WCAG 2.1.1)
        <figure class="figures listing" tabIndex={0} aria-labelledby={id}>
          <table>
            <HeadRow titles={titles} />
            <tbody>
              {entries.map((entry) => (
                <tr key={entry.key}>
                  <th scope="row">{entry.label}</th>
                  <td data-label={texts.columns.from}>{entry.from}</td>
                  <td data-label={texts.columns.to}>{entry.to}</td>
                  {mayChange ? (
                    <td data-label={texts.change.heading}>
                      <a href={`/organisation/andra/renameEntry?${new URLSearchParams({ entry: entry.key })}`} aria-label={said.rename(entry.label)}>
                        {said.short.rename}
                      </a>
                      {entry.to === '' ? (
                        <>
                          {' · '}
                          <a href={`/organisation/andra/endEntry?${new URLSearchParams({ entry: entry.key })}`} aria-label={said.end(entry.label)}>
                            {said.short.end}
                          </a>
                        </>
                      ) : null}
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        </figure>
      )}
      {mayChange ? (
        <p>
          <a href={`/organisation/andra/addEntry?${new URLSearchParams({ list, division: code })}`} aria-label={`${changeNames.addEntry}: ${name}`}>
            {changeNames.addEntry}
          </a>
        </p>
      ) : null}
    </>
  );
}
