import type { VNode } from 'preact';
import { styleGuideTexts as said } from '#text/style-guide';
import { Form } from '#ui/form';
import { Menu, type MenuItem, Notice, SessionEnds } from '#ui/page';
import { Pages } from '#ui/pages';
import { sessionEndOf } from '#ui/session-end';
import { Danger, Saved, Warned } from '#ui/told-line';

const HERE = '/stilguide';
const menu: readonly MenuItem[] = [
  { href: HERE, label: 'En sida', at: null },
  { href: `${HERE}#frame`, label: 'Sidan du är på', at: 'page' },
  { href: `${HERE}#words`, label: 'Du är på en sida under den här', at: 'beneath' },
];

export const WordParts = (): VNode => (
  <>
    <p class="lead">Ingress: säger vad sidan är till för, i en eller två meningar.</p>
    <h3>Rubrik på tredje nivån</h3>
    <p>
      Löpande text med <strong>något viktigt</strong>, <a href={HERE}>en länk</a> och ett ärendenummer, KLA-2026-0014.
    </p>
    <h4>Rubrik på fjärde nivån</h4>
    <p class="hint">Förklaring: det som den som redan kan kan hoppa över.</p>
    <dl class="facts">
      <dt>Uppgift</dt>
      <dd>Svaret på den</dd>
      <dt>En uppgift till</dt>
      <dd>Svaret på den</dd>
    </dl>
    <details>
      <summary>Utfällbart</summary>
      <p>Det som få behöver.</p>
    </details>
  </>
);

export const ButtonParts = (): VNode => (
  <>
    <Form action={HERE} class="buttons">
      <button>Det man oftast gör</button>
      <button class="second">Det andra man kan göra</button>
      <button class="quiet">Det som sällan görs</button>
      <button class="as-link">Knapp som länk</button>
      <a class="button" href={HERE}>
        Länk som knapp
      </a>
    </Form>
    <Pages page={2} pages={3} hrefOf={() => HERE} />
    <nav aria-label="Urval" class="filters">
      <a href={HERE} aria-current="true">
        Valt urval
      </a>
      <a href={HERE}>Annat urval</a>
    </nav>
  </>
);

export const LineParts = (): VNode => (
  <>
    <Saved text="Sparat: Fördela." />
    <Danger>Är någon i fara nu? Ring 112.</Danger>
    <Warned>Filerna går inte att ändra när de har skickats.</Warned>
    <p class="draft">Utkast från i går kl. 14.32. Bara du ser det.</p>
    <p class="done-note">
      <span aria-hidden="true">✓ </span>Ditt meddelande är skickat.
    </p>
    <p class="changed">
      Listan har ändrats. <a href={HERE}>Visa</a>
    </p>
  </>
);

export const FrameParts = (): VNode => (
  <>
    <p>{said.frameText}</p>
    <div class="band">
      <Menu items={menu} label="Exempel på meny" />
    </div>
    <Notice text="Lagringen är full. Det du skriver kan inte sparas just nu." />
    <SessionEnds {...sessionEndOf({ secondsLeft: 600, idleSeconds: 3_600 }, new Date('2026-11-30T13:00:00.000Z'))} />
  </>
);
