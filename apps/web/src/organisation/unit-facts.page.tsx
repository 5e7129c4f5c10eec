import { Fragment, type VNode } from 'preact';
import { changeNames, organisationTexts as texts } from '#text/organisation';

export interface UnitFactsProps {
  readonly code: string;
  readonly name: string;
  readonly above: readonly string[];
  readonly level: string;
  readonly provider: string;
  readonly from: string;
  readonly to: string;
  readonly successor: string | null;
  readonly posts: readonly { readonly id: string; readonly text: string }[];
  readonly mayChange: boolean;
  readonly isBoard: boolean;
}

/** One unit: what holds of it, who works there, and the ways to change it. */
export function UnitFactsPage({ code, name, above, level, provider, from, to, successor, posts, mayChange, isBoard }: UnitFactsProps): VNode {
  const { columns } = texts;
  const facts: readonly (readonly [string, string])[] = [
    ['Kod', code],
    [columns.level, level],
    ...(above.length === 0 ? [] : [['Ligger under', above.join(', ')] as const]),
    [columns.provider, provider],
    [columns.from, from],
    ...(to === '' ? [] : [[columns.to, to] as const]),
    ...(successor === null ? [] : [[columns.successor, successor] as const]),
  ];
  return (
    <>
      <p class="way-back">
        <a href="/organisation">{texts.back}</a>
      </p>
      <h1>{name}</h1>
      <dl class="facts">
        {facts.map(([term, text]) => (
          <Fragment key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </Fragment>
        ))}
      </dl>
      <h2>{texts.posts}</h2>
      {posts.length === 0 ? <p>{texts.noPostsHere}</p> : null}
      <ul>
        {posts.map(({ id, text }) => (
          <li key={text}>
            <a href={`/organisation/personer/${id}`}>{text}</a>
          </li>
        ))}
      </ul>
      {mayChange ? <Ways about={{ unit: code }} ways={isBoard ? ['renameUnit', 'givePost'] : ['renameUnit', 'moveUnit', 'endUnit', 'givePost']} /> : null}
    </>
  );
}

/** Links to the changes, with what they are about. */
export function Ways({ about, ways }: { readonly about: Readonly<Record<string, string>>; readonly ways: readonly (keyof typeof changeNames)[] }): VNode {
  return (
    <>
      <h2>{texts.change.heading}</h2>
      <ul class="plain">
        {ways.map((way) => (
          <li key={way}>
            <a href={`/organisation/andra/${way}?${new URLSearchParams(about)}`}>{changeNames[way]}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
