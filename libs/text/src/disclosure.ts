/** The print for one who has asked for it: the form, the preview, and what the print says by itself. */
export const disclosureTexts = {
  title: 'Lämna ut ett utdrag',
  lead: 'Välj vad utdraget ska innehålla. Du prövar varje uppgift: kan den lämnas ut, eller ska den utelämnas med stöd av en regel? Systemet föreslår ingenting.',
  partyHint:
    'En part har större rätt än andra: sekretess hindrar bara det som är av synnerlig vikt att inte röja (OSL 10 kap. 3 §). I tveksamma fall prövar myndigheten (OSL 6 kap. 3 §).',
  to: 'Vem ska få utdraget?',
  choose: 'Vad ska göras med uppgiften?',
  leave: 'Tas inte med',
  give: 'Lämnas ut',
  mark: 'Vilka ord ska utelämnas?',
  markHint: 'Sätt [[ före och ]] efter det som ska utelämnas. Ändra inget annat. Exempel: Hon bor på [[Storgatan 1]] med sin mor.',
  lackMarks: 'Sätt [[ före och ]] efter orden som ska utelämnas, och låt texten i övrigt stå som den är',
  preview: 'Granska utdraget',
  previewTitle: 'Granska utdraget',
  previewLead: 'Så här blir utdraget, ord för ord. Inget är lämnat ut än.',
  changed: 'Ärendet har ändrats, eller det har blivit en ny dag, sedan du granskade utdraget. Så här blir det nu: granska det igen.',
  change: 'Ändra urvalet',
  decide: 'Beslut: lämna ut utdraget',
  decideHint:
    'Beslutet antecknas i ärendet med ditt namn, vem som får det och vad som är utelämnat. Utdraget sparas som bilaga. Du skickar eller överlämnar det själv.',
  nothing: 'Det finns inga ord i ärendet att lämna ut.',
  lackTo: 'Välj vem som ska få utdraget',
  lackPassage: 'Välj minst en uppgift som lämnas ut eller utelämnas',
  lackFewer: 'Högst 2 000 uppgifter får plats i ett utdrag. Dela upp det i flera',
  lackTitle: 'Det här saknas',
  document: 'Utdrag ur ärende',
  attachment: 'Bilaga',
  receiver: 'Utdraget gäller för',
  leftOut: (law: string): string => `Uppgift utelämnad (${law})`,
  refusalTitle: 'Om det som är utelämnat',
  refusal: (board: string): string =>
    `Uppgifter har utelämnats ur det du har begärt. Vill du ha dem prövade kan du begära det hos ${board}, och få ett skriftligt beslut (OSL 6 kap. 3 §). Det skriftliga beslutet kan du överklaga till kammarrätten (OSL 6 kap. 7–8 §§). Av beslutet framgår hur du gör och hur lång tid du har på dig.`,
  board: 'myndigheten',
  section: 'Utlämnat',
  line: (to: string, at: string, leftOut: number): string =>
    `${to}, ${at}. ${leftOut === 0 ? 'Inget utelämnat.' : leftOut === 1 ? 'En uppgift utelämnad.' : `${leftOut} uppgifter utelämnade.`}`,
  none: 'Inget utdrag har lämnats ut.',
} as const;
