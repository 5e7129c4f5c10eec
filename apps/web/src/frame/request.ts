import type { Request } from 'express';
import { type Actor, anonymous } from '#domain/case/actor';
import { refuse } from '#domain/errors';
import type { Person } from '#organisation/people';

/** What the guard of the HTTP process has found out about who asks. */
export interface RequestPerson {
  readonly actor: Actor;
  readonly person: Person | null;
}

/** Who asks; the public when nobody has logged in. */
export function askedBy(request: Request): RequestPerson {
  const { actor, person } = request as Request & { actor?: Actor; person?: Person | null };
  return { actor: actor ?? anonymous, person: person ?? null };
}

/** Says who it was that could not log in, where they are known here: it is noted of them by id, of anybody else without a name. */
export function knownAs(request: Request, person: string): void {
  (request as Request & { knownAs?: string }).knownAs = person;
}

/** Says what the answer is, where it is shown as a page of its own after a redirect: a refusal is noted all the same. */
export function answeredWith(request: Request, status: number): void {
  (request as Request & { answeredWith?: number }).answeredWith = status;
}

/** Says of which cases something was refused, where the answer itself is none: they are noted as every refusal is. */
export function refusedFor(request: Request, cases: readonly string[]): void {
  (request as Request & { refused?: readonly string[] }).refused = cases;
}

/** How long the session of whoever asks can go on at most; null without one. */
export const secondsLeft = (request: Request): number | null => (request as Request & { secondsLeft?: number }).secondsLeft ?? null;

/** One who has logged in. */
export interface SignedIn {
  readonly actor: Actor;
  readonly person: Person;
}

/** Who asks, on a page for those who have logged in. @throws Refusal notLoggedIn: the page's filter then leads to the log-in, and back */
export function signedIn(request: Request): SignedIn {
  const { actor, person } = askedBy(request);
  return person === null ? refuse('notLoggedIn') : { actor, person };
}

/** A urlencoded body: one value or several a name. */
export type FormBody = Readonly<Record<string, string | readonly string[] | undefined>>;

export const textOf = (body: FormBody, name: string): string => {
  const value = body[name];
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim();
};

export const listOf = (body: FormBody, name: string): readonly string[] => {
  const value = body[name];
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
};

/** Node takes 16 KB of headers in all and many proxies 8 a line: the page that was asked for goes before its search. */
const LONGEST_WAY = 6000;
const bounded = (way: string): string => [way, way.split(/[?#]/)[0] ?? '/'].find((some) => encodeURIComponent(some).length <= LONGEST_WAY) ?? '/';

/** A way within this site, for where a person was going, of a length that a browser can be sent to; the first page for anything else. */
export function localPath(text: string): string {
  const site = 'http://here.invalid';
  return /^\/(?![/\\])\P{Cc}*$/u.test(text) && URL.canParse(text, site) && new URL(text, site).origin === site ? bounded(text) : '/';
}

/** Where one who has to log in is sent, and comes back from to the page they asked for. */
export const signInFor = (request: Request): string => signInAndBack(request.method === 'GET' ? request.originalUrl : '/');

export const signInAndBack = (way: string): string => `/logga-in?till=${encodeURIComponent(bounded(way))}`;
