import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

export interface PageProps {
  readonly title: string;
  /** Faults on the page: the title then begins with "Fel:", so that a screen reader says it first. */
  readonly faulty?: boolean;
  readonly user: { readonly name: string; readonly role: string } | null;
  readonly demo: boolean;
  readonly health: string;
  readonly children: ComponentChildren;
}

/** The frame of every page: skip link, head with who is logged in, main, foot with the state of the system. */
export function Page({ title, faulty = false, user, demo, health, children }: PageProps): VNode {
  return (
    <html lang="sv">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${faulty ? 'Fel: ' : ''}${title} – Gensvar`}</title>
        <link rel="stylesheet" href="/assets/gensvar.css" />
        <link rel="icon" href="/assets/gensvar.svg" type="image/svg+xml" />
      </head>
      <body>
        <a class="skip" href="#innehall">
          Hoppa till innehållet
        </a>
        <header>
          <div class="top">
            <a class="brand" href="/">
              Gensvar
            </a>
            <nav aria-label="Huvudmeny">
              {user === null ? null : <a href="/arenden">Ärenden</a>}
              {user === null ? null : <a href="/rapportera">Rapportera</a>}
              {user === null ? null : <a href="/statistik">Statistik</a>}
              <a href="/folj">Följ ditt ärende</a>
            </nav>
            {user === null ? null : (
              <div class="who">
                <span>{`${user.name}, ${user.role}`}</span>
                <form method="post" action="/logga-ut">
                  <button class="quiet">Logga ut</button>
                </form>
              </div>
            )}
          </div>
          {demo ? <p class="demo-note">Demokommun. Alla personer och händelser är påhittade.</p> : null}
        </header>
        <main id="innehall" tabIndex={-1}>
          {children}
        </main>
        <footer>
          <p>{health}</p>
        </footer>
      </body>
    </html>
  );
}

/** The page as text, ready to send. */
export const htmlOf = (page: VNode): string => `<!doctype html>${renderToString(page)}`;
