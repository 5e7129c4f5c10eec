import type { VNode } from 'preact';
import { styleGuideTexts as said } from '#text/style-guide';
import { CardParts, MarkParts, StageParts, VoiceParts } from './case-parts.js';
import { ChartParts, TableParts } from './figure-parts.js';
import { FaultParts, FieldParts, FormParts } from './form-parts.js';
import { ButtonParts, FrameParts, LineParts, WordParts } from './frame-parts.js';

type Section = keyof typeof said.sections;

/** In the order of the page. */
const parts: Readonly<Record<Section, () => VNode>> = {
  words: WordParts,
  buttons: ButtonParts,
  fields: FieldParts,
  forms: FormParts,
  faults: FaultParts,
  lines: LineParts,
  marks: MarkParts,
  cards: CardParts,
  voice: VoiceParts,
  stages: StageParts,
  tables: TableParts,
  charts: ChartParts,
  frame: FrameParts,
  print: () => <p>{said.printText}</p>,
};
const sections = Object.entries(parts) as readonly (readonly [Section, () => VNode])[];

/** Each part of libs/ui and of the frame, in all its states, drawn by the component that the pages use. */
export const StyleGuide = (): VNode => (
  <div class="style-guide">
    <h1>{said.title}</h1>
    <p class="lead">{said.lead}</p>
    <p>{said.scheme}</p>
    <nav aria-label={said.contents}>
      <ul class="chips">
        {sections.map(([name]) => (
          <li key={name}>
            <a href={`#${name}`}>{said.sections[name]}</a>
          </li>
        ))}
      </ul>
    </nav>
    {sections.map(([name, Part]) => (
      <section key={name} aria-labelledby={name}>
        <h2 id={name}>{said.sections[name]}</h2>
        <Part />
      </section>
    ))}
  </div>
);
