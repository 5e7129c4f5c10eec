const DAY = 86_400_000;
const YEARS = 4;
/** Open cases were received within this many days, most of them lately. */
const OPEN_DAYS = 100;
const units = {
  care: ['afs-hemtjanst-norra', 'afs-hemtjanst-sodra', 'afs-vardboende-linden', 'afs-vardboende-glantan', 'afs-daglig-verksamhet', 'afs-socialpsykiatri'],
  social: [
    ...['iof-barn-unga', 'iof-vuxen', 'iof-ekonomi', 'iof-familjeratt', 'smf-medborgarservice', 'smf-ungdom', 'smf-stadsutveckling'],
    ...['afs-bestallare', 'afs-hemtjanst-norra', 'afs-hemtjanst-sodra', 'afs-vardboende-linden', 'afs-vardboende-glantan', 'afs-daglig-verksamhet'],
  ],
};
const causes = [
  'routines:unit',
  'communication:group',
  'competence:individual',
  'environmentAndOrganisation:organisation',
  'technology',
  'routines:organisation',
];
const stages = ['received', 'received', 'received', 'investigating', 'investigating', 'investigating', 'assessing', 'ivoDecision', 'feedback', 'followUp'];

/** The same numbers each time, so that two runs are of the same cases. */
function dice(seed) {
  let state = seed;
  const roll = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return { roll, one: (list) => list[Math.floor(roll() * list.length)] };
}

/**
 * Lines of an import file (docs/contract.md#import): invented cases of all kinds as a municipality may have them, closed ones evenly over four years
 * and open ones at every stage. Every lex Maria comes of a deviation under HSL, and some lex Sarah of a complaint.
 * @param {{ closed: number, open: number, now: Date }} size
 * @yields {string} a line of JSON
 */
export function* linesOf({ closed, open, now }) {
  const { roll, one } = dice(7);
  const today = Math.floor(now.getTime() / DAY);
  const day = (n) => new Date(Math.min(n, today) * DAY).toISOString().slice(0, 10);
  let complaint = null;
  let care = null;
  for (let n = 0; n < closed + open; n += 1) {
    const isOpen = n >= closed;
    const received = isOpen ? today - Math.floor(roll() ** 2 * OPEN_DAYS) : today - Math.floor((1 - (n + roll()) / closed) * YEARS * 365.25);
    const stage = isOpen ? one(stages) : null;
    const reached = isOpen ? ['received', 'investigating', 'assessing', 'ivoDecision', 'feedback', 'followUp'].indexOf(stage) : 6;
    const at = (days) => day(received + days);
    const made = caseOf(roll(), { roll, one, reached, at, complaint, care });
    const line = {
      externalId: `massa-${n}`,
      receivedAt: at(0),
      closedAt: isOpen ? null : at(20 + Math.floor(roll() * 100)),
      ...(isOpen ? { stage } : {}),
      channel: one(['web', 'email', 'letter', 'phone', 'staffPhone']),
      causes: reached > 1 ? [one(causes), ...(roll() < 0.3 ? [one(causes)] : [])].filter((cause, i, all) => all.indexOf(cause) === i) : null,
      investigatedAt: reached > 1 ? at(12) : null,
      answeredAt: reached > 4 ? at(18) : null,
      what: 'Besöket föll bort ur planeringen när schemat byttes, och ingen ringde. Den enskilde väntade till nästa morgon.',
      ...made,
    };
    if (line.kind === 'complaint') complaint = { id: line.externalId };
    if (line.hslOutcome !== undefined && line.kind === 'deviation') care = { id: line.externalId };
    yield `${JSON.stringify(line)}\n`;
  }
}

/** Of a hundred: 25 complaints, 40 deviations in care, 27 in social services, 6 lex Sarah, 2 lex Maria. */
function caseOf(share, { roll, one, reached, at, complaint, care }) {
  const judged = reached > 2;
  if (share < 0.25)
    return {
      kind: 'complaint',
      unit: roll() < 0.02 ? null : one(units.social),
      opinionType: one(['complaint', 'complaint', 'complaint', 'opinion', 'suggestion', 'praise']),
      source: one(['serviceUserOrGuardian', 'relative', 'relative', 'resident', 'otherOrUnknown']),
      categories: [one(['treatment', 'caseHandling', 'serviceDelivery']), ...(roll() < 0.3 ? ['information'] : [])],
      complaintOutcome: judged ? one(['deficiency', 'partly', 'none']) : null,
      outcomeAt: judged ? at(14) : null,
    };
  if (share < 0.65)
    return {
      kind: 'deviation',
      unit: one(units.care),
      lawAreas: ['HSL'],
      eventClass: one(['risk', 'nearMiss', 'adverseEvent', 'adverseEvent']),
      deviationType: one(['fall', 'fall', 'medication', 'medication', 'informationTransfer', 'pressureUlcer', 'rehabilitation']),
      source: 'staff',
      hslOutcome: judged ? one(['noCareInjury', 'noCareInjury', 'couldHaveCausedCareInjury', 'careInjury']) : null,
      outcomeAt: judged ? at(14) : null,
      severity: 1 + Math.floor(roll() * 4),
      probability: 1 + Math.floor(roll() * 4),
    };
  if (share < 0.92)
    return {
      kind: 'deviation',
      unit: one(units.social),
      lawAreas: [one(['SoL', 'SoL', 'LSS'])],
      eventClass: one(['risk', 'nearMiss', 'adverseEvent']),
      deviationType: one(['missedService', 'delayedService', 'wronglyPerformedService', 'treatment', 'documentation']),
      source: 'staff',
    };
  if (share < 0.98 || care === null) {
    const outcome = judged ? one(['noIrregularity', 'tangibleRiskOfIrregularity', 'irregularity', 'irregularity', 'seriousIrregularity']) : null;
    return {
      kind: 'lexSarah',
      unit: one(units.social),
      lawAreas: ['SoL'],
      source: 'staff',
      lexSarahKinds: [one(['deficientServiceDelivery', 'deficientLegalCertainty', 'deficientTreatment', 'physicalAbuse'])],
      outcomeProposed: reached > 1 ? 'irregularity' : null,
      outcome,
      outcomeAt: outcome === null ? null : at(14),
      ivoSentAt: outcome === 'seriousIrregularity' && reached > 3 ? at(16) : null,
      parentExternalId: complaint !== null && roll() < 0.3 ? complaint.id : null,
    };
  }
  return {
    kind: 'lexMaria',
    unit: one(units.care),
    lawAreas: ['HSL'],
    source: 'staff',
    hslOutcome: judged ? one(['careInjury', 'seriousCareInjury']) : null,
    outcomeAt: judged ? at(14) : null,
    ivoSentAt: reached > 3 ? at(16) : null,
    parentExternalId: care.id,
  };
}
