import { caseStream } from '../../ids.js';
import { Lacking } from '../../lacks.js';
import { id } from '../../shapes.schema.js';
import { caseLinked, caseUnlinked } from '../events/case-reviewed.js';
import { defineReviewCommand, isOpen } from '../review.js';
import { reviewKeepers } from '../who.js';

/** Names a case that is reviewed, or whose notification to IVO the review follows. */
export const linkCase = defineReviewCommand({
  name: 'LinkCase',
  input: { caseId: id },
  who: reviewKeepers,
  title: 'Koppla ett ärende',
  button: 'Koppla ärendet',
  form: { caseId: { label: 'Vilket ärende granskas, eller ledde till granskningen?', hint: 'Skriv ärendets nummer.', of: 'case' } },
  offered: isOpen,
  refers: ({ caseId }) => [caseStream(caseId)],
  decide({ cases }, { caseId }) {
    new Lacking('LinkCase').need(!cases.includes(caseId), 'caseId', 'Ärendet är redan kopplat till granskningen').orRefuse();
    return [caseLinked.of({ caseId })];
  },
});

/** Takes away a link that was made by mistake. */
export const unlinkCase = defineReviewCommand({
  name: 'UnlinkCase',
  input: { caseId: id },
  who: reviewKeepers,
  title: 'Koppla bort ett ärende',
  button: 'Koppla bort',
  form: { caseId: { label: 'Vilket ärende?', hint: 'Skriv ärendets nummer.', of: 'case' } },
  offered: (review) => isOpen(review) && review.cases.length > 0,
  decide({ cases }, { caseId }) {
    new Lacking('UnlinkCase').need(cases.includes(caseId), 'caseId', 'Ärendet är inte kopplat till granskningen').orRefuse();
    return [caseUnlinked.of({ caseId })];
  },
});
