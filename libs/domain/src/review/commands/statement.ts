import { accountParts, statementGivers } from '../../codes/reviews.js';
import { Lacking } from '../../lacks.js';
import { firstDayOf, lastDayOf } from '../../rough-day.js';
import { roughDayHint, typedRoughDay } from '../../rough-day.schema.js';
import { date, maybeWords, oneOf, several, typedNumber } from '../../shapes.schema.js';
import { statementAsked, statementGiven } from '../events/statement-asked.js';
import { awaited, defineReviewCommand, isAccount, isOpen } from '../review.js';
import { reviewKeepers } from '../who.js';

/** A statement is asked for: by whom it is given and until when, by day or by month. */
export const askForStatement = defineReviewCommand({
  name: 'AskForStatement',
  input: { by: oneOf(statementGivers), due: typedRoughDay, about: maybeWords },
  who: reviewKeepers,
  title: 'Ett yttrande eller en redovisning begärs',
  button: 'Spara begäran',
  form: {
    by: { label: 'Vem ska lämna det?' },
    due: { label: 'När ska det vara lämnat?', hint: roughDayHint },
    about: { label: 'Vad ska det handla om?', required: false },
  },
  offered: (review) => isOpen(review) && awaited(review) === undefined,
  decide(review, { by, due, about }) {
    new Lacking('AskForStatement')
      .need(
        (by === 'provider') === isAccount(review),
        'by',
        isAccount(review) ? 'En kvalitetsredovisning lämnas av utföraren' : 'En utförare lämnar bara kvalitetsredovisning',
      )
      .need(lastDayOf(due) >= firstDayOf(review.on), 'due', 'Yttrandet kan inte ha begärts till en dag före granskningen')
      .orRefuse();
    return [statementAsked.of({ by, due }, about ? { about } : {})];
  },
});

/** The statement has been given, under its diary number. */
export const giveStatement = defineReviewCommand({
  name: 'GiveStatement',
  input: { on: date, parts: several(oneOf(accountParts)).default([]), diary: typedNumber.nullable().default(null), content: maybeWords },
  who: reviewKeepers,
  title: 'Yttrandet eller redovisningen är lämnad',
  button: 'Spara som lämnad',
  form: {
    on: { label: 'Vilken dag lämnades det?' },
    parts: { label: 'Kvalitetsredovisning: vilka delar har kommit?', required: false, folded: true },
    diary: { label: 'Diarienummer', required: false },
    content: { label: 'Vad svarades, i korthet?', hint: 'Själva yttrandet läggs till som fil.', required: false },
  },
  offered: (review) => isOpen(review) && awaited(review) !== undefined,
  decide(review, { on, parts, diary, content }, { today }) {
    new Lacking('GiveStatement')
      .need(on <= today, 'on', 'Dagen kan inte ligga framåt i tiden')
      .need(!isAccount(review) || parts.length > 0, 'parts', 'Välj vilka delar av redovisningen som har kommit')
      .need(isAccount(review) || parts.length === 0, 'parts', 'Delar anges bara för en utförares kvalitetsredovisning')
      .orRefuse();
    return [
      statementGiven.of(isAccount(review) ? { on, parts: [...new Set(parts)] } : { on }, {
        ...(diary === null ? {} : { diary }),
        ...(content ? { content } : {}),
      }),
    ];
  },
});
