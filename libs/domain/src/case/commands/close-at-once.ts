import { complaintCategories } from '../../codes/complaint-categories.js';
import { refuse } from '../../errors.js';
import { Lacking } from '../../lacks.js';
import { entry, flag, oneOf, several, words } from '../../shapes.schema.js';
import { defineCaseCommand } from '../case-command.js';
import { lacksInStated } from '../decide/described.js';
import { shortPath } from '../decide/endings.js';
import { foldNew } from '../decide/foresee.js';
import { mustBeOpen } from '../decide/situation.js';
import type { NewCaseEvent } from '../events.schema.js';
import { lacksOnShortPath, mustHaveShortPath } from '../processes/ending-gates.js';
import { isPraise } from '../processes/gates.js';
import { chiefs } from '../who.js';

/**
 * The short path for a case that is already registered; categories may be given in the same step.
 */
export const closeAtOnce = defineCaseCommand({
  name: 'CloseAtOnce',
  input: {
    toldOnTheSpot: flag,
    categories: several(oneOf(complaintCategories)).nullable().default(null),
    categoryOther: entry.nullable().default(null),
    whatWasDone: words,
  },
  endsEarly: 'atOnce',
  who: (process) => process.shortPath?.by ?? chiefs,
  mustStand: (state, process): void => {
    mustBeOpen(state);
    if (state.stage !== 'received') refuse('notInThisStage', [{ field: 'CloseAtOnce', text: 'Åtgärdat direkt går bara i skedet Mottagen' }]);
    mustHaveShortPath(process);
  },
  offered: [{ stages: ['received'], when: ['complaint', 'deviation'] }],
  under: 'handOn',
  title: 'Åtgärdat direkt',
  button: 'Avsluta som åtgärdat direkt',
  form: {
    whatWasDone: { label: 'Vad gjordes?' },
    toldOnTheSpot: { label: 'Har den som hörde av sig eller rapporterade fått veta det?' },
    categories: { label: 'Vad gällde det?', asked: ['complaint'] },
    categoryOther: { label: 'Om du valde Annat: vad?', asked: ['complaint'] },
  },
  decide(state, command, context, process): readonly NewCaseEvent[] {
    const classified: NewCaseEvent[] =
      command.categories === null && command.categoryOther === null
        ? []
        : [{ type: 'CaseClassified', open: { categories: command.categories, categoryOther: command.categoryOther } }];
    const then = foldNew(state, classified, context.now);
    const wrong = lacksInStated(
      then.desc,
      ['categories', 'categoryOther'].filter((name) => command[name as 'categories'] !== null),
      'CloseAtOnce.',
      context,
    );
    new Lacking('CloseAtOnce')
      .add(wrong)
      .add(lacksOnShortPath(then, process, command.toldOnTheSpot))
      .orRefuse();
    return [
      ...classified,
      ...shortPath(then, process, { toldOnTheSpot: command.toldOnTheSpot, whatWasDone: command.whatWasDone, praise: isPraise(then) }, context),
    ];
  },
});
