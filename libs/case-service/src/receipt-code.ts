import type { Seal } from '#event-store/seal';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/**
 * The 16 characters that open the dialogue of a case: HMAC of the case id under a key of its own, in base32 (80 bits).
 * Never stored; only a hash of it is, so that whoever reads the database can't follow anybody's case.
 */
export function receiptCodeOf(seal: Seal, caseId: string): string {
  let bits = 0n;
  for (const byte of seal.hmac('receipt', caseId).subarray(0, 10)) bits = (bits << 8n) | BigInt(byte);
  return Array.from({ length: 16 }, (_, n) => BASE32[Number((bits >> BigInt(75 - 5 * n)) & 31n)]).join('');
}

/** The hash by which a code is found; spaces, hyphens and case are the typist's. */
export const receiptCodeHash = (seal: Seal, code: string): Buffer => seal.hmac('receiptHash', code.toUpperCase().replaceAll(/[^A-Z2-7]/g, ''));
