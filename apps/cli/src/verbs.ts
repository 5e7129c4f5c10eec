import type { Verb } from './verb.js';

interface Entry {
  readonly usage: string;
  /** One line in the list. */
  readonly summary: string;
  readonly help: string;
  /** Run by npm start, not by hand. */
  readonly hidden?: true;
  /** Loaded when it is run: a verb that needs no Temporal or Kafka should not wait for them. */
  load(): Promise<Verb>;
}

/** Every verb by its name. */
export const verbs: Readonly<Record<string, Entry>> = {
  migrate: {
    usage: 'migrate', hidden: true, summary: 'Lägg upp databasens tabeller',
    help: 'Behöver DATABASE_ADMIN_URL (ägaren) och DATABASE_URL (rollen gensvar_app, som får sitt lösenord därifrån).',
    load: () => import('./verbs/migrate.js'),
  },
  demo: {
    usage: 'demo', hidden: true, summary: 'Lägg upp demokommunen',
    help: 'Organisation, personer, 2023 års klagomål ur dokument 002 och ärenden i arbete. Kan köras flera gånger: det som finns lämnas som det är.',
    load: () => import('./verbs/demo.js'),
  },
  import: {
    usage: 'import <fil> [--dry-run]', summary: 'För in ärenden från ett annat system (JSON Lines eller CSV)',
    help: [
      'Filen har ett JSON-objekt per rad, eller är CSV med samma namn som kolumner och listor delade med |.',
      'En rad som inte kan tas emot nämns med radnummer och skäl, de andra förs in. Samma fil igen ändrar ingenting.',
      '--dry-run prövar allt och skriver ingenting. Sista raden: N imported, N already there, N refused. Slutar med 1 om någon rad nekades.',
    ].join('\n'),
    load: () => import('./verbs/import.js'),
  },
};

/** The list of verbs that are run by hand. */
export function helpText(): string {
  const shown = Object.values(verbs).filter((entry) => !entry.hidden);
  const widest = Math.max(...shown.map((entry) => entry.usage.length));
  return ['npm run gensvar -- <verb>', '', ...shown.map((entry) => `  ${entry.usage.padEnd(widest)}  ${entry.summary}`), '', 'Mer om ett verb: npm run gensvar -- <verb> --help'].join('\n');
}
