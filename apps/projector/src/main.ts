import { runProgram } from '#case-service/program';
import { Projecting } from './projecting.js';

await runProgram('projector', (surroundings) => new Projecting(surroundings));
