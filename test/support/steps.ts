/**
 * A story in several tests, each independent: a test begins the story again and runs the steps before its own, so
 * that they may run alone and in any order.
 *
 * @param begin what every run begins with
 * @returns a function that declares the next step, which is a test
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
