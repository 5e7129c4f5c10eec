import { aspectVerdicts, changeAspects, changeParticipants, unionContacts } from '../../codes/change-analyses.js';
import { Lacking } from '../../lacks.js';
import { id, maybeWords, oneOf, several } from '../../shapes.schema.js';
import { defineAnalysisCommand, isOpen } from '../change-analysis.js';
import { aspectJudged } from '../events/aspect-judged.js';
import { participationNoted } from '../events/participation-noted.js';
import { riskNamed } from '../events/risk-named.js';
import { analysts } from '../who.js';

/** Judges one of the four aspects: what may go wrong, or outright that nothing was found. Judged again, the later verdict stands. */
export const judgeAspect = defineAnalysisCommand({
  name: 'JudgeAspect',
  input: { aspect: oneOf(changeAspects), verdict: oneOf(aspectVerdicts), text: maybeWords },
  who: analysts,
  title: 'Bedöm en del',
  button: 'Spara bedömningen',
  form: {
    aspect: { label: 'Vilken del?' },
    verdict: { label: 'Vad visar analysen?' },
    text: { label: 'Vad kan gå fel, och vilka följder får det?', hint: 'Behövs när det finns risker.', required: false },
  },
  offered: isOpen,
  decide(_analysis, { aspect, verdict, text }) {
    new Lacking('JudgeAspect').need(verdict === 'none' || Boolean(text), 'text', 'Skriv vad som kan gå fel').orRefuse();
    return [aspectJudged.of({ aspect, verdict }, text ? { [aspect]: text } : {})];
  },
});

/** Notes who took part, and the collaboration with the unions. */
export const noteParticipation = defineAnalysisCommand({
  name: 'NoteParticipation',
  input: { participants: several(oneOf(changeParticipants)), unions: oneOf(unionContacts), text: maybeWords },
  who: analysts,
  title: 'Anteckna vilka som är med',
  button: 'Spara vilka som är med',
  form: {
    participants: { label: 'Vilka har varit med i analysen?' },
    unions: { label: 'Samverkan med de fackliga organisationerna' },
    text: { label: 'Något mer om vilka som var med?', hint: 'Möten och protokoll, inga namn på brukare.', required: false },
  },
  offered: isOpen,
  decide(_analysis, { participants, unions, text }) {
    new Lacking('NoteParticipation').need(participants.length > 0, 'participants', 'Välj minst en').orRefuse();
    return [participationNoted.of({ participants: [...new Set(participants)], unions }, text ? { who: text } : {})];
  },
});

/** Names a risk that the analysis has led to: it lives on as a risk of the operation, with its own action and review. */
export const nameRisk = defineAnalysisCommand({
  name: 'NameRisk',
  input: { risk: id },
  who: analysts,
  title: 'Koppla en risk',
  button: 'Koppla risken',
  form: { risk: { label: 'Vilken risk?', hint: 'Anteckna den under Risker först, och skriv riskens nummer här.', of: 'record' } },
  offered: isOpen,
  refers: ({ risk }) => [`risk/${risk}`],
  decide({ risks }, { risk }) {
    new Lacking('NameRisk').need(!risks.includes(`risk/${risk}`), 'risk', 'Risken är redan kopplad').orRefuse();
    return [riskNamed.of({ risk })];
  },
});
