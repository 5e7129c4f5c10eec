import { type IrregularityTale, irregularityWay, takenOnBySas } from './irregularity-way.js';
import { personId, type Story } from './story.js';
import { datesOf, does, ownCase, sitting, tell } from './telling.js';

/**
 * EX-08 of the example cases: a report of concern that lay in a mailbox nobody watched. Notified within nine days, during the holidays, by
 * the board's chair; the investigation followed within two months. Days as in the text, in the last year for which they have been.
 */
export function ex08(firstStart: string): Story {
  const ago = datesOf(firstStart, '05-12');
  const told = ownCase('ex-08', firstStart);
  const tale: IrregularityTale = {
    diary: 402,
    kinds: ['deficientLegalCertainty'],
    serious: 'yes',
    heard: 'individual',
    happened:
      'Anmälan kom den 11 december till en brevlåda som ingen bevakade under omorganisationen. Ingen skyddsbedömning gjordes förrän den 22. Flickan har fått prata med en socialsekreterare och fått förklarat vad som hände.',
    measures: 'Skyddsbedömning samma dag; utredning inledd; brevlådan stängd och vidarekopplad.',
    causes: [
      { area: 'environmentAndOrganisation', level: 'organisation', serious: true, text: 'Ingen ägde brevlådan under omorganisationen.' },
      { area: 'routines', text: 'Det fanns flera vägar in för orosanmälningar, och ingen stämde av dem.' },
    ],
    actions: [
      {
        area: 'organisation',
        what: 'En väg in för orosanmälningar, bevakad två gånger per dag.',
        howJudged: 'Loggen granskas varje månad.',
        dueDaysAgo: ago('03-15'),
        effectDaysAgo: -20,
      },
      {
        area: 'routines',
        what: 'Egenkontroll: veckovis avstämning mot inkorgarna.',
        howJudged: 'Avstämningarna är signerade.',
        dueDaysAgo: ago('03-15'),
        effectDaysAgo: -20,
      },
    ],
    proposed: 'tangibleRiskOfSeriousIrregularity',
    reasons: 'Elva dagar utan skyddsbedömning vid våld i hemmet. Påtaglig risk för ett allvarligt missförhållande.',
  };
  const takenOn = takenOnBySas(told, ago('12-23', 1), tale);
  const way = irregularityWay(told, [ago('12-23', 1), ago('02-24'), ago('02-25')], tale).filter(({ as }) => !takenOn.some((step) => step.as === as));
  return {
    key: 'ex-08',
    by: 'linnea',
    registeredDaysAgo: ago('12-22', 1),
    receivedDaysAgo: ago('12-22', 1),
    report: {
      kind: 'lexSarah',
      unit: 'iof-barn-unga',
      lawAreas: ['SoL'],
      channel: 'web',
      area: 'childrenAndYouth',
      affects: 'individual',
      concernsChild: true,
      affectedGender: 'woman',
      affectedAgeBand: '0-17',
      what: 'En orosanmälan från skolan om en tioårig flicka kom den 11 december till en brevlåda som ingen bevakade under omorganisationen. Ingen skyddsbedömning gjordes förrän den 22 december. Anmälan gällde våld i hemmet. Jag är praktikant och hittade den när jag sorterade.',
      immediateActions: 'Skyddsbedömning samma dag; utredning inledd; brevlådan stängd och vidarekopplad.',
    },
    steps: [
      ...takenOn,
      // Urgent, by the chair of the board (KL 6 kap. 39 §): what was not ready stands in the decision.
      ...sitting(
        told,
        ago('12-30', 1),
        'stina',
        'urgent',
        { type: 'AnswerConflict', answer: 'none' },
        { type: 'DecideIvo', notify: 'yes', urgent: true, presenter: personId('sas'), reasons: tale.reasons },
      ),
      does(told, ago('12-31', 1), 'registrator', { type: 'NotifyIvo', way: 'eService' }, 'notified'),
      ...tell(told, ago('01-21'), 'sas', 'board'),
      ...way,
      ...sitting(
        told,
        ago('02-26'),
        'registrator',
        'sent',
        { type: 'SendToIvo', what: 'investigation' },
        { type: 'RecordIvoNumber', ivoNumber: '3.1.2-00417' },
      ),
      does(told, ago('02-26'), 'karin', { type: 'AnswerConflict', answer: 'none' }, 'free-director'),
      does(told, ago('02-26'), 'karin', { type: 'DecideOutcome', outcome: 'tangibleRiskOfSeriousIrregularity', reasons: tale.reasons }, 'decided'),
      does(told, ago('02-26'), 'karin', { type: 'AdvanceCase', to: 'feedback' }, 'on-to-feedback'),
      ...tell(told, ago('03-03'), 'sas', 'reporter', 'individual', 'staffGroup'),
      does(told, ago('03-03'), 'sas', { type: 'AdvanceCase', to: 'followUp' }, 'on-to-followUp'),
      // IVO wants to see that it helped: the report is owed a month from the first start.
      does(
        told,
        ago('05-12'),
        'registrator',
        {
          type: 'RecordIvoDecision',
          ivoOutcome: 'reportBack',
          requirementDueOn: new Date(Date.parse(firstStart) + 30 * 86_400_000).toISOString().slice(0, 10),
          text: 'Redovisa hur inkorgarna bevakas.',
        },
        'ivo-decision',
      ),
    ],
  };
}
