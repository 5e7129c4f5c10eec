import type { Verb } from './parts/verb.js';

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
    usage: 'migrate',
    hidden: true,
    summary: 'Lägg upp databasens tabeller',
    help: 'Behöver DATABASE_ADMIN_URL (ägaren) och DATABASE_URL (rollen gensvar_app, som får sitt lösenord därifrån).',
    load: () => import('./verbs/migrate.js'),
  },
  demo: {
    usage: 'demo',
    hidden: true,
    summary: 'Lägg upp demokommunen',
    help: 'Organisation, personer, 2023 års klagomål ur dokument 002 och ärenden i arbete. Kan köras flera gånger: det som finns lämnas som det är.',
    load: () => import('./verbs/demo.js'),
  },
  topics: {
    usage: 'topics',
    hidden: true,
    summary: 'Lägg upp Kafkas ämne',
    help: 'Ämnet för händelserna, där det saknas.',
    load: () => import('./verbs/topics.js'),
  },
  'temporal-setup': {
    usage: 'temporal-setup',
    hidden: true,
    summary: 'Lägg upp det som arbetsflödena behöver hos Temporal',
    help: 'Namnrymd, sökfält och scheman, där de saknas.',
    load: () => import('./verbs/temporal-setup.js'),
  },
  status: {
    usage: 'status [--line]',
    summary: 'Visa vad systemet håller och vad som väntar',
    help: '--line ger bara sista raden: N cases, M workflows, K reminders due while away.',
    load: () => import('./verbs/status.js'),
  },
  verify: {
    usage: 'verify',
    summary: 'Pröva att händelserna är orörda',
    help: 'Räknar om varje länk i kedjan och nämner första positionen som inte stämmer, och prövar att sökregistret inte har kvar ord som är borta. Slutar då med 1. Skriv upp den sista länken: den bevisar senare att inget byttes ut.',
    load: () => import('./verbs/verify.js'),
  },
  rebuild: {
    usage: 'rebuild [projektion]',
    summary: 'Bygg om läsmodellen ur händelserna',
    help: 'Den nya byggs bredvid den gamla, som används tills den nya är färdig. Projektionerna delar version per ärende och byggs om tillsammans. rebuild word_index bygger sökregistret över ord.',
    load: () => import('./verbs/rebuild.js'),
  },
  rehydrate: {
    usage: 'rehydrate',
    summary: 'Ge varje ärende som väntar på något sitt arbetsflöde tillbaka',
    help: 'Efter att Temporals data gått förlorad, eller efter en import. Ett arbetsflöde som redan kör får samma besked en gång till, så ingenting händer två gånger.',
    load: () => import('./verbs/rehydrate.js'),
  },
  'restart-workflows': {
    usage: 'restart-workflows',
    summary: 'Avsluta alla ärendens arbetsflöden och starta dem på nytt, efter en uppgradering som kräver det',
    help: 'När: status, hälsan (workflows: outdated) och conductors logg säger till; se docs/operations.md. Mejl på väg berörs inte. Kan köras igen: ingenting händer två gånger.',
    load: () => import('./verbs/restart-workflows.js'),
  },
  reconcile: {
    usage: 'reconcile',
    summary: 'Jämför raderna och arbetsflödena med händelserna, och vad tiden skulle ha gjort',
    help: 'Säger vad som skiljer, vilka ärenden som väntar på något men saknar arbetsflöde, eller arbetsflöde för anmälan till IVO (rehydrate ger det tillbaka), och vad som skulle ha skett för mer än 15 minuter sedan. Slutar med 1 om något skiljer, eller om Temporal inte svarar.',
    load: () => import('./verbs/reconcile.js'),
  },
  import: {
    usage: 'import <fil> [--dry-run]',
    summary: 'För in ärenden från ett annat system (JSON Lines eller CSV)',
    help: [
      'Filen har ett JSON-objekt per rad, eller är CSV med samma namn som kolumner och listor delade med |.',
      'CSV skiljs med semikolon, komma eller tabb. Filen är i UTF-8, UTF-16 eller Windows-1252.',
      'Först bedöms filen i sin helhet: vid fel i teckenkodning, rubriker eller citattecken införs ingenting.',
      'En rad som inte kan tas emot nämns med radnummer och skäl, de andra förs in. Samma fil igen ändrar ingenting.',
      '--dry-run prövar allt och skriver ingenting. Sista raden: N imported, N already there, N refused. Slutar med 1 om någon rad nekades.',
    ].join('\n'),
    load: () => import('./verbs/import.js'),
  },
  organisation: {
    usage: 'organisation <fil>',
    summary: 'Ändra organisationen, dess frister och inställningar och vem som har vilken post (JSON)',
    help: [
      'Filen är { "changes": [ … ] }, med en eller flera ändringar:',
      '  { "do": "addUnit", "unit": { "code": "afs-natt", "name": "Hemtjänst Natt", "level": "unit", "parent": "afs", "provider": "own", "validFrom": "2027-01-01" } }',
      '  { "do": "moveUnit", "unit": "afs-natt", "to": "iof", "from": "2027-02-01" }',
      '  { "do": "renameUnit", "unit": "afs-natt", "name": "Nattpatrullen", "from": "2027-02-01" }',
      '  { "do": "endUnit", "unit": "afs-natt", "successor": "afs-norra", "from": "2027-03-01" }',
      '  { "do": "addPerson", "login": "bo", "name": "Bo Ek", "email": "bo.ek@kommun.example" }',
      '  { "do": "givePost", "login": "bo", "role": "enhetschef", "unit": "afs-norra", "from": "2027-01-01", "to": null }',
      '  { "do": "endPost", "login": "bo", "role": "enhetschef", "unit": "afs-norra", "to": "2027-06-01" }',
      '  { "do": "standIn", "login": "eva", "instead": "bo", "from": "2027-02-01", "to": "2027-02-15", "why": "absence" }',
      '  { "do": "setDeadline", "rule": "LOK-KLAG-SVAR", "period": "P15BD", "from": "2027-01-01" }',
      '  { "do": "delegate", "kind": "lexSarah", "role": "socialchef", "point": "S4.7", "decision": "SN 2026/77", "from": "2027-01-01" }',
      '  { "do": "endDelegation", "kind": "lexSarah", "role": "socialchef", "to": "2028-01-01" }',
      '  { "do": "set", "name": "raisedAgainAfter", "value": 7, "from": "2027-01-01" }',
      'Tider skrivs P15BD (15 arbetsdagar), P30D (dagar), P4W (veckor) eller P2M (månader). Frister som lagen bestämmer nekas, med lagen. Fristernas koder: docs/law.',
      'set tar också ladder, levels, coinciding, ivoDecider, delegationPoint, senders, leastShown och mirrors.',
      'Allt i filen genomförs, eller ingenting. Ändringarna gäller från sin dag; det som var före den dagen står kvar, och öppna ärenden följer med sin enhet.',
      'Samma fil igen ändrar ingenting. Slutar med 1 om något nekades, och säger vad.',
    ].join('\n'),
    load: () => import('./verbs/organisation.js'),
  },
  anonymise: {
    usage: 'anonymise',
    summary: 'Ta bort vem som rapporterade ur äldre anonyma rapporter (systemet stängt)',
    help: [
      'För rapporter som medarbetare lämnade utan namn innan avsändaren slutade sparas. Behöver DATABASE_ADMIN_URL (ägaren), och att inget annat är anslutet.',
      'Avsändaren och kommandots id byts ut, kedjan räknas om från första ändrade positionen, och en händelse noterar varför, med kedjans sista länk före och efter.',
      'Säkerhetskopior från tiden före håller kvar avsändaren. Har inget att byta ut: ingenting ändras.',
    ].join('\n'),
    load: () => import('./verbs/anonymise.js'),
  },
  'rotate-key': {
    usage: 'rotate-key',
    summary: 'Byt huvudnyckel: lås om ärendenas nycklar (systemet stängt)',
    help: [
      'Den nya nyckeln i GENSVAR_MASTER_KEY, den gamla i GENSVAR_MASTER_KEY_OLD. Behöver DATABASE_ADMIN_URL (ägaren), och att inget annat är anslutet.',
      'Avbryts bytet startar ingen process förrän det är färdigt: kör verbet igen, eller med nycklarna i ombytt ordning för att gå tillbaka. Färdigt byte igen: ingenting ändras.',
      'Äldre säkerhetskopior öppnas fortfarande med den gamla nyckeln, och bara med den.',
    ].join('\n'),
    load: () => import('./verbs/rotate-key.js'),
  },
  token: {
    usage: 'token issue <inloggningsnamn> --for <vad> [--days N] | token list <inloggningsnamn> | token end <id>',
    summary: 'Ge ut, visa och avsluta nycklar för program',
    help: [
      'issue skriver nyckeln en gång, på standard ut: den finns ingen annanstans. Den gäller i 90 dagar (--days, högst 366), vid den här installationens adress',
      '(GENSVAR_PUBLIC_URL), och ger programmet det som personen får se och göra. --for säger vad den är till för: det står på personens sida Mina inloggningar.',
      'end avslutar en nyckel genast; personen kan göra det själv på sidan.',
    ].join('\n'),
    load: () => import('./verbs/token.js'),
  },
  backup: {
    usage: 'backup <katalog> [--keys <katalog>]',
    summary: 'Kopiera hela lagret till filer, nycklarna för sig, medan systemet kör',
    help: [
      'Allt som händelserna, registren och bilagorna är i ett och samma ögonblick, med en manifest.json: position, kedjans sista länk och varje fils kontrollsumma.',
      'Ärendenas nycklar skrivs i keys/, eller dit --keys säger: utan dem, och utan huvudnyckeln som aldrig är med, går inga ord att läsa. Katalogen ska vara tom.',
    ].join('\n'),
    load: () => import('./verbs/backup.js'),
  },
  restore: {
    usage: 'restore <katalog> [--keys <katalog>]',
    summary: 'Återställ en kopia till en tom databas, pröva den och bygg raderna',
    help: [
      'Behöver samma GENSVAR_MASTER_KEY som kopian gjordes med. Varje fil prövas mot sin kontrollsumma före första raden; allt förs in, eller ingenting.',
      'Efteråt prövas kedjan mot manifestet. Reläet fyller Kafkas ämne när det startas, och ärendena får sina arbetsflöden tillbaka.',
    ].join('\n'),
    load: () => import('./verbs/restore.js'),
  },
  retry: {
    usage: 'retry',
    summary: 'Försök igen med ärenden som har lagts åt sidan',
    help: 'Ett ärende som en del inte kan ta emot läggs åt sidan, så att de andra går vidare, och försöks igen varje halv minut. Verbet ber dem försöka nu, till exempel när felet är rättat. status visar vad som är kvar.',
    load: () => import('./verbs/retry.js'),
  },
  export: {
    usage: 'export <katalog>',
    summary: 'Skriv ut allt som finns lagrat som JSON Lines',
    help: [
      'events.jsonl: händelserna i ordning, öppna delar. words.jsonl: de förseglade delarna, öppnade med huvudnyckeln – människors ord och namn. attachments.jsonl och katalogen attachments: bilagorna, en fil var.',
      'organisation.jsonl, lists.jsonl och people.jsonl: registren bredvid, med settings.jsonl och stand-ins.jsonl. Nycklarna skrivs inte ut. Filerna kan bara läsas av den som kör verbet.',
      'En bilaga eller ett ord som inte går att läsa eller skriva nämns med id, och dess rad har fältet fault; allt annat skrivs, och verbet slutar med status 1.',
    ].join('\n'),
    load: () => import('./verbs/export.js'),
  },
  tail: {
    usage: 'tail [--once]',
    summary: 'Visa händelserna på Kafkas ämne, en per rad',
    help: 'Börjar med den första och följer ämnet till Ctrl-C. --once slutar vid den sista som finns. Raderna är CloudEvents och har bara öppna delar: koder, id och tider.',
    load: () => import('./verbs/tail.js'),
  },
};

/** The list of verbs that are run by hand. */
export function helpText(): string {
  const shown = Object.values(verbs).filter((entry) => !entry.hidden);
  const widest = Math.max(...shown.map((entry) => entry.usage.length));
  return [
    'npm run gensvar -- <verb>',
    '',
    ...shown.map((entry) => `  ${entry.usage.padEnd(widest)}  ${entry.summary}`),
    '',
    'Mer om ett verb: npm run gensvar -- <verb> --help',
  ].join('\n');
}
