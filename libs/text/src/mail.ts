import { inSentence } from '#domain/codes/in-sentence';

/** Sentences of the mails. They hold numbers, kinds, rules and dates, and the code of a unit; never a name or what somebody wrote. */

/** One thing in a mail to staff. */
export interface MailLine {
  readonly kind:
    | 'reminder'
    | 'effect'
    | 'escalation'
    | 'assignment'
    | 'message'
    | 'undelivered'
    | 'reopened'
    | 'suspicion'
    | 'second'
    | 'secondAnswered'
    | 'record'
    | 'attestation';
  readonly number: string;
  /** What codes and numbers say that it is about; null where they give no heading. */
  readonly heading: string | null;
  /** The diary's mark of secrecy (OSL 5 kap. 5 §). */
  readonly secrecy: boolean;
  readonly caseKind: string;
  /** What is to be done, as the rule names it; null for an assignment and a message. */
  readonly what: string | null;
  readonly law: string | null;
  /** The law's own words where it gives no number. */
  readonly wording: string | null;
  /** ISO instant. */
  readonly due: string | null;
  readonly dueIsTarget: boolean;
  /** The day is a day off: the working day on which a time of statute would end (lag 1930:173, 2 §). */
  readonly endsOn: string | null;
  readonly url: string;
}

interface Text {
  readonly subject: string;
  readonly text: string;
}

const longDate = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'long', timeZone: 'Europe/Stockholm' });
const day = (instant: string): string => longDate.format(new Date(instant));

const MARKED = 'Ärendet är sekretessmarkerat (OSL 5 kap. 5 §).';
const FOOT = 'Det här är ett automatiskt brev. Det går inte att svara på det.';

/**
 * To the one who complained. The code is not in it: e-mail can be read by others and stays in mailboxes, and whoever has the
 * code reads the whole dialogue. It was shown when the report was sent.
 */
export function receiptMail({
  number,
  secrecy,
  answerBy,
  followUrl,
  contact,
}: {
  readonly number: string;
  readonly secrecy: boolean;
  readonly answerBy: string | null;
  readonly followUrl: string;
  /** The municipality by name, with how to reach it; null until it has been said. */
  readonly contact: string | null;
}): Text {
  return {
    subject: `Vi har tagit emot det du skickade (${number})`,
    text: `Hej!

Tack för att du hörde av dig. Vi har tagit emot det du skrev till oss. Numret är ${number}. Säg det numret om du kontaktar oss.${secrecy ? ` ${MARKED}` : ''}

Vad händer nu?
- Vi läser det du skrev och tar reda på vad som har hänt.
- Vi bedömer om något har blivit fel och vad vi ska göra åt det.
- Du får ett svar av oss.${answerBy === null ? '' : ` Vårt mål är att du har det senast den ${day(answerBy)}.`}

Har du fått en kod av oss kan du följa ditt ärende och skriva till oss på ${followUrl}. Koden står inte här, eftersom e-post kan läsas av andra.

Du kan också vända dig till någon annan än oss
- Patientnämnden i regionen hjälper dig som vill klaga på hälso- och sjukvård. Det kostar ingenting.
- Inspektionen för vård och omsorg, IVO, tar emot tips om brister i vård och omsorg: ivo.se

${contact === null ? '' : `Har du frågor? Kontakta ${contact}.\n\n`}${FOOT}
`,
  };
}

/**
 * To the one who complained: there is something to read. Neither what was written nor the number, whose letters tell what it is about:
 * e-mail can be read by others.
 */
export function answerMail({ followUrl, contact }: { readonly followUrl: string; readonly contact: string | null }): Text {
  return {
    subject: 'Du har fått svar från kommunen',
    text: `Hej!

Vi har skrivit till dig med anledning av det du har hört av dig om. Läs det här, med koden som du fick när du hörde av dig:
${followUrl}

Svaret och koden står inte i mejlet, eftersom e-post kan läsas av andra. Har du ingen kod, eller har du tappat bort den? ${contact === null ? 'Kontakta kommunen' : `Kontakta ${contact}`}, så får du svaret på ett annat sätt.

${FOOT}
`,
  };
}

