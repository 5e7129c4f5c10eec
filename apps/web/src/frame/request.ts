import type { Request } from 'express';
import { refuse } from '#domain/errors';
import { type Actor, anonymous } from '#domain/org/actor';
import type { Person } from '#organisation/people';

/** The sender of a request, as found before the route. */
export interface RequestPerson {
  readonly actor: Actor;
  readonly person: Person | null;
}

/** The sender; the public when nobody has logged in. */
export function askedBy(request: Request): RequestPerson {
  const { actor, person } = request as Request & { actor?: Actor; person?: Person | null };
  return { actor: actor ?? anonymous, person: person ?? null };
}

/** Notes who could not log in, where they are known here: logged by id; anybody else without a name. */
export function knownAs(request: Request, person: string): void {
  (request as Request & { knownAs?: string }).knownAs = person;
}

/** Notes the status of an answer that is shown as a page of its own after a redirect, so that a refusal is logged all the same. */
export function answeredWith(request: Request, status: number): void {
  (request as Request & { answeredWith?: number }).answeredWith = status;
}

/** Notes the cases of which something was refused, where the answer itself is no refusal, so that they are logged. */
export function refusedFor(request: Request, cases: readonly string[]): void {
  (request as Request & { refused?: readonly string[] }).refused = cases;
}

/** How many seconds the session can last at most, and how many if nothing is done; null without one. */
export const sessionLeft = (request: Request): { readonly secondsLeft: number; readonly idleSeconds: number } | null =>
  (request as Request & { sessionLeft?: { secondsLeft: number; idleSeconds: number } }).sessionLeft ?? null;

/** A person who has logged in. */
export interface SignedIn {
  readonly actor: Actor;
  readonly person: Person;
}

/** The sender, on a page for people who have logged in. @throws Refusal notLoggedIn: the page's filter then leads to the log-in, and back */
export function signedIn(request: Request): SignedIn {
  const { actor, person } = askedBy(request);
  return person === null ? refuse('notLoggedIn') : { actor, person };
}

/** A urlencoded body: one or several values per name. */
export type FormBody = Readonly<Record<string, string | readonly string[] | undefined>>;

export const textOf = (body: FormBody, name: string): string => {
  const value = body[name];
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim();
};

export const listOf = (body: FormBody, name: string): readonly string[] => {
  const value = body[name];
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
};

/** Node takes 16 KB of headers and many proxies 8 a line: the path is more important than its search. */
const LONGEST_WAY = 6000;
const bounded = (way: string): string => [way, way.split(/[?#]/)[0] ?? '/'].find((some) => encodeURIComponent(some).length <= LONGEST_WAY) ?? '/';

/** A path within this site, of a length that a browser can be redirected to; the first page for anything else. */
export function localPath(text: string): string {
  const site = 'http://here.invalid';
  return /^\/(?![/\\])\P{Cc}*$/u.test(text) && URL.canParse(text, site) && new URL(text, site).origin === site ? bounded(text) : '/';
}

/** The log-in page, with the address to return to. */
export const signInFor = (request: Request): string => signInAndBack(request.method === 'GET' ? request.originalUrl : '/');

export const signInAndBack = (way: string): string => `/logga-in?till=${encodeURIComponent(bounded(way))}`;
/** For one who is logged in and is to say again who they are. */
export const signInAgainAndBack = (way: string): string => `/logga-in?igen=ja&till=${encodeURIComponent(bounded(way))}`;
