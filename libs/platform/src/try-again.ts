/** Tries again at once while the answer is null: somebody else was first, so what is there now is looked at. Null where that went on `times` times. */
export async function tryAgain<T>(times: number, attempt: () => Promise<T | null>): Promise<T | null> {
  for (let tried = 0; tried < times; tried += 1) {
    const answer = await attempt();
    if (answer !== null) return answer;
  }
  return null;
}
