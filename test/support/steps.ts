/**
 * A story told by several tests, each of which stands by itself: a test begins the story anew and goes through the steps before its own, so
 * that they may run alone and in any order.
 *
 * @param begin what every telling begins with
 * @returns declares the next step, which is a test
 */
export function steps<T>(begin: () => T): (title: string, step: (told: T) => void) => void {
  const before: ((told: T) => void)[] = [];
  return (title, step) => {
    const all = [...before, step];
    before.push(step);
    test(title, () => {
      const told = begin();
      for (const one of all) one(told);
    });
  };
}
