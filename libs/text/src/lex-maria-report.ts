/** A lex Maria that is started at once: the deviation under HSL and its lex Maria, from one form. */
export const lexMariaReportTexts = {
  title: 'Starta en lex Maria',
  lead: 'Det blir två ärenden på en gång: avvikelsen enligt HSL, som finns kvar, och en lex Maria som kommer ur den. Beslutet om anmälan till IVO tas i lex Maria-ärendet.',
  door: 'Starta en lex Maria',
  doorText: 'När du redan vet att det är eller kan ha varit en allvarlig vårdskada.',
  fields: {
    unit: { label: 'Vilken enhet gäller det?', hint: 'Styr vilka som ser ärendena.' },
    what: { label: 'Vad hände?' },
    reasons: { label: 'Varför kan det ha varit en allvarlig vårdskada?', hint: 'Texten blir lex Maria-ärendets beskrivning.' },
    eventClass: { label: 'Hur gick det?' },
    deviationType: { label: 'Vad handlar det om?' },
    occurredDay: { label: 'Vilken dag hände det?' },
    knownDay: { label: 'Vilken dag blev det känt för er?', hint: 'Lagens tid räknas från den dagen. Lämna tomt om det är i dag.' },
    immediateActions: { label: 'Vad gjordes direkt?' },
    affected: { label: 'Vem drabbades?', hint: 'Namn eller initialer. Syns bara för dem som utreder.' },
  },
  files: 'Bilagor',
  button: 'Starta',
  lack: (label: string) => `Svara på: ${label}`,
} as const;
