import type { Request, Response } from 'express';
import { KeptAside } from '#event-store/kept-aside';
import type { Config } from '#platform/config';
import { cookieIn, cookiesOf } from '#platform/cookies';
import { signInTexts } from '#text/sign-in';
import type { Fault } from '#ui/error-summary';
import { FILES } from '#ui/files-field';
import { OWNER } from '#ui/form';
import { ownName, partsOf } from './parts.js';
import { type FormBody, localPath, textOf } from './request.js';

const HOUR_MS = 3_600_000;
/** One form has a key of its own, so its id is the same for all. */
const FORM = 'form';

/** A sent form without its files: whose page it was on, where to return to, the fields, and the names of the chosen files. */
export interface KeptForm {
  readonly person: string;
  readonly back: string;
  readonly fields: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly files: readonly string[];
  /** It was sent by one who is to say again who they are. */
  readonly again?: true;
}

/** A form that was sent without a session, or with one that is not enough, and what was done with it. */
export interface SentAway {
  readonly back: string;
  readonly words: readonly string[];
  readonly files: readonly string[];
  readonly isKept: boolean;
}

/** What is said at the top of a form that is shown again, at the field that its link leads to, and of its files, which have to be chosen anew. */
export const saidOfReturned = ({ files }: Pick<KeptForm, 'files'>, field: string): readonly Fault[] => [
  { field, text: signInTexts.sentAway.back },
  ...(files.length === 0 ? [] : [{ field: FILES, text: signInTexts.sentAway.files(files) }]),
];

/** For every form that is sent when the session has ended, or when the log-in was too long ago for it: it is stored, and shown again, once, on its page when its owner has logged in. */
export class Returning {
  constructor(
    private readonly kept: KeptAside,
    private readonly config: Config,
  ) {}

  /** Stores the form; null where nothing was typed in it. */
  async keep(request: Request, response: Response, isAgain = false): Promise<SentAway | null> {
    const body = (request.body ?? {}) as FormBody;
    const fields = Object.fromEntries(Object.entries(body).filter(([name, value]) => name !== OWNER && value !== undefined));
    const words = wordsOf(fields);
    // Another site may not put words in a form of ours.
    const person = isOurs(request) ? textOf(body, OWNER) : '';
    if (!Object.entries(fields).some(([name, value]) => !ownName(name).startsWith('_') && value !== '')) return null;
    const back = backOf(request, body);
    const files = fileNames(request);
    const key = KeptAside.newKey();
    const isKept = person !== '' && (await this.kept.keep(key, FORM, { person, back, fields, files, ...(isAgain ? { again: true } : {}) } satisfies KeptForm));
    if (isKept) response.cookie(this.#cookie, key, { ...cookiesOf(this.config).attributes, maxAge: HOUR_MS });
    return { back, words, files, isKept };
  }

  /** This person's stored form from the current page, once; null for another person's, another page's or none. @throws DatabaseFault */
  async take(request: Request, person: string): Promise<KeptForm | null> {
    const key = cookieIn(request.headers.cookie, this.#cookie);
    const form = key === undefined ? null : await this.kept.find<KeptForm>(key, FORM);
    if (key === undefined || form === null || form.person !== person || form.back.split(/[?#]/)[0] !== request.path) return null;
    await this.kept.drop(key, FORM);
    return form;
  }

  get #cookie(): string {
    return cookiesOf(this.config).sentAway;
  }
}

/** The page of the form: a case's command names its page itself, for any other form the browser does. */
function backOf(request: Request, together: FormBody): string {
  const body = partsOf(together).pressed ?? {};
  const command = encodeURIComponent(textOf(body, '_type'));
  const place = textOf(body, '_from') === 'beslut' ? '/beslut' : '';
  if (command !== '') return `${request.path}${place}?gor=${command}#k-${command}`;
  const from = request.get('referer') ?? '';
  return localPath(URL.canParse(from) && new URL(from).host === request.get('host') ? `${new URL(from).pathname}${new URL(from).search}` : request.path);
}

const isOurs = (request: Request): boolean => ['same-origin', 'none'].includes(request.get('sec-fetch-site') ?? 'none');

/** Typed fields, without choices. */
const wordsOf = (fields: FormBody): readonly string[] =>
  Object.entries(fields).flatMap(([name, value]) =>
    !ownName(name).startsWith('_') && typeof value === 'string' && /\s|.{25}/.test(value.trim()) ? [value] : [],
  );

function fileNames(request: Request): readonly string[] {
  const { files } = request as Request & { files?: readonly { fieldname: string; originalname: string }[] };
  return (files ?? []).filter(({ fieldname, originalname }) => ownName(fieldname) === FILES && originalname !== '').map(({ originalname }) => originalname);
}
