const KEPT = 100_000;

/**
 * Memoises a pure function of days: the agenda of a case is folded many times,
 * and the calendar asks for the same days again and again. Cleared when it has grown large.
 */
export function remembered<A extends readonly (string | number)[], R>(ask: (...question: A) => R): (...question: A) => R {
  const answers = new Map<string, R>();
  return (...question) => {
    const key = question.join('|');
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = ask(...question);
    if (answers.size >= KEPT) answers.clear();
    answers.set(key, answer);
    return answer;
  };
}
