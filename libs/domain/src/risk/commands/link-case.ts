import { caseStream } from '../../ids.js';
import { Lacking } from '../../lacks.js';
import { id } from '../../shapes.schema.js';
import { caseLinked, caseUnlinked } from '../events/case-linked.js';
import { defineRiskCommand, isOpen } from '../risk.js';
import { assessors } from '../who.js';

/** Says that a case shows this risk: what has happened since the last assessment is a reason to assess again. */
export const linkCase = defineRiskCommand({
  name: 'LinkCase',
  input: { caseId: id },
  who: assessors,
  title: 'Koppla ett ärende',
  button: 'Koppla ärendet',
  form: { caseId: { label: 'Vilket ärende visar risken?', hint: 'Skriv ärendets nummer.', of: 'case' } },
  offered: isOpen,
  refers: ({ caseId }) => [caseStream(caseId)],
  decide(risk, { caseId }) {
    new Lacking('LinkCase').need(!risk.cases.some((row) => row.caseId === caseId), 'caseId', 'Ärendet är redan kopplat till risken').orRefuse();
    return [caseLinked.of({ caseId })];
  },
});

/** Takes away a link that was made by mistake. */
export const unlinkCase = defineRiskCommand({
  name: 'UnlinkCase',
  input: { caseId: id },
  who: assessors,
  title: 'Koppla bort ett ärende',
  button: 'Koppla bort',
  form: { caseId: { label: 'Vilket ärende?', hint: 'Skriv ärendets nummer.', of: 'case' } },
  offered: (risk) => isOpen(risk) && risk.cases.length > 0,
  decide(risk, { caseId }) {
    new Lacking('UnlinkCase')
      .need(
        risk.cases.some((row) => row.caseId === caseId),
        'caseId',
        'Ärendet är inte kopplat till risken',
      )
      .orRefuse();
    return [caseUnlinked.of({ caseId })];
  },
});
