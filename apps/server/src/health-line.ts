import { Readiness } from '../../api/src/readiness.js';
import { HealthLine } from '../../web/src/web.js';

/** Also at the head of the page, where it is read before anything is typed. */
const STORAGE_FULL = 'Lagringen är full: det går att läsa, men inget kan sparas just nu.';

const KEEP_MS = 5_000;

/** The foot of every page: the state of the system in a sentence, read at most every five seconds. */
export class ReadinessLine extends HealthLine {
  #said: { readonly until: number; readonly text: Promise<string> } = { until: 0, text: Promise.resolve('') };

  constructor(private readonly readiness: Readiness) {
    super();
  }

  override text(): Promise<string> {
    const now = performance.now();
    if (this.#said.until <= now) this.#said = { until: now + KEEP_MS, text: this.#sentence() };
    return this.#said.text;
  }

  async #sentence(): Promise<string> {
    const { parts } = await this.readiness.now();
    if (parts.postgres === 'down') return 'Just nu kan inget sparas eller visas. Vi försöker igen.';
    if (parts.storage === 'full') return STORAGE_FULL;
    const { projections, processes } = parts;
    const faults = [
      ...(parts.temporal === 'down' || parts.workflows === 'outdated' || processes['worker'] === 'down' || processes['conductor'] === 'down'
        ? ['påminnelser kommer senare än de ska']
        : []),
      ...((projections?.lagSeconds ?? 0) > 60 ? [`listor och statistik är ${Math.ceil((projections?.lagSeconds ?? 0) / 60)} minuter gamla`] : []),
      ...((projections?.parked ?? 0) > 0 ? [`${projections?.parked} ärenden är inte med i listor och statistik`] : []),
    ];
    return faults.length === 0 ? 'Allt fungerar.' : `Rapporter tas emot. Just nu: ${faults.join('; ')}.`;
  }
}
