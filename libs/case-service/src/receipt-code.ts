import type { Seal } from '#event-store/seal';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/**
 * The 16 characters that open the dialogue of a case: HMAC of the case id under a key of its own, in base32 (80 bits).
 * Never stored; the database holds a hash of it, so that whoever reads the database can't follow a case.
 */
export function receiptCodeOf(seal: Seal, caseId: string): string {
  let bits = 0n;
  for (const byte of seal.hmac('receipt', caseId).subarray(0, 10)) bits = (bits << 8n) | BigInt(byte);
  return Array.from({ length: 16 }, (_, n) => BASE32[Number((bits >> BigInt(75 - 5 * n)) & 31n)]).join('');
}

/** The hash by which a code is found. */
export const receiptCodeHash = (seal: Seal, code: string): Buffer => seal.hmac('receiptHash', code);

const LENGTH = 16;
/** Characters that no code has, read as those they are mistaken for: a 1 may be either of two letters. */
const MISREAD: Readonly<Record<string, string>> = { '0': 'O', '8': 'B' };
/** At most this many ones are tried both ways. */
const MOST_ONES = 4;

/** The codes that a person may have meant: case, spaces and dashes are ignored, and 0, 1 and 8 are read as O, I or L, and B. */
export function codesMeant(typed: string): readonly string[] {
  const signs = [
    ...typed
      .normalize('NFKC')
      .toUpperCase()
      .replaceAll(/[^A-Z0-9]/g, ''),
  ].map((sign) => MISREAD[sign] ?? sign);
  const ones = signs.filter((sign) => sign === '1').length;
  if (signs.length !== LENGTH || ones > MOST_ONES) return [];
  return signs.reduce<readonly string[]>((codes, sign) => codes.flatMap((code) => (sign === '1' ? ['I', 'L'] : [sign]).map((one) => code + one)), ['']);
}
