import { runProgram } from '#case-service/program';
import { Relaying } from './relaying.js';

await runProgram('relay', (surroundings) => new Relaying(surroundings), 5);
