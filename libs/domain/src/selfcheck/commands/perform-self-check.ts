import { type CheckWay, checkVerdicts } from '../../codes/self-checks.js';
import { Lacking } from '../../lacks.js';
import { addDuration } from '../../law/calendar.js';
import { count, date, maybe, maybeWords, oneOf, typedKey } from '../../shapes.schema.js';
import { selfCheckPerformed } from '../events/self-check-performed.js';
import { dueAfter } from '../months.js';
import { defineSelfCheckCommand, isOpen } from '../selfcheck.js';
import { performers } from '../who.js';

/** Headings under which fields of the form are folded. */
const counted = 'Om något mättes';
const undone = 'Om den inte blev gjord';
const called = 'Om en lämnad rapport kallade det något annat';

/** What a verdict stands on must be there first, by the way of the check. */
const basisFirst: Readonly<Record<CheckWay, string | null>> = {
  questions: 'Svara på frågorna först',
  sample: 'Dra ett urval och svara på frågorna först',
  computed: 'Låt Gensvar räkna först',
  other: null,
};

/** Gives the verdict of one occasion; one that was not carried out with its reason and its new day. */
export const performSelfCheck = defineSelfCheckCommand({
  name: 'PerformSelfCheck',
  input: {
    verdict: oneOf(checkVerdicts),
    on: maybe(date),
    met: maybe(count),
    of: maybe(count),
    found: maybeWords,
    action: maybeWords,
    reasons: maybeWords,
    newDay: maybe(date),
    stated: maybe(oneOf(checkVerdicts)),
    statedIn: maybe(typedKey),
  },
  who: performers,
  title: 'Anteckna resultatet',
  button: 'Spara resultatet',
  form: {
    verdict: { label: 'Vad blev resultatet?' },
    on: { label: 'Vilken dag gjordes den, om inte i dag?', required: false },
    met: {
      label: 'Hur många var som de ska?',
      hint: 'Om något mättes. Annars tomt. Gensvar fyller i det som frågorna eller uträkningen gav.',
      required: false,
      fold: counted,
    },
    of: { label: 'Av hur många?', required: false, fold: counted },
    found: { label: 'Vad visade kontrollen?', hint: 'Skrivs när den inte är godkänd.', required: false },
    action: { label: 'Vad ska göras?', hint: 'Kort. En åtgärd med ansvarig och dag gör du av resultatet när det är sparat.', required: false },
    reasons: { label: 'Varför blev den inte gjord?', hint: 'Bara när den inte är genomförd.', required: false, fold: undone },
    newDay: { label: 'Vilken ny dag ska den göras?', hint: 'Bara när den inte är genomförd.', required: false, fold: undone },
    stated: { label: 'Vad kallades resultatet i en rapport som redan är lämnad?', hint: 'Bara om det var något annat.', required: false, fold: called },
    statedIn: { label: 'Vilken rapport?', hint: 'Rapportens nummer.', required: false, fold: called },
  },
  offered: isOpen,
  decide(check, { verdict, on, met, of, found, action, reasons, newDay, stated, statedIn }, { today }) {
    const isDone = verdict !== 'notDone';
    const measured = check.basis?.measured ?? (met === null || of === null ? null : { met, of });
    const first = basisFirst[check.way];
    const hasBasis = check.way === 'computed' ? measured !== null && check.basis !== null : (check.basis?.answers.length ?? 0) > 0;
    new Lacking('PerformSelfCheck')
      .need(!isDone || first === null || hasBasis, 'verdict', first ?? '')
      .need(on === null || on <= today, 'on', 'Dagen har inte kommit än')
      .need((met === null) === (of === null), met === null ? 'met' : 'of', 'Skriv båda talen, eller inget av dem')
      .need(of === null || of > 0, 'of', 'Minst en ska ha kontrollerats')
      .need(met === null || of === null || met <= of, 'met', 'Kan inte vara fler än de som kontrollerades')
      .need(isDone || of === null, 'of', 'En kontroll som inte är genomförd har inget mätt resultat')
      .need(verdict !== 'notApproved' || Boolean(found) || Boolean(action), 'found', 'Skriv vad kontrollen visade, eller vad som ska göras')
      .need(isDone || Boolean(reasons), 'reasons', 'Skriv varför den inte blev gjord')
      .need(isDone || newDay !== null, 'newDay', 'Ange en ny dag')
      .need(isDone || newDay === null || newDay > today, 'newDay', 'Den nya dagen ska ligga framåt i tiden')
      .need(newDay === null || newDay < `${Number(addDuration(today, 'P1Y').slice(0, 4)) + 1}-01-01`, 'newDay', 'Den nya dagen ska ligga senast nästa år')
      .need(!isDone || newDay === null, 'newDay', 'En ny dag anges bara när kontrollen inte är genomförd')
      .need((stated === null) === (statedIn === null), stated === null ? 'stated' : 'statedIn', 'Ange både vad den kallades och i vilken rapport')
      .orRefuse();
    const open = {
      verdict,
      due: check.due,
      on: on ?? today,
      next: newDay ?? dueAfter(check.months, check.due),
      measured: isDone ? measured : null,
      stated: stated === null || statedIn === null ? null : { verdict: stated, in: statedIn },
    };
    return [selfCheckPerformed.of(open, { ...(found ? { found } : {}), ...(reasons ? { reasons } : {}), ...(action ? { action } : {}) })];
  },
});
