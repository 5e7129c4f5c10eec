import { codesOf } from '#domain/codes/code';
import { investigationPoints } from '#domain/codes/investigation';
import { organisationChanges } from '#organisation/change.schema';
import { reorganise } from '#organisation/reorganise';
import { type Api, freshApi } from '../support/api.js';
import { atServer } from '../support/at-server.js';
import { people } from '../support/scenario.js';
import { lacks, lets, reports } from './way-over-http.js';

let api: Api;
atServer(freshApi, async (fresh) => {
  api = fresh;
  const unit = { validFrom: '2020-01-01', provider: 'contract' };
  const { changes } = organisationChanges.parse({
    changes: [
      { do: 'addUnit', unit: { ...unit, code: 'bolag', name: 'Omsorgsbolaget', level: 'board', parent: null } },
      { do: 'addUnit', unit: { ...unit, code: 'bolag-hem', name: 'Bolagets boende', level: 'unit', parent: 'bolag' } },
    ],
  });
  await reorganise(api.core, changes, 'operator', api.core.clock.now().toISOString());
});

const x = 'En mening.';
const head = 'providerHead';
const points = codesOf(investigationPoints).filter((point) => !['general', 'causes', 'decision'].includes(point));

describe('A private provider’s own lex Sarah over HTTP (SoL 27 kap. 4–6 §§, docs/law/lex-sarah.md#private-providers)', () => {
  test('is handled by the provider’s own people to its end: investigated, decided, notified, the board told twice, closed', async () => {
    const { id } = await reports(api, { kind: 'lexSarah', lawAreas: ['SoL'], unit: 'bolag-hem', immediateActions: x, affects: 'individual' }, head);
    const shown = async () => (await api.get(`/api/cases/${id}`, head)).body;
    const all = async (...commands: ({ type: string } & Record<string, unknown>)[]) => {
      for (const command of commands) await lets(api, id, command, head);
    };
    const tell = (to: string) => ({ type: 'GiveFeedback', to, what: 'answer', method: 'phone' });
    await all(
      tell('board'),
      { type: 'AnswerTriage', irregularity: 'yes', careInjury: 'no', danger: 'no', serious: 'unsure' },
      { type: 'AssignCase', person: people.providerHead.person, as: 'utforare' },
      { type: 'AnswerConflict', answer: 'none' },
      { type: 'AdvanceCase', to: 'investigating' },
      { type: 'ClassifyCase', lexSarahKinds: ['deficientServiceDelivery'] },
      { type: 'HearParty', party: 'individual', result: 'heard' },
      ...points.map((point) => ({ type: 'MakeEntry', nature: 'fact', by: 'staff', point, text: x })),
      { type: 'FindCause', area: 'routines', level: 'unit', text: x },
      { type: 'CompleteInvestigation', similarBefore: false, recurrence: true },
      { type: 'AdvanceCase', to: 'assessing' },
      { type: 'ProposeOutcome', outcome: 'seriousIrregularity', reasons: x },
      { type: 'DecideNoAction', text: x },
      { type: 'AdvanceCase', to: 'ivoDecision' },
      { type: 'DecideOutcome', outcome: 'seriousIrregularity', reasons: x },
    );
    expect(await lacks(api, id, { type: 'DecideIvo', notify: 'no', reasons: x }, head)).toEqual(['DecideIvo.notify']);
    await all(
      { type: 'DecideIvo', notify: 'yes', reasons: x },
      { type: 'NotifyIvo', way: 'eService', investigationAttached: true },
      { type: 'AdvanceCase', to: 'feedback' },
      tell('individual'),
      tell('reporter'),
      tell('staffGroup'),
    );
    const rules = ((await shown()).duties as { rule: string; law: string }[]).map(({ rule, law }) => `${rule} ${law}`);
    expect(rules).toContain('LS-PRIVAT-INFO-ANMALAN SoL (2025:400) 27 kap. 6 § tredje stycket');
    await all(
      tell('board'),
      { type: 'AdvanceCase', to: 'followUp' },
      { type: 'CloseIvoMatter', ivoOutcome: 'closedWithoutAction' },
      { type: 'AdvanceCase', to: 'closed' },
    );
    expect(await shown()).toMatchObject({ stage: 'closed', process: 'lexSarahProvider@1', duties: [] });
    expect((await api.get(`/api/cases/${id}`, 'director')).status).toBe(404);
  }, 120_000);
});
