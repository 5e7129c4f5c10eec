import { z } from 'zod';
import { codesOf } from '#domain/codes/code';
import { localLists } from '#domain/codes/local-lists';
import { providers } from '#domain/codes/providers';
import { roles } from '#domain/codes/roles';
import { day } from '#domain/days.schema';
import { isEmailAddress } from '#domain/email';
import { delegationPoint, settingSchemas } from '#domain/org/settings.schema';
import { looksPersonal } from '#domain/personal-data';
import { typedNumber } from '#domain/shapes.schema';
import { text } from '#domain/text.schema';

const code = z.string().regex(/^[a-z0-9-]{2,40}$/, 'Små bokstäver a–z, siffror och bindestreck');
const name = text().min(1).max(120);
/** A unit's code and name are sent to Kafka and shown in reports and printed pages. */
const notPersonal = 'Får inte innehålla personnummer, telefonnummer, e-post eller adress';
const unitCode = code.refine((value) => !looksPersonal(value), notPersonal);
const unitName = name.refine((value) => !looksPersonal(value), notPersonal);
const login = z
  .string()
  .toLowerCase()
  .regex(/^[a-z0-9.-]{2,40}$/);
const role = z.enum(codesOf(roles).filter((each) => each !== 'system'));
const post = { login, role, unit: code };

/** So many days, working days, weeks or months that a deadline of the municipality's own may be at most. */
const MOST = { D: 400, BD: 250, W: 52, M: 24 } as const;
const period = z.string().refine((value) => {
  const [, n, unit] = /^P(\d{1,3})(BD|D|W|M)$/.exec(value) ?? [];
  return unit !== undefined && Number(n) <= MOST[unit as keyof typeof MOST];
}, 'Skriv antal och slag, till exempel P15BD (15 arbetsdagar), P30D (30 dagar) eller P2M (2 månader), högst två år');

const ofList = { list: z.enum(codesOf(localLists)), division: code };
const label = text()
  .min(1, 'Skriv vad posten heter')
  .max(80, 'Högst 80 tecken')
  .regex(/^[^\r\n]*$/, 'Skriv på en rad');

/** The kind of absence as a code; its reason is never asked. */
export const standInReasons = ['absence', 'vacancy', 'conflict', 'delegation'] as const;

const delegated = { kind: z.enum(['lexSarah', 'lexMaria'], 'Välj lexSarah eller lexMaria'), role };

const setting = <const N extends keyof typeof settingSchemas>(key: N) =>
  z.strictObject({ do: z.literal('set'), name: z.literal(key), value: settingSchemas[key], from: day });

/** One change of the organisation, named by what is done; logins identify people. */
export const organisationChange = z.union([
  z.discriminatedUnion('do', [
    z.strictObject({
      do: z.literal('addUnit'),
      unit: z.strictObject({
        code: unitCode,
        name: unitName,
        level: z.enum(['board', 'division', 'unit']),
        parent: code.nullable(),
        provider: z.enum(codesOf(providers)).default('own'),
        validFrom: day,
      }),
    }),
    z.strictObject({ do: z.literal('moveUnit'), unit: code, to: code, from: day }),
    z.strictObject({ do: z.literal('renameUnit'), unit: code, name: unitName, from: day }),
    z.strictObject({ do: z.literal('endUnit'), unit: code, successor: code.nullable(), from: day }),
    z.strictObject({ do: z.literal('addPerson'), login, name, email: text().refine(isEmailAddress, 'Det ser inte ut som en e-postadress') }),
    z.strictObject({ do: z.literal('givePost'), ...post, from: day, to: day.nullable().default(null) }),
    z.strictObject({ do: z.literal('endPost'), ...post, to: day }),
    z.strictObject({ do: z.literal('standIn'), login, instead: login, from: day, to: day, why: z.enum(standInReasons) }),
    /** A point of the delegation order by which a role decides on notification, by the board's decision of this number. */
    z.strictObject({ do: z.literal('delegate'), ...delegated, point: delegationPoint, decision: typedNumber, from: day }),
    z.strictObject({ do: z.literal('endDelegation'), ...delegated, to: day }),
    /** A deadline of the municipality's own, from a day. One that a law gives is refused where the change is checked, with the law named. */
    z.strictObject({
      do: z.literal('setDeadline'),
      rule: z.string().regex(/^[A-Z0-9-]{2,40}$/, 'Fristens kod, till exempel LOK-KLAG-SVAR'),
      period,
      from: day,
    }),
    z.strictObject({ do: z.literal('addEntry'), ...ofList, label, from: day }),
    z.strictObject({ do: z.literal('renameEntry'), ...ofList, code, label }),
    z.strictObject({ do: z.literal('endEntry'), ...ofList, code, from: day }),
  ]),
  setting('ladder'),
  setting('raisedAgainAfter'),
  setting('levels'),
  setting('coinciding'),
  setting('ivoDecider'),
  setting('delegationPoint'),
  setting('senders'),
  setting('leastShown'),
  setting('mirrors'),
  setting('municipality'),
]);

/** A file of changes: all of them, in order, or none. */
export const organisationChanges = z.strictObject({ changes: z.array(organisationChange).min(1) });
export type OrganisationChanges = z.infer<typeof organisationChanges>['changes'];

interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** What is wrong with a file of changes, each at its field: of a change that is none of those, that its `do` is not known, or the name of its setting. */
export const faultsIn = (issues: readonly z.core.$ZodIssue[], at: readonly PropertyKey[] = []): readonly Fault[] =>
  issues.flatMap((issue) => {
    const path = [...at, ...issue.path];
    if (issue.code !== 'invalid_union') return [{ path, message: issue.message }];
    const isMeant = (branch: readonly z.core.$ZodIssue[]) => !branch.some((one) => isKind(one));
    const meant = issue.errors.find(isMeant);
    if (meant !== undefined) return faultsIn(meant, path);
    const isSetting = issue.errors.some((branch) => !branch.some((one) => one.path[0] === 'do'));
    return isSetting
      ? [{ path: [...path, 'name'], message: `Okänd inställning. Välj ${Object.keys(settingSchemas).join(', ')}` }]
      : [{ path: path.at(-1) === 'do' ? path : [...path, 'do'], message: 'Okänd ändring. Verbets --help visar dem som finns' }];
  });

/** Whether a fault is that another change, or another setting, is meant. */
const isKind = ({ path, code }: z.core.$ZodIssue): boolean => (path[0] === 'do' || (path[0] === 'name' && code === 'invalid_value')) && path.length === 1;
