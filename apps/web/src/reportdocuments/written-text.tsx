import { Fragment, h, type VNode } from 'preact';
import { blocksOf, type FigureCode, type Inline } from '#domain/reportdocument/markup';
import type { ShownFigure } from './year-figures.js';

type Shown = (code: FigureCode) => ShownFigure;

/** A section's text as it is read. `level`: of the headings in it. */
export const WrittenText = ({ text, level, shown }: { readonly text: string; readonly level: number; readonly shown: Shown }): VNode => (
  <>
    {blocksOf(text).map((block, n) => {
      const key = String(n);
      switch (block.as) {
        case 'heading':
          return h(`h${Math.min(level, 6)}`, { key }, <Inlines of={block.content} shown={shown} />);
        case 'list':
          return (
            <ul key={key}>
              {block.items.map((item, m) => (
                <li key={String(m)}>
                  <Inlines of={item} shown={shown} />
                </li>
              ))}
            </ul>
          );
        default:
          return (
            <p key={key}>
              <Inlines of={block.content} shown={shown} />
            </p>
          );
      }
    })}
  </>
);

const Inlines = ({ of, shown }: { readonly of: readonly Inline[]; readonly shown: Shown }): VNode => (
  <>
    {of.map((one, n) => {
      const key = String(n);
      if (one.as === 'text') return <Fragment key={key}>{one.text}</Fragment>;
      if (one.as === 'link')
        return (
          <a key={key} href={one.href}>
            {one.text}
          </a>
        );
      const { text, href } = shown(one.code);
      return href === null ? (
        <span key={key} class="chip">
          {text}
        </span>
      ) : (
        <a key={key} class="chip" href={href}>
          {text}
        </a>
      );
    })}
  </>
);
