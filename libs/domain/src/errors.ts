/** Something that is missing: `field` is the field of the command that supplies it, `text` says it in Swedish. */
export interface Lack {
  readonly field: string;
  readonly text: string;
}

/**
 * Where it is supplied: the command that the field names (`Command.field`), null where it is a field of what was sent; the path of the field in
 * it, empty where it is the command itself. The only place where a field is taken apart.
 */
export function placeOf({ field }: Pick<Lack, 'field'>): { readonly command: string | null; readonly path: readonly string[] } {
  const parts = field.split('.');
  return /^[A-Z]/.test(field) ? { command: parts[0] as string, path: parts.slice(1) } : { command: null, path: parts };
}
/** The name by which a form knows the field; the command's own where it is the command itself. */
export function formNameOf(lack: Pick<Lack, 'field'>): string {
  const { command, path } = placeOf(lack);
  return path.at(-1) ?? command ?? '';
}

/** What is missing, where a condition does not hold. */
export const lack = (holds: boolean, field: string, text: string): Lack | null => (holds ? null : { field, text });

/** Every refusal: HTTP status and Swedish title beside its code. */
export const refusals = {
  badShape: { status: 400, title: 'Uppgifterna går inte att läsa' },
  notLoggedIn: { status: 401, title: 'Du behöver logga in' },
  logInAgain: { status: 401, title: 'Bekräfta vem du är' },
  notYours: { status: 403, title: 'Du får inte göra det här' },
  notFound: { status: 404, title: 'Det du söker finns inte eller är inte synligt för dig' },
  notInThisStage: { status: 409, title: 'Det går inte att göra i det skede ärendet är i' },
  alreadyClosed: { status: 409, title: 'Ärendet är avslutat' },
  cancelled: { status: 409, title: 'Ärendet är makulerat' },
  notClosed: { status: 409, title: 'Ärendet är inte avslutat' },
  alreadyMet: { status: 409, title: 'Det är redan gjort eller behövs inte längre' },
  tooEarly: { status: 409, title: 'Tiden för det har inte kommit' },
  alreadyExists: { status: 409, title: 'Det finns redan' },
  busy: { status: 409, title: 'Någon annan ändrade samtidigt. Försök igen' },
  movedOn: { status: 412, title: 'Ärendet har ändrats sedan du öppnade det' },
  idempotencyKeyReused: { status: 422, title: 'Samma Idempotency-Key har använts till något annat' },
  incomplete: { status: 422, title: 'Det här saknas' },
  statutoryDutyOpen: { status: 422, title: 'En skyldighet enligt lag är inte fullgjord' },
  kindNotReportedHere: { status: 422, title: 'Det här slaget av ärende kan inte rapporteras på det här sättet' },
  unitNotValid: { status: 422, title: 'Enheten fanns inte den dagen' },
  outOfReach: { status: 422, title: 'Ärendet kan inte ges dit' },
  looksLikePersonalData: { status: 422, title: 'Fältet får inte innehålla personuppgifter' },
  needsLogin: { status: 422, title: 'Det här fältet kräver inloggning' },
  unknownReference: { status: 422, title: 'Det du hänvisar till finns inte i ärendet' },
  mayNotBeSkipped: { status: 422, title: 'Skedet får inte hoppas över' },
  badPeriod: { status: 422, title: 'Perioden går inte att använda' },
  tooLarge: { status: 413, title: 'Det är för stort' },
  tooManyPages: { status: 429, title: 'För många sidor på kort tid. Försök igen strax' },
  tooMany: { status: 429, title: 'För många rapporter på kort tid. Försök igen strax' },
} as const satisfies Record<string, { status: number; title: string }>;

export type RefusalCode = keyof typeof refusals;

/** A command or query that is refused for a reason the person can act on. Stores nothing. */
export class Refusal extends Error {
  readonly status: number;
  readonly title: string;
  constructor(
    readonly code: RefusalCode,
    readonly missing: readonly Lack[] = [],
    /** Further text in Swedish; never a person's words. */
    readonly detail: string | null = null,
  ) {
    super(code);
    this.name = 'Refusal';
    this.status = refusals[code].status;
    this.title = refusals[code].title;
  }
}

/** Refuses a command. */
export function refuse(code: RefusalCode, missing: readonly Lack[] = [], detail: string | null = null): never {
  throw new Refusal(code, missing, detail);
}
