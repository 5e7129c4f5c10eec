/** The questions of the registrar's form and of the paper form, in their order: the number of a question is its place here. */
export const registrationQuestions = [
  'sort',
  'what',
  'occurredDay',
  'unit',
  'concerned',
  'sender',
  'answer',
  'received',
  'channel',
  'authority',
  'immediateActions',
  'lawAreas',
  'diaryNumber',
  'files',
] as const;
export type RegistrationQuestion = (typeof registrationQuestions)[number];
