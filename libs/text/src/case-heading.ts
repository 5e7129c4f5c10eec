import { inSentence } from '#domain/codes/in-sentence';
import { codeLists } from '#domain/codes/index';

/** What the heading of a case is made of: codes alone, so that it may stand in a list, a mail and the title of a page. */
export interface Headed {
  readonly kind: string;
  readonly opinionType: string | null;
  readonly lawAreas: readonly string[] | null;
  readonly categories: readonly string[] | null;
  readonly deviationType: string | null;
  readonly lexSarahKinds: readonly string[] | null;
  readonly isMirror?: boolean;
}

/** More than these are not named. */
const MOST = 2;

/** What a case is, in words of its codes: "Klagomål: bemötande, utförande", "Avvikelse enligt HSL: fall", "Lex Sarah". */
export function caseHeading({ kind, opinionType, lawAreas, categories, deviationType, lexSarahKinds, isMirror = false }: Headed): string {
  const what = label('opinionType', opinionType) ?? label('kind', kind) ?? 'Ärende';
  const laws = kind === 'deviation' && (lawAreas ?? []).length > 0 ? ` enligt ${(lawAreas ?? []).map(lawName).join(' och ')}` : '';
  const about = [
    ...(categories ?? []).map((code) => label('complaintCategory', code)),
    label('deviationType', deviationType),
    ...(lexSarahKinds ?? []).map((code) => label('lexSarahKind', code)),
  ].flatMap((text) => (text === null ? [] : [inSentence(text)]));
  const named = about.slice(0, MOST).join(', ');
  return `${what}${laws}${isMirror ? ' hos utförare' : ''}${about.length === 0 ? '' : `: ${named}${about.length > MOST ? ' m.m.' : ''}`}`;
}

/** The kinds of which one who may not read what happened is told the kind alone. */
const kindAlone: readonly string[] = ['lexSarah', 'lexMaria'];

/** The heading for one who may read what happened in the case (`reads`), or may not. */
export const headingFor = (headed: Headed, reads: boolean): string =>
  reads || !kindAlone.includes(headed.kind) ? caseHeading(headed) : caseHeading({ ...headed, categories: null, deviationType: null, lexSarahKinds: null });

/** A fact that an older event does not have is not stated. */
const label = (list: string, code: string | null | undefined): string | null =>
  code == null ? null : (codeLists[list]?.find((row) => row.code === code)?.label ?? code);
/** "SoL" of "Socialtjänstlagen (SoL)". */
const lawName = (code: string): string => {
  const name = label('lawArea', code) ?? code;
  return name.match(/\(([^)]+)\)/)?.[1] ?? inSentence(name);
};
