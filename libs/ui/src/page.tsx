import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Form, PageOwner } from './form.js';
import type { SessionEnd } from './session-end.js';

export interface MenuItem {
  readonly href: string;
  readonly label: string;
  /** Whether this is the current page, or one beneath it. */
  readonly at: 'page' | 'beneath' | null;
}

/** The municipality in the frame: its name and crest in the head, its contact in the foot, and all of it on paper. */
export interface MunicipalityShown {
  readonly name: string;
  /** Addresses of the crest and of the style sheet with its colour. */
  readonly crest: string | null;
  readonly sheet: string | null;
  readonly contact: readonly string[];
}

export interface PageProps {
  readonly title: string;
  /** null: the product's own name and mark stand in its place, as on the page of a fault. */
  readonly municipality?: MunicipalityShown | null;
  /** Faults on the page: the title then begins with "Fel:", so that a screen reader says it first. */
  readonly faulty?: boolean;
  readonly user: { readonly name: string; readonly role: string } | null;
  /** The menu. The page of a fault has none, and offers no log-in, since it does not know who asks. */
  readonly menu?: readonly MenuItem[];
  readonly demo: boolean;
  readonly health: string;
  /** What everybody has to know before they type anything. */
  readonly notice?: string | null;
  /** Addresses of the style sheet and of scripts; the page of a fault uses the newest style sheet and no script. */
  readonly sheet?: string;
  readonly scripts?: readonly string[];
  readonly sessionEnd?: SessionEnd | null;
  /** The id of the person whose page it is, for its forms. */
  readonly owner?: string | null;
  readonly children: ComponentChildren;
}

/** What everybody may ask of a service of a municipality, in the foot of every page. */
const FOOT = [
  ['/tillganglighet', 'Tillgänglighet'],
  ['/personuppgifter', 'Personuppgifter'],
  ['/kontakt', 'Kontakt'],
] as const;

/** The frame of every page: skip link, head with who is logged in, main, foot with the state of the system. */
export function Page({
  title,
  municipality = null,
  faulty = false,
  user,
  menu,
  demo,
  health,
  notice = null,
  sheet = '/assets/gensvar.css',
  scripts = [],
  owner = null,
  sessionEnd = null,
  children,
}: PageProps): VNode {
  return (
    <PageOwner.Provider value={owner}>
      <html lang="sv">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{`${faulty ? 'Fel: ' : ''}${title} – Gensvar`}</title>
          <link rel="stylesheet" href={sheet} />
          {municipality?.sheet == null ? null : <link rel="stylesheet" href={municipality.sheet} />}
          <link rel="icon" href="/assets/gensvar.svg" type="image/svg+xml" />
          {scripts.map((src) => (
            <script key={src} src={src} type="module" />
          ))}
        </head>
        <body>
          <a class="skip" href="#innehall">
            Hoppa till innehållet
          </a>
          <header>
            <div class="top">
              <Brand municipality={municipality} />
              {menu === undefined ? null : <Menu items={menu} label="Huvudmeny" />}
              {menu === undefined ? null : <Who user={user} />}
              {menu === undefined ? null : (
                <details class="fold">
                  <summary>Meny</summary>
                  <div>
                    <Menu items={menu} label="Meny" />
                    <Who user={user} />
                  </div>
                </details>
              )}
            </div>
            {notice === null ? null : <Notice text={notice} />}
            {municipality === null ? null : <Letterhead {...municipality} />}
          </header>
          <main id="innehall" tabIndex={-1}>
            {sessionEnd === null ? null : <SessionEnds {...sessionEnd} />}
            {children}
          </main>
          <footer>
            {municipality === null ? null : (
              <p class="of-municipality">
                <b>{municipality.name}</b>
                {` ${municipality.contact.join(' · ')}`}
              </p>
            )}
            {demo ? <p>Demokommun. Alla personer och händelser är påhittade.</p> : null}
            <p>{health}</p>
            {sessionEnd === null ? null : (
              <noscript>
                <p>{sessionEnd.ahead}</p>
              </noscript>
            )}
            <ul>
              {user === null ? null : (
                <li>
                  <a href="/inloggningar">Mina inloggningar</a>
                </li>
              )}
              {FOOT.map(([href, label]) => (
                <li key={href}>
                  <a href={href}>{label}</a>
                </li>
              ))}
            </ul>
          </footer>
        </body>
      </html>
    </PageOwner.Provider>
  );
}

/** Whose page it is, and the way to the start. */
const Brand = ({ municipality }: { readonly municipality: MunicipalityShown | null }): VNode =>
  municipality === null ? (
    <a class="brand" href="/">
      <img src="/assets/gensvar.svg" alt="" />
      Gensvar
    </a>
  ) : (
    <a class="brand" href="/">
      {municipality.crest === null ? <img src="/assets/gensvar.svg" alt="" /> : <img class="crest" src={municipality.crest} alt="" />}
      <span>
        {municipality.name}
        <small>Gensvar</small>
      </span>
    </a>
  );

/** On paper alone: who sends it. */
const Letterhead = ({ name, crest, contact }: MunicipalityShown): VNode => (
  <p class="letterhead">
    {crest === null ? null : <img src={crest} alt="" />}
    <b>{name}</b>
    {` ${contact.join(' · ')}`}
  </p>
);

/** It stands twice in the page: in the head where there is room, and folded on a telephone; a style sheet shows one of them. */
export const Menu = ({ items, label }: { readonly items: readonly MenuItem[]; readonly label: string }): VNode => (
  <nav class="menu" aria-label={label}>
    <ul>
      {items.map(({ href, label: text, at }) => (
        <li key={href}>
          <a href={href} {...(at === null ? {} : { 'aria-current': at === 'page' ? ('page' as const) : ('true' as const) })}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

/** What everybody has to know before they type anything, below the head. */
export const Notice = ({ text }: { readonly text: string }): VNode => (
  <p class="notice" role="status">
    {text}
  </p>
);

/** Without script it is shown on a page that is opened when little is left; a script shows it on an open page. */
export const SessionEnds = ({ foretellIn, text }: SessionEnd): VNode => (
  <p class="session-end" role="status" hidden={foretellIn > 0} data-foretell-in={String(Math.max(0, foretellIn))}>
    {text}
  </p>
);

function Who({ user }: Pick<PageProps, 'user'>): VNode {
  if (user === null)
    return (
      <div class="who">
        <a href="/logga-in">Logga in</a>
      </div>
    );
  return (
    <div class="who">
      <p>
        <b>{user.name}</b>
        {user.role === '' ? null : <span>{`, ${user.role}`}</span>}
      </p>
      <Form action="/logga-ut">
        <button class="quiet">Logga ut</button>
      </Form>
    </div>
  );
}

/** The page as text, ready to send. */
export const htmlOf = (page: VNode): string => `<!doctype html>${renderToString(page)}`;
