import type { VNode } from 'preact';
import { channels } from '#domain/codes/channels';
import { paperFormTexts as said } from '#text/paper-form';
import { registrationTexts } from '#text/registration';
import { QrCode } from './qr-code.js';
import { registrationFields } from './registration-form.js';
import { type RegistrationQuestion, registrationQuestions } from './registration-questions.js';

/** The questions that the one who writes answers; the rest is the municipality's to fill in. */
const theirs = registrationQuestions.indexOf('answer') + 1;

/** The paper form, on A4: the questions of the keyed form, in its order and under its numbers. */
export function PaperForm({ address }: { readonly address: string }): VNode {
  const drawn = registrationQuestions.map((question, n) => <Asked key={question} question={question} n={n + 1} />);
  return (
    <div class="paper-form">
      <h1>{said.title}</h1>
      <p class="lead">{said.lead}</p>
      <button type="button" class="no-print" data-print hidden>
        {said.print}
      </button>
      <section aria-labelledby="del-1">
        <h2 id="del-1">{said.yours}</h2>
        {drawn.slice(0, theirs)}
      </section>
      <section aria-labelledby="del-2" class="ours">
        <h2 id="del-2">{said.ours}</h2>
        {drawn.slice(theirs)}
        <div class="to-screen">
          <QrCode text={address} label={said.code} />
          <p>
            {said.keyed}
            <br />
            <span class="address">{address.replace(/^https?:\/\//, '')}</span>
          </p>
        </div>
      </section>
    </div>
  );
}

function Asked({ question, n }: { readonly question: RegistrationQuestion; readonly n: number }): VNode {
  const { label, boxes, lines } = paperOf(question);
  return (
    <div class="asked">
      <p>
        <b>{registrationTexts.numbered(n, label)}</b>
      </p>
      {boxes.length === 0 ? null : (
        <ul class="boxes">
          {boxes.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {lines.map((text, at) => (
        <p key={at} class="write-line">
          {text}
        </p>
      ))}
    </div>
  );
}

interface OnPaper {
  readonly label: string;
  readonly boxes: readonly string[];
  /** A line to write on, each with what belongs on it. */
  readonly lines: readonly string[];
}

const blank = (n: number): readonly string[] => Array.from({ length: n }, () => '');
const labelsOf = (list: readonly { readonly label: string }[]): readonly string[] => list.map(({ label }) => label);
const fields = registrationFields({ own: [], units: [], entries: [], ownSources: [] });
/** What only staff report. */
const ofStaff: readonly string[] = ['deviation', 'lexSarah'];
const byHand: readonly string[] = ['letter', 'email', 'phone', 'spoken', 'paperForm', 'viaPatientsCommittee', 'viaIvo'];

function paperOf(question: RegistrationQuestion): OnPaper {
  const { answer, concerned } = registrationTexts;
  switch (question) {
    case 'sort':
      return {
        label: fields.sort.label,
        boxes: Object.entries(registrationTexts.sorts).map(([sort, label]) => (ofStaff.includes(sort) ? said.byStaff(label) : label)),
        lines: [],
      };
    case 'what':
      return { label: said.what, boxes: [], lines: blank(9) };
    case 'unit':
      return { label: said.where, boxes: [], lines: blank(1) };
    case 'concerned':
      return { label: concerned.label, boxes: [said.self, concerned.other, concerned.unknown], lines: [concerned.name.label] };
    case 'sender':
      return { label: said.who, boxes: labelsOf(fields.source.options.filter(({ value }) => value !== 'viaIvo')), lines: [said.name] };
    case 'answer':
      return { label: said.answer, boxes: labelsOf(Object.values(answer.answers)), lines: [said.to, ''] };
    case 'received':
      return { label: fields.receivedDay.label, boxes: [], lines: [fields.receivedTime.label] };
    case 'channel':
      return { label: fields.channel.label, boxes: labelsOf(channels.filter(({ code }) => byHand.includes(code))), lines: [] };
    case 'authority':
      return { label: fields.authority.label, boxes: labelsOf(fields.authority.options), lines: [said.letter] };
    case 'lawAreas':
      return { label: fields.lawAreas.label, boxes: labelsOf(fields.lawAreas.options), lines: [] };
    case 'files':
      return { label: said.files, boxes: [], lines: blank(1) };
    default:
      return { label: fields[question].label, boxes: [], lines: blank(question === 'immediateActions' ? 2 : 1) };
  }
}
