import type { Stage } from '#domain/codes/stages';

/** What each stage sets going, in plain words; shown at the workflow in Temporal's own pages. The rules are decide's and agenda's. */
export const setsGoing: Record<Stage, string> = {
  received: 'Mottagningsbekräftelse med e-post där svaret ska gå den vägen. Påminnelse om att bekräfta, börja utreda och svara; sedan till närmaste chef.',
  investigating: 'Påminnelse före och på dagen då utredningen ska vara klar; därefter till närmaste chef.',
  assessing: 'Påminnelse före och på dagen då bedömningen ska vara gjord; därefter till närmaste chef.',
  ivoDecision: 'Påminnelse om att ta ställning till IVO; därefter till närmaste chef.',
  feedback: 'Påminnelse om svaret till den som hörde av sig; därefter till närmaste chef.',
  followUp: 'Fråga om effekten av varje åtgärd på dess dag. Ärendet stannar här tills varje effekt är bedömd.',
  closed: 'Inget, så länge ärendet inte öppnas igen.',
  cancelled: 'Inget.',
};
