import { runProgram } from '#case-service/program';
import { Conducting } from './conducting.js';

await runProgram('conductor', (surroundings) => new Conducting(surroundings));
