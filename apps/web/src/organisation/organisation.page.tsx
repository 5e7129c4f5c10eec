import type { VNode } from 'preact';
import { localListTexts } from '#text/local-lists';
import { municipalityTexts } from '#text/municipality';
import { changeNames, organisationTexts as texts } from '#text/organisation';
import { Form } from '#ui/form';
import { HeadRow } from '#ui/head-row';

export interface Waiting {
  readonly id: string;
  readonly sentences: readonly string[];
  readonly why: string;
  readonly proposed: string;
  readonly mayConfirm: boolean;
  readonly isOwn: boolean;
  readonly note: string | null;
  /** Of a deadline: the running duties that get another day. */
  readonly moves: VNode | null;
}
interface UnitRow {
  readonly code: string;
  readonly name: string;
  readonly depth: number;
  readonly level: string;
  readonly provider: string;
  readonly from: string;
  readonly to: string;
  readonly successor: string;
}
export interface OrganisationPageProps {
  readonly message: string | null;
  readonly waiting: readonly Waiting[];
  readonly units: readonly UnitRow[];
  readonly mayChange: boolean;
}

/** What waits for a second person first, then the units. */
export function OrganisationPage({ message, waiting, units, mayChange }: OrganisationPageProps): VNode {
  return (
    <>
      <h1>{texts.title}</h1>
      {message === null ? null : (
        <p class="note" role="status">
          {message}
        </p>
      )}
      <p class="lead">{texts.lead}</p>
      <ul class="plain">
        {mayChange ? (
          <>
            <li>
              <a href="/organisation/andra/addUnit">{changeNames.addUnit}</a>
            </li>
            <li>
              <a href="/organisation/andra/addPerson">{changeNames.addPerson}</a>
            </li>
            <li>
              <a href="/organisation/kommunen">{municipalityTexts.link}</a>
            </li>
          </>
        ) : null}
        <li>
          <a href="/organisation/frister">{texts.deadlines.title}</a>
        </li>
        <li>
          <a href="/organisation/delegationer">{texts.delegations.title}</a>
        </li>
        <li>
          <a href="/organisation/personer">{texts.people}</a>
        </li>
        <li>
          <a href="/organisation/listor">{localListTexts.title}</a>
        </li>
        <li>
          <a href="/organisation/historik">{texts.history}</a>
        </li>
      </ul>
      <h2>{texts.waiting}</h2>
      {waiting.length === 0 ? <p>{texts.noneWaiting}</p> : waiting.map((one) => <Proposed key={one.id} {...one} />)}
      <h2 id="enheter">{texts.units}</h2>
      <Units units={units} />
    </>
  );
}

function Proposed({ id, sentences, why, proposed, mayConfirm, isOwn, note, moves }: Waiting): VNode {
  return (
    <section class="proposal" aria-label={sentences.join(' ')}>
      {sentences.map((sentence) => (
        <p key={sentence}>
          <b>{sentence}</b>
        </p>
      ))}
      <p>{why}</p>
      {moves}
      <p class="hint">{note === null ? proposed : `${proposed} ${note}`}</p>
      {mayConfirm ? (
        <Form action={`/organisation/forslag/${id}`}>
          <button name="_do" value="confirm">
            {texts.confirm}
          </button>
        </Form>
      ) : null}
      {mayConfirm || isOwn ? (
        <details>
          <summary>{isOwn ? texts.takeBack : texts.reject}</summary>
          <Form action={`/organisation/forslag/${id}`}>
            <div class="field">
              <label for={`varfor-${id}`}>{texts.rejectWhy}</label>
              <textarea class="ds-input" id={`varfor-${id}`} name="reason" rows={2} />
            </div>
            <button class="second" name="_do" value="reject">
              {isOwn ? texts.takeBack : texts.reject}
            </button>
          </Form>
        </details>
      ) : null}
    </section>
  );
}

function Units({ units }: Pick<OrganisationPageProps, 'units'>): VNode {
  const { columns } = texts;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled within its frame, by keyboard too (WCAG 2.1.1)
    <figure class="figures listing" tabIndex={0} aria-labelledby="enheter">
      <table>
        <HeadRow titles={Object.values(columns)} />
        <tbody>
          {units.map(({ code, name, depth, level, provider, from, to, successor }) => (
            <tr key={code}>
              <th scope="row">
                {'\u2003'.repeat(depth)}
                <a href={`/organisation/enheter/${code}`}>{name}</a>
              </th>
              <td data-label={columns.level}>{level}</td>
              <td data-label={columns.provider}>{provider}</td>
              <td data-label={columns.from}>{from}</td>
              <td data-label={columns.to}>{to}</td>
              <td data-label={columns.successor}>{successor}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

export interface HistoryRow {
  readonly position: number;
  readonly when: string;
  readonly who: string;
  readonly why: string;
  readonly sentences: readonly string[];
}

/** Every change with who, when and why. */
export function HistoryPage({ rows }: { readonly rows: readonly HistoryRow[] }): VNode {
  return (
    <>
      <p class="way-back">
        <a href="/organisation">{texts.back}</a>
      </p>
      <h1>{texts.history}</h1>
      <p class="lead">{texts.historyLead}</p>
      <ol class="plain history">
        {rows.map(({ position, when, who, why, sentences }) => (
          <li key={position} id={`h-${position}`}>
            {sentences.map((sentence) => (
              <p key={sentence}>
                <b>{sentence}</b>
              </p>
            ))}
            <p>{why}</p>
            <p class="hint">{`${who}, ${when}.`}</p>
          </li>
        ))}
      </ol>
    </>
  );
}
