import { processHeadings } from '#domain/codes/process-headings';
import { processes002 } from './processes-002.js';
import { risks002 } from './risks-002.js';

const named = (series: string) => processes002.filter((one) => one.series === series).map(({ name }, n) => `${n + 1}. ${name}`);
const labels = (letter: string) => processHeadings.filter(({ code }) => code.startsWith(letter)).map(({ label }) => label);
const withoutNumber = (text: string) => text.replace(/^\d+\. /, '');

test('R-257 INC-17 INC-18 the demo’s process map has the ten processes of document 002, seven main and three supporting, in its order and with its numbers', () => {
  expect([named('main').length, named('support').length]).toEqual([7, 3]);
  expect([named('main'), named('support')]).toEqual([labels('h'), labels('s')]);
});

test('every risk of document 002 has its activity under its own process', () => {
  const pairs = processes002.flatMap(({ name, activities }) => activities.map((activity) => `${name}: ${activity}`));
  expect([...new Set(risks002.map(({ subprocess, activity }) => `${withoutNumber(subprocess)}: ${withoutNumber(activity)}`))].toSorted()).toEqual(
    pairs.toSorted(),
  );
});
