import { type Lack, Refusal, type RefusalCode, refuse } from './errors.js';

/*
 * What the values of a command lack is said in one refusal, all of it: a person who mends one thing, sends, and is told of the next has been
 * sent away for nothing. Who may, and in which stage, is asked first and alone (policy.ts, standing.ts).
 */

interface Coded {
  readonly code: RefusalCode;
  readonly lack: Lack;
}

/** Of several codes the one that says most of why; what is merely lacking comes last. */
const precedence: readonly RefusalCode[] = ['notYours', 'kindNotReportedHere', 'outOfReach', 'notInThisStage', 'mayNotBeSkipped'];

/** A field as its command names it: commands begin with a capital letter, fields never do. */
type OwnField = Uncapitalize<string>;

/** Gathers what a command's values lack. `type` is the command's name: its fields are named by it. */
export class Lacking {
  readonly #found: Coded[] = [];

  constructor(private readonly type: string) {}

  /** @param field of the command; '' is the command itself */
  need(holds: boolean, field: OwnField, text: string, code: RefusalCode = 'incomplete'): this {
    return holds ? this : this.add([{ field: field === '' ? this.type : `${this.type}.${field}`, text }], code);
  }

  /** @param field of another command that mends it, by its full name */
  needFirst(holds: boolean, field: `${Capitalize<string>}.${OwnField}`, text: string, code: RefusalCode = 'incomplete'): this {
    return holds ? this : this.add([{ field, text }], code);
  }

  /** @param lacks whose fields are the command's own */
  needEach(lacks: readonly Lack[], code: RefusalCode = 'incomplete'): this {
    for (const { field, text } of lacks) this.need(false, field as OwnField, text, code);
    return this;
  }

  add(lacks: readonly (Lack | null)[], code: RefusalCode = 'incomplete'): this {
    for (const lack of lacks) if (lack !== null && !this.#has(lack)) this.#found.push({ code, lack });
    return this;
  }

  says(text: string): boolean {
    return this.#found.some(({ lack }) => lack.text === text);
  }

  /** @throws Refusal with all of it, if there is anything */
  orRefuse(): void {
    if (this.#found.length > 0) this.refuse();
  }

  /** @throws Refusal with all of it */
  refuse(): never {
    const codes = [...new Set(this.#found.map(({ code }) => code))];
    const code = codes.length === 1 ? codes[0] : precedence.find((one) => codes.includes(one));
    refuse(
      code ?? 'incomplete',
      this.#found.map(({ lack }) => lack),
    );
  }

  /** Runs what may refuse for the values; what it says is said together with what was found before it, and with what comes after it. */
  with<T>(run: () => T, after: readonly (Lack | null)[] = []): T {
    let made: T;
    try {
      made = run();
    } catch (error) {
      // A refusal that names nothing to mend stands alone.
      if (!(error instanceof Refusal) || error.missing.length === 0) throw error;
      this.add(error.missing, error.code).add(after).orRefuse();
      throw error;
    }
    this.add(after).orRefuse();
    return made;
  }

  #has({ field, text }: Lack): boolean {
    return this.#found.some(({ lack }) => lack.field === field && lack.text === text);
  }
}
