import type { VNode } from 'preact';
import { z } from 'zod';
import type { OpenedRecord } from '#case-service/record-reader';
import { actionType } from '#domain/action/index';
import { effects } from '#domain/codes/actions';
import { type Code, codesOf, labelOf } from '#domain/codes/code';
import { inSentence } from '#domain/codes/in-sentence';
import { reviewers, reviewKinds, statementGivers } from '#domain/codes/reviews';
import { mayGive, unitsToCreateIn } from '#domain/records/decide';
import { unitsSeen } from '#domain/records/sight';
import { answerCriticism } from '#domain/review/commands/answer-criticism';
import { type Review, reviewType } from '#domain/review/index';
import { type Criticism, isOpen } from '#domain/review/review';
import { compareRoughDays, roughDayInWords } from '#domain/rough-day';
import type { NamedRecord, RecordItem } from '#read-model/record-list';
import { reviewTexts as said } from '#text/review';
import { optionsOf } from '#ui/field';
import { Warned } from '#ui/told-line';
import type { ListLook, RecordRoom } from '../records/room.js';

const codeIn = (list: readonly Code[]) =>
  z.preprocess((value) => (value === '' ? undefined : value), z.enum(codesOf(list) as [string, ...string[]], { error: 'Okänt val' }).optional());

const rough = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Who reviews, the points of criticism with what became of them, and statements shown as exactly as their day is known. */
export const reviewRoom: RecordRoom = {
  query: { by: codeIn(reviewers), kind: codeIn(reviewKinds) },
  selects: [
    { name: 'by', label: 'Granskare', options: optionsOf(reviewers) },
    { name: 'kind', label: 'Slag', options: optionsOf(reviewKinds) },
  ],
  keeps: ({ facts }, { by, kind }) =>
    (by === undefined || facts['by'] === by) && (kind === undefined || (Array.isArray(facts['kinds']) && facts['kinds'].includes(kind))),
  order: {
    text: 'yttranden som ska lämnas först, sedan de senaste',
    compare: (one, other) =>
      Number(one.closed) - Number(other.closed) ||
      byStatement(rough(one.facts['statementDue']), rough(other.facts['statementDue'])) ||
      compareRoughDays(String(other.facts['on']), String(one.facts['on'])),
  },
  details: [],
  overview: (look) => <Accounts {...look} />,
  columns: [
    {
      heading: 'Granskare',
      cell: ({ facts: { by, kinds, on } }) => (
        <>
          {labelOf(reviewers, String(by))}
          <span class="hint block">{`${(kinds as readonly string[]).map((code) => labelOf(reviewKinds, code)).join(', ')}, ${roughDayInWords(String(on))}`}</span>
        </>
      ),
    },
    {
      heading: 'Kritik',
      cell: ({ facts: { points, unanswered, noFindings } }) => (
        <>
          {Number(points) > 0 ? said.points(Number(points)) : noFindings === true ? said.none : '–'}
          {Number(unanswered) === 0 ? null : <span class="hint block">{said.left(Number(unanswered))}</span>}
        </>
      ),
    },
  ],
  dueText: ({ statementDue, statementBy }) =>
    typeof statementDue === 'string' && statementDue.length < 10
      ? `${roughDayInWords(statementDue)}, av ${inSentence(labelOf(statementGivers, String(statementBy)))}`
      : null,
  main: (opened, serving) => <Points opened={opened} serving={serving} />,
  notice: ({ state, organisation, today }) => {
    const { units, unit } = state as Review;
    const provider = organisation.unit(unit, today)?.provider;
    return (
      <>
        {units.length === 0 ? null : <p>{said.units(units.map((code) => organisation.nameOf(code, today)))}</p>}
        {provider === undefined || provider === 'own' ? null : <p class="hint">{said.reportedTo(provider === 'lov')}</p>}
      </>
    );
  },
};

