/** The municipality as everybody meets it: in the head and foot of every page, on what is printed, and in mails. */
export interface Municipality {
  readonly name: string;
  /** How to reach somebody who answers: a function's number and address, never a person's. */
  readonly phone: string;
  readonly email: string | null;
  readonly address: string | null;
  /** How to reach the data protection officer (dataskyddsförordningen art. 37.7, 38.4). */
  readonly dataProtection: string | null;
  /** Where the municipality's own statement of accessibility is (lag 2018:1937, 13 §). */
  readonly statement: string | null;
  /** `#rrggbb` of the head of every page, under white text; null = the theme's own. */
  readonly colour: string | null;
  /** The stored picture (libs/organisation/src/crests.ts); null where there is none. */
  readonly crest: Crest | null;
}

/** A picture by what it is, so that its address never changes its content. */
export interface Crest {
  /** SHA-256 of the bytes as they are served, in hexadecimal digits. */
  readonly sha256: string;
  readonly type: 'svg' | 'png';
}

/** The least contrast of text of ordinary size with what is behind it (WCAG 2.2, 1.4.3). */
export const LEAST_CONTRAST = 4.5;

/** The contrast of white with a colour, 1–21 (WCAG 2.2, contrast ratio). @param colour `#rrggbb` */
export function contrastWithWhite(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255)) as [number, number, number];
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);

/** Rounded down, so that what is refused never looks as if it were enough. */
export const ratio = (contrast: number): string => `${(Math.floor(contrast * 10) / 10).toFixed(1).replace('.', ',')}:1`;

/** "Exempelvis Järva kommun, telefon 000-000 00 00, kontakt@kommun.example". */
export const contactLine = ({ name, phone, email }: Municipality): string => [name, `telefon ${phone}`, ...(email === null ? [] : [email])].join(', ');
