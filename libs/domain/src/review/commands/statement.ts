import { statementGivers } from '../../codes/reviews.js';
import { Lacking } from '../../lacks.js';
import { lastDayOf } from '../../rough-day.js';
import { roughDayHint, typedRoughDay } from '../../rough-day.schema.js';
import { date, maybeWords, oneOf, typedNumber } from '../../shapes.schema.js';
import { statementAsked, statementGiven } from '../events/statement-asked.js';
import { awaited, defineReviewCommand, isOpen } from '../review.js';
import { reviewKeepers } from '../who.js';

/** A statement is asked for: by whom it is given and until when, by day or by month. */
export const askForStatement = defineReviewCommand({
  name: 'AskForStatement',
  input: { by: oneOf(statementGivers), due: typedRoughDay, about: maybeWords },
  who: reviewKeepers,
  title: 'Ett yttrande begärs',
  button: 'Spara begäran',
  form: {
    by: { label: 'Vem ska yttra sig?' },
    due: { label: 'När ska yttrandet vara lämnat?', hint: roughDayHint },
    about: { label: 'Vad ska det handla om?', required: false },
  },
  offered: (review) => isOpen(review) && awaited(review) === undefined,
  decide({ on }, { by, due, about }) {
    new Lacking('AskForStatement').need(lastDayOf(due) >= on, 'due', 'Yttrandet kan inte ha begärts till en dag före granskningen').orRefuse();
    return [statementAsked.of({ by, due }, about ? { about } : {})];
  },
});

/** The statement has been given, under its diary number. */
export const giveStatement = defineReviewCommand({
  name: 'GiveStatement',
  input: { on: date, diary: typedNumber.nullable().default(null), content: maybeWords },
  who: reviewKeepers,
  title: 'Yttrandet är lämnat',
  button: 'Spara som lämnat',
  form: {
    on: { label: 'Vilken dag lämnades det?' },
    diary: { label: 'Diarienummer', required: false },
    content: { label: 'Vad svarades, i korthet?', hint: 'Själva yttrandet läggs till som fil.', required: false },
  },
  offered: (review) => isOpen(review) && awaited(review) !== undefined,
  decide(_review, { on, diary, content }, { today }) {
    new Lacking('GiveStatement').need(on <= today, 'on', 'Dagen kan inte ligga framåt i tiden').orRefuse();
    return [statementGiven.of({ on }, { ...(diary === null ? {} : { diary }), ...(content ? { content } : {}) })];
  },
});
