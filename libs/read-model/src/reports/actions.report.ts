import { actionType } from '#domain/action/index';
import { actionAreas, actionStatuses, effects } from '#domain/codes/actions';
import { kinds } from '#domain/codes/kinds';
import { columnsOf, type MeasuredReport } from './report.js';
import { withOthers } from './shown.js';

const LONG_TERM = 'longTerm';

const proposedOn = "((r.facts->>'proposedAt')::timestamptz AT TIME ZONE 'Europe/Stockholm')::date";

/** What was done about it and whether it helped, over all kinds; an action that several cases share is one. */
export const actions: MeasuredReport = {
  shape: 'measured',
  id: 'actions',
  group: 'learning',
  question: 'Vad har vi gjort, och hjälpte det?',
  title: 'Åtgärder och deras effekt',
  definition:
    'Åtgärder i ärenden av alla slag som togs emot under perioden, och åtgärder utanför ärenden (mot risker) som föreslogs under den och som du får se. En åtgärd som flera ärenden delar räknas en gång. Läget är tabellens: en effektbedömning är försenad om dagen för den då har gått. Makulerade ärenden räknas inte.',
  kinds: kinds.map(({ code }) => code),
  where: 'true',
  ofCases: false,
  // Read from its index alone, the year as a whole (offset 0); otherwise the planner would look each case up.
  from: ({ at, received }) => `JOIN (
      SELECT x.case_id, x.key, x.area, x.horizon, x.status, x.due_at, x.effect_due_at, x.effect
      FROM read.fact_action x WHERE ${received('x')} AND ${at('x')} OFFSET 0
    ) x ON x.case_id = c.case_id`,
  row: "coalesce(x.area, 'notStated')",
  unit: 'x.key',
  columns: [
    { id: 'count', title: 'Antal', when: 'true' },
    { id: 'proposed', title: 'Föreslagen', when: 'false' },
    ...columnsOf(actionStatuses, (code) => `x.status = '${code}'`),
    ...columnsOf(
      effects,
      (code) => `x.effect = '${code}'`,
      (code) => `effect-${code}`,
    ),
    { id: 'notJudged', title: 'Genomförd, effekt inte bedömd', when: "x.status = 'done' AND x.effect IS NULL" },
    {
      id: 'judgementLate',
      title: 'Effektbedömning försenad',
      when: ({ instant }) => `x.effect IS NULL AND x.status <> 'dropped' AND x.effect_due_at < ${instant()}`,
    },
    {
      id: 'late',
      title: 'Åtgärd försenad',
      when: ({ instant }) => `x.status IN ('planned', 'ongoing') AND x.due_at < ${instant()}`,
    },
    { id: 'longTerm', title: 'Varav långsiktiga', when: `x.horizon = '${LONG_TERM}'` },
  ],
  rows: (inUse) => withOthers(actionAreas, inUse),
  notes: ({ count, cases, records }) => [
    ...(count > records ? [`${count - records} åtgärder i ${cases} ärenden.`] : []),
    ...(records > 0 ? [`${records} åtgärder utanför ärenden.`] : []),
  ],
  records: {
    family: actionType.family,
    during: ({ from, to }) => `${proposedOn} >= ${from()} AND ${proposedOn} < ${to()}`,
    row: "r.facts->>'area'",
    when: {
      count: 'true',
      proposed: "r.status = 'proposed'",
      planned: "r.status = 'decided'",
      ongoing: "r.status = 'ongoing'",
      done: "r.status IN ('done', 'judged')",
      dropped: "r.status = 'dropped'",
      ...Object.fromEntries(effects.map(({ code }) => [`effect-${code}`, `r.facts->>'effect' = '${code}'`])),
      notJudged: "r.status = 'done'",
      judgementLate: ({ today }) => `NOT r.closed AND (r.facts->>'effectDue')::date < ${today()}`,
      late: ({ today }) => `r.status IN ('decided', 'ongoing') AND r.due < ${today()}`,
    },
  },
};
