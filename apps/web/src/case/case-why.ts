import type { OpenedCase } from '#case-service/case-reader';
import { type WhoseDay, type WhyDate, whyDate } from '#case-view/why-date';
import { ownerRole } from '#domain/case/agenda';
import type { Duty } from '#domain/case/case';
import { labelOf } from '#domain/codes/code';
import { inSentence } from '#domain/codes/in-sentence';
import { roles } from '#domain/codes/roles';
import { periodInWords } from '#domain/law/period-words';
import { citationOf } from '#domain/law/regulation';
import { longDate, longMoment, shortDay } from '#ui/deadline';
import { terms } from './case-sections.js';
import type { DutyLine } from './sections.js';

/** A duty with its day, and why that day. `events`: the case's own, for recalculated deadlines. */
export function dutyLine(duty: Duty, events: OpenedCase['events']): DutyLine {
  const why = whyDate(duty, events);
  const { rule, whose, due } = why;
  return {
    id: duty.id,
    name: rule.name,
    // A rule that has not been found in the law's text is not printed beside a date as law.
    law: citationOf(rule),
    due,
    isLaw: whose === 'law',
    ownTarget: whose === 'own',
    state: duty.closed === null ? '' : `${endings[duty.closed.as]} ${shortDay(duty.closed.at)}`,
    why: {
      sentence: `Tiden räknas från ${longMoment(why.startedAt)}. ${basisOf(why)}`,
      terms: terms([
        ['Regel', `${rule.name}${rule.wording === null ? '' : `: ”${rule.wording}”`}`],
        ['Står i', standsIn(why)],
        ['Så räknas tiden', countedAs(why)],
        ['Lediga dagar på vägen', why.steppedOver.map(dayText).join(', ')],
        ['Ledig dag', dayOffText(why)],
        [
          'Omräknad',
          why.recalculated
            .map(({ at, old, why: reason }) => `${shortDay(at)}${old === null ? '' : `, från ${shortDay(old)}`}: ${reasons[reason] ?? reason}`)
            .join('. '),
        ],
        ['Ansvarig', inSentence(labelOf(roles, ownerRole(duty)))],
      ]),
    },
  };
}

/** Both days, and what each is. */
function dayOffText({ dayOff, rule }: WhyDate): string | null {
  if (dayOff === null) return null;
  const { nominal, shifted } = dayOff;
  return rule.basis === 'law'
    ? `Sista dagen skulle ha varit ${dayText(nominal)}, en ledig dag. Tiden går ut nästa arbetsdag, ${dayText(shifted)} (lag 1930:173, 2 §). Sikta på ${dayText(nominal)}.`
    : `Sista dagen, ${dayText(nominal)}, är en ledig dag. Sikta på den. Är tiden lagstadgad går den ut nästa arbetsdag, ${dayText(shifted)} (lag 1930:173, 2 §).`;
}

const endings = { met: 'Gjort', notApplicable: 'Ej tillämpligt', withdrawn: 'Upphörde' } as const;
const reasons: Readonly<Record<string, string>> = {
  calendar: 'kalendern rättades',
  law: 'lagen ändrades',
  start: 'tiden började en annan dag, eller någon beslutade en annan dag',
  pause: 'tiden stod stilla',
  authority: 'myndigheten angav en annan dag',
  setting: 'kommunen ändrade sin egen frist',
};

function basisOf({ rule, whose, period }: WhyDate): string {
  switch (whose) {
    case 'law':
      return `${rule.law} ger ${periodText(period)}.`;
    case 'authority':
      return 'Datumet är det som myndigheten har angett.';
    case 'own':
      return rule.wording === null || rule.verified === 'unverified' || rule.basis === 'local'
        ? `Datumet är kommunens eget mål${period === null ? '' : `: ${periodText(period)}`}.`
        : `Lagen säger ”${rule.wording}” och ger inget tal. Datumet är kommunens eget mål.`;
    case 'nobody':
      return rule.wording === null ? 'Det finns inget datum.' : `Lagen säger ”${rule.wording}” och ger inget tal. Det finns inget datum.`;
    default:
      return whose satisfies never;
  }
}

const owners: Readonly<Record<WhoseDay, string | null>> = { law: null, authority: 'Myndighetens brev', own: 'Kommunens eget mål', nobody: null };

function standsIn({ rule, whose }: WhyDate): string {
  if (citationOf(rule) === null) return 'Kommunens eget mål, en inställning. Inte lag.';
  const validity = rule.validFrom === null ? '' : `, lydelsen som gäller från ${longDate(rule.validFrom)}`;
  const own = owners[whose];
  return `${rule.law} (version ${rule.version}${validity})${own === null ? '' : `. Dagen: ${inSentence(own)}.`}`;
}

function countedAs({ rule, whose, period, inWorkingDays }: WhyDate): string | null {
  if (whose === 'authority' || rule.type === 'setByAuthority') return 'Dagen i brevet gäller.';
  if (period === null) return null;
  return `${periodText(period)} efter startdagen. ${inWorkingDays ? 'Lördagar, söndagar och helgdagar räknas inte.' : 'Alla dagar räknas, också lördagar, söndagar och helgdagar.'} Dagen slutar kl. 23:59.`;
}

const noon = (day: string): string => `${day}T12:00:00.000Z`;
const dayText = (day: string): string => shortDay(noon(day));
const periodText = (period: string | null): string => (period === null ? 'ett datum' : periodInWords(period));
