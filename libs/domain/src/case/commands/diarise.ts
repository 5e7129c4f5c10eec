import { Lacking } from '../../lacks.js';
import { flag, typedNumber } from '../../shapes.schema.js';
import type { ExistingCase } from '../case.js';
import { defineCaseCommand } from '../case-command.js';
import type { Context } from '../decide/context.js';
import { holdersOf, isSame, seenOne, taken } from '../decide/diary.js';
import type { NewCaseEvent } from '../events.schema.js';
import { chiefs } from '../who.js';

/**
 * The case gets its diary number, and says which case it shares it with where another has it.
 * `sharedWith`: the number of that other case.
 */
export const diarise = defineCaseCommand({
  name: 'Diarise',
  input: { diaryNumber: typedNumber, secrecy: flag.default(true), sharedWith: typedNumber.nullable().default(null) },
  addedFields: ['sharedWith'],
  who: ['registrator', ...chiefs],
  offered: [{ stages: ['received', 'investigating'], when: 'always' }],
  title: 'Diarieför',
  button: 'Spara',
  form: {
    diaryNumber: { label: 'Diarienummer' },
    secrecy: { label: 'Ska det stå att uppgifterna kan omfattas av sekretess?' },
    sharedWith: {
      label: 'Delar diarienummer med',
      hint: 'Bara om ett annat ärende har samma diarienummer. Skriv det ärendets nummer, till exempel KLA-2026-0012.',
    },
  },
  decide(state, command, context): readonly NewCaseEvent[] {
    const { diaryNumber, secrecy, sharedWith } = command;
    const kept = isSame(state.diary.number, diaryNumber);
    if (kept && sharedWith === null) return [{ type: 'Diarised', open: { diaryNumber, secrecy, sharedWith: state.diary.sharedWith } }];
    const holders = holdersOf(diaryNumber, { id: state.id, unit: state.desc.unit }, context);
    if (sharedWith === null && holders.length === 0) return [{ type: 'Diarised', open: { diaryNumber, secrecy, sharedWith: null } }];
    const other = sharedWith === null ? undefined : holders.find(({ number }) => isSame(number, sharedWith));
    if (other === undefined) return refuseShared(sharedWith, holders, context);
    return [{ type: 'Diarised', open: { diaryNumber, secrecy, sharedWith: { caseId: other.id, number: other.number } } }];
  },
});

function refuseShared(sharedWith: string | null, holders: readonly ExistingCase[], context: Context): never {
  const lacking = new Lacking('Diarise');
  if (holders.length === 0)
    return lacking.need(false, 'sharedWith', 'Inget annat ärende har det diarienumret. Kontrollera numret, eller lämna fältet tomt.').refuse();
  const seen = seenOne(holders, context);
  if (sharedWith !== null) return lacking.need(false, 'sharedWith', `Det ärendet har inte diarienumret. ${taken(seen)}`, 'alreadyExists').refuse();
  const how = `Ska ärendena dela diarienummer: skriv ${seen ?? 'det andra ärendets nummer'} i fältet Delar diarienummer med.`;
  return lacking.need(false, 'diaryNumber', `${taken(seen)} ${how}`, 'alreadyExists').refuse();
}