/** The yearly account of each private provider’s unit that the reader sees: asked for, received, reviewed. */
function Accounts({ items, query, hrefOf, organisation, today, actor }: ListLook): VNode | null {
  const asking = { actor, organisation, today };
  const seen = unitsSeen({ ...reviewType, handedDown: false }, asking);
  const units = organisation.at(today).filter(({ code, level, provider }) => level === 'unit' && provider !== 'own' && seen.includes(code));
  if (units.length === 0) return null;
  // Closed accounts count too: the table is shown where the list has them all.
  if (query['kind'] !== 'qualityAccount' || query.status !== 'all')
    return (
      <p>
        <a href={hrefOf({ kind: 'qualityAccount', status: 'all' })}>{said.accounts}</a>
      </p>
    );
  const mayAsk = unitsToCreateIn(reviewType, asking);
  const { account } = said;
  const titles = [account.unit, account.latest, account.asked, account.received, account.reviewed, account.next];
  return (
    <section aria-labelledby="redovisningar">
      <h2 id="redovisningar">{said.accounts}</h2>
      <table class="cases">
        <thead>
          <tr>
            {titles.map((title) => (
              <th scope="col" key={title}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map(({ code, name }) => {
            const own = items.filter(({ unit, facts }) => unit === code && (facts['kinds'] as readonly string[]).includes('qualityAccount'));
            const last = own.toSorted((one, other) => compareRoughDays(String(one.facts['on']), String(other.facts['on']))).at(-1);
            const cells = last === undefined ? [said.neverAsked, '–', '–', '–'] : accountCells(last);
            return (
              <tr key={code}>
                <th scope="row" class="worded">
                  {name}
                </th>
                {cells.map((cell, n) => (
                  <td key={titles[n + 1]} data-label={titles[n + 1]}>
                    {n === 0 && last !== undefined ? <a href={`/${reviewType.page}/${last.id}`}>{cell}</a> : cell}
                  </td>
                ))}
                <td data-label={account.next}>{mayAsk.includes(code) ? <a href={accountForm(code, today)}>{said.ask}</a> : '–'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** The form that asks for this year’s account, to be given by the end of March as those of the municipality’s own units (document 003); both can be changed. */
function accountForm(unit: string, today: string): string {
  const year = Number(today.slice(0, 4));
  const filled = { unit, by: 'municipality', kinds: 'qualityAccount', on: String(year), due: `${year + 1}-03` };
  return `/${reviewType.page}/ny?${new URLSearchParams(filled)}`;
}

const accountCells = ({ facts, closed }: RecordItem): readonly string[] => [
  roughDayInWords(String(facts['on'])),
  roughDayInWords(String(facts['lastDue'])),
  Number(facts['statementsGiven']) > 0 ? said.yes : said.no,
  closed ? said.yes : said.no,
];

/** Those with a statement first, the soonest of them first. */
const byStatement = (one: string | null, other: string | null): number =>
  one === null || other === null ? Number(one === null) - Number(other === null) : compareRoughDays(one, other);

interface PointsProps {
  readonly opened: OpenedRecord;
  readonly serving: readonly NamedRecord[];
}

/** Each point of criticism in the reviewer’s words, with the actions that meet it and their effect, or why none is taken. */
function Points({ opened, serving }: PointsProps): VNode | null {
  const { events, words, state } = opened;
  const { criticism } = state as Review;
  if (criticism.length === 0) return null;
  const of = (type: string, point: number, name: string): string | null => {
    const event = events.findLast((one) => one.type === type && one.open['point'] === point && words.get(one.eventId)?.[name] !== undefined);
    return event === undefined ? null : String(words.get(event.eventId)?.[name]);
  };
  return (
    <section aria-labelledby="kritik" class="points">
      <h2 id="kritik">{said.criticism}</h2>
      <ol>
        {criticism.map((one) => (
          <li key={one.point}>
            <q class="block">{of('CriticismNoted', one.point, 'criticism')}</q>
            {one.isGeneral ? <span class="hint block">{said.general}</span> : null}
            <Answer one={one} why={of('CriticismAnswered', one.point, 'whyNone')} opened={opened} serving={serving} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Answer({ one, why, opened, serving }: PointsProps & { readonly one: Criticism; readonly why: string | null }): VNode {
  const review = opened.state as Review;
  const actions = one.actions.map((stream) => serving.find(({ id }) => `action/${id}` === stream) ?? null);
  const hidden = actions.filter((action) => action === null).length;
  const isLeft = one.actions.length === 0 && !one.isExplained;
  const units = unitsToCreateIn(actionType, opened);
  const mayPropose = isOpen(review) && units.includes(review.unit);
  const mayAnswer = isOpen(review) && mayGive(reviewType, answerCriticism, review, opened);
  return (
    <>
      {actions.map((action) =>
        action === null ? null : (
          <p key={action.id}>
            {said.action} <a href={`/${actionType.page}/${action.id}`}>{action.number}</a>
            {`, ${inSentence(labelOf(actionType.statuses, action.status))}`}
            {typeof action.facts['effect'] === 'string' ? `. ${said.effect(inSentence(labelOf(effects, action.facts['effect'])))}` : ''}
          </p>
        ),
      )}
      {hidden === 0 ? null : <p>{said.hidden(hidden)}</p>}
      {one.isExplained ? <p>{`${said.whyNone} ${why ?? ''}`}</p> : null}
      {isLeft ? <Warned>{said.unanswered}</Warned> : null}
      {mayPropose ? (
        <p>
          <a
            class={isLeft ? 'button' : undefined}
            href={`/${actionType.page}/ny?${new URLSearchParams({ unit: review.unit, review: review.number, point: String(one.point) })}`}
          >
            {isLeft ? said.propose : said.proposeMore}
          </a>{' '}
          {isLeft && mayAnswer ? <a href="?gor=AnswerCriticism#k-AnswerCriticism">{said.answer}</a> : null}
        </p>
      ) : null}
    </>
  );
}
