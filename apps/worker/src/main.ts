import { runProgram } from '#case-service/program';
import { Work } from './work.js';

await runProgram('worker', (surroundings) => new Work(surroundings), 20);
