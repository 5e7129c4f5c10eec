import { parseCookie } from 'cookie';
import type { Config } from './config.js';

export interface Cookies {
  readonly session: string;
  readonly signIn: string;
  readonly follow: string;
  /** The key to a form that was sent without a session. */
  readonly sentAway: string;
  /** The key to what this browser has sent and may come back to. */
  readonly kept: string;
  readonly attributes: { readonly httpOnly: true; readonly sameSite: 'lax'; readonly path: '/'; readonly secure: boolean };
}

/**
 * Names and attributes of our cookies. Outside the demo, over https and behind a proxy, the prefix `__Host-` binds them to this host.
 * Over plain http, in the demo, Safari would drop such a name. SameSite=Lax: another site's form or script does not carry the session, a link from a mail does.
 */
export function cookiesOf({ demo, publicUrl, trustProxy }: Pick<Config, 'demo' | 'publicUrl' | 'trustProxy'>): Cookies {
  const secure = !demo || publicUrl.startsWith('https:') || trustProxy > 0;
  const prefix = secure ? '__Host-' : '';
  return {
    session: `${prefix}gensvar_session`,
    signIn: `${prefix}gensvar_sign_in`,
    follow: `${prefix}gensvar_folj`,
    sentAway: `${prefix}gensvar_formular`,
    kept: `${prefix}gensvar_kvar`,
    attributes: { httpOnly: true, sameSite: 'lax', path: '/', secure },
  };
}

/** The value of a cookie in the header of a request; undefined where it is not there. */
export const cookieIn = (header: string | undefined, name: string): string | undefined => cookiesIn(header)[name];

/** The cookies in the header of a request, by name. */
export const cookiesIn = (header: string | undefined): Readonly<Record<string, string | undefined>> => parseCookie(header ?? '');
