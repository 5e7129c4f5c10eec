/** A complaint through all stages in codes, with invented words. Used by the seed and by the load. */
const day = 86_400_000;
const later = (from, days) => new Date(Date.parse(from) + days * day).toISOString();

/** Sources, categories and units are spread so that tables have different numbers. */
export function reportOf(n, unit, receivedAt) {
  const sources = ['relative', 'serviceUserOrGuardian', 'resident', 'staff', 'otherOrUnknown'];
  const categories = ['treatment', 'caseHandling', 'serviceDelivery', 'accessibility', 'information'];
  return {
    kind: 'complaint',
    opinionType: n % 11 === 0 ? 'praise' : 'complaint',
    unit,
    source: sources[n % sources.length],
    channel: 'letter',
    what: 'Hemtjänsten kom inte i går kväll, och ingen ringde.',
    answer: { by: 'letter', to: 'Exempelvägen' },
    ...(n % 11 === 0 ? {} : { categories: [categories[n % categories.length], ...(n % 4 === 0 ? ['collaboration'] : [])] }),
    ...(receivedAt === undefined ? {} : { receivedAt }),
  };
}

/**
 * The commands from received to closed. `handler` is a person's id. A function is asked for the command when its turn comes, with the
 * events so far ({ type, open }) where an id is needed that only they know.
 */
export const wholeWay = (handler, receivedAt) => [
  { type: 'ClassifyCase', categories: ['serviceDelivery'], lawAreas: ['SoL'] },
  { type: 'AnswerTriage', irregularity: 'no', careInjury: 'no', danger: 'no' },
  { type: 'GiveFeedback', what: 'confirmation', method: 'phone' },
  { type: 'AssignCase', person: handler, as: 'socialchef' },
  { type: 'AnswerConflict', answer: 'none' },
  { type: 'AdvanceCase', to: 'investigating' },
  { type: 'MakeEntry', nature: 'fact', by: 'staff', text: 'Besöket föll bort ur planeringen när schemat byttes.' },
  { type: 'FindCause', area: 'routines', level: 'unit', text: 'Ingen kontroll vid byte av schema.' },
  { type: 'CompleteInvestigation' },
  { type: 'AdvanceCase', to: 'assessing' },
  { type: 'DecideOutcome', complaintOutcome: 'deficiency', reasons: 'Besöket uteblev.' },
  {
    type: 'PlanAction',
    area: 'routines',
    horizon: 'shortTerm',
    dueAt: later(receivedAt, 30),
    what: 'Dubbelkontroll av schemat.',
    howJudged: 'Uteblivna besök räknas i en månad.',
  },
  { type: 'AdvanceCase', to: 'ivoDecision' },
  { type: 'DecideIvo', notify: 'notApplicable', reasons: 'Ett enstaka besök, ingen fara.' },
  { type: 'AdvanceCase', to: 'feedback' },
  { type: 'GiveFeedback', what: 'answer', method: 'letter', text: 'Vi ber om ursäkt. Så här har vi ändrat.' },
  { type: 'AdvanceCase', to: 'followUp' },
  (actionId) => ({ type: 'JudgeEffect', actionId, effect: 'yes', evidence: 'Inga uteblivna besök på en månad.' }),
  { type: 'AdvanceCase', to: 'closed' },
];