/** To the next chief: a duty has passed its day. */
export function escalationMail(line: MailLine, level: number): Text {
  return {
    subject: `Försenat: ${named(line)}`,
    text: `Hej!

En uppgift är inte gjord i tid. ${raised(level)}

${lineText(line)}

${FOOT}
`,
  };
}

/** What the chief is told of how often it has been raised before. */
function raised(level: number): string {
  if (level <= 1) return 'Du får veta det som närmaste chef.';
  if (level === 2) return 'Den har redan lyfts en gång utan att bli gjord, och går därför vidare till dig.';
  return 'Den har lyfts flera gånger utan att bli gjord. Den lyfts igen tills den är fullgjord.';
}

/** To SAS or MAS: the first assessment says that the case may be more than it was reported as. */
export function suspicionMail(line: MailLine): Text {
  return {
    subject: `Bedöm i dag: ${named(line)}`,
    text: `Hej!

Den första bedömningen av ett ärende säger att det finns, eller kan finnas, ett missförhållande, en vårdskada eller en fara. Det ska bedömas i dag.

${lineText(line)}

Du kan öppna ärendet så länge bedömningen står kvar, också om det är registrerat under en annan lag än den du ansvarar för.

${FOOT}
`,
  };
}

/** A person's mail of the day. What several events say alike stands there once. */
export function digestMail(lines: readonly MailLine[], listUrl: string): Text {
  const numbers = new Set(lines.map(({ number }) => number));
  return {
    subject: numbers.size === 1 && lines[0] !== undefined ? `Att göra: ${named(lines[0])}` : subjectOf(lines, numbers.size),
    text: `Hej!

Det här väntar på dig:

${[...new Set(lines.map(lineText))].join('\n\n')}

Alla dina ärenden: ${listUrl}

${FOOT}
`,
  };
}

/** A unit's attestation is no case. */
const subjectOf = (lines: readonly MailLine[], n: number): string =>
  lines.some(({ kind }) => kind === 'attestation') ? `Att göra: ${n} saker` : `Att göra i ${n} ärenden`;

const says: Readonly<Record<MailLine['kind'], string>> = {
  reminder: 'Påminnelse',
  effect: 'Har åtgärden hjälpt? Bedöm effekten',
  escalation: 'Inte gjort i tid',
  second: 'Du ombeds som andra person bekräfta ett beslut, med din egen inloggning',
  secondAnswered: 'Den andra personen har svarat på det du bad om',
  assignment: 'Ärendet har fördelats till dig',
  message: 'Den som hörde av sig har skrivit igen. Läs det i ärendet',
  undelivered: 'Mejlet till den som hörde av sig kom inte fram. Nå personen på ett annat sätt',
  record: 'Att göra',
  attestation: 'Påminnelse: intyga att statistiken är fullständig, också om inget har kommit in',
  reopened: 'Ärendet har öppnats igen',
  suspicion: 'Kan vara ett missförhållande, en vårdskada eller en fara',
};

/** By number, and by what it is about where codes say so. */
const named = ({ number, heading }: MailLine): string => (heading === null ? number : `${number}, ${inSentence(heading)}`);

function lineText(line: MailLine): string {
  const what = line.what === null ? says[line.kind] : `${says[line.kind]}: ${line.what}`;
  return [
    `${line.number} (${line.heading === null ? line.caseKind : inSentence(line.heading)})`,
    ...(line.secrecy ? [MARKED] : []),
    what,
    ...dueText(line),
    line.url,
  ].join('\n');
}

/** A target is the municipality's own and never printed as law; where a law gives no number its words are quoted. */
function dueText({ kind, due, dueIsTarget, endsOn, law, wording }: MailLine): readonly string[] {
  if (due === null) return law === null ? [] : [law];
  if (!dueIsTarget) return [`Senast den ${day(due)} (${law ?? 'lokal regel'})${dayOff(endsOn)}`];
  if (law === null) return [`${kind === 'record' ? 'Dag' : 'Kommunens eget mål'}: den ${day(due)}`];
  return [`Kommunens eget mål: den ${day(due)}. Lagen ger inget datum${wording === null ? '' : `: ”${wording}”`} (${law})`];
}

const dayOff = (endsOn: string | null): string =>
  endsOn === null ? '' : `, en ledig dag: sikta på den. Är tiden lagstadgad går den ut den ${day(endsOn)} (lag 1930:173, 2 §)`;
