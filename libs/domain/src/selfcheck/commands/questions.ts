/** At most so many questions: the form for them is one page. */
export const MOST_QUESTIONS = 20;

/** The questions as they were written, one on each line. */
export const questionsIn = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
