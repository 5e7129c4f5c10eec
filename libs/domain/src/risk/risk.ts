import type { RiskConsequence, RiskLevel, RiskProbability } from '../codes/risk.js';
import type { Role } from '../codes/roles.js';
import type { Settings } from '../org/settings.js';
import { commandsOf } from '../records/record-command.js';
import { eventsOf, type RecordState } from '../records/record-event.js';

/** One judgement of a risk: a point of the curve of its value. */
export interface Assessment {
  readonly probability: RiskProbability;
  readonly consequence: RiskConsequence;
  /** Probability × consequence, 1–25. */
  readonly value: number;
  readonly level: RiskLevel;
  /** When it was made (instant). */
  readonly at: string;
}

/** A case that shows the risk, and since when (instant). */
export interface LinkedCase {
  readonly caseId: string;
  readonly at: string;
}

/** A risk of a unit's operation (SOSFS 2011:9, 5 kap. 1 §). Its words are sealed and not here. */
export interface Risk extends RecordState {
  readonly identifiedAt: string;
  /** Who is reminded of the review: the chief of the unit's level. */
  readonly ownerRole: Role;
  /** From the first to the latest, never empty. */
  readonly assessments: readonly Assessment[];
  /** The day (YYYY-MM-DD) by which it is assessed again. */
  readonly nextReview: string;
  /** When it was accepted as it is, and at which value; null where it is not. */
  readonly accepted: { readonly at: string; readonly value: number } | null;
  readonly cases: readonly LinkedCase[];
  /** Stream of the self-check that showed it; null where none did. */
  readonly selfcheck: string | null;
  /** Years for which it is prioritised. */
  readonly prioritised: readonly number[];
  readonly closed: { readonly at: string; readonly reason: string } | null;
  /** Ids of the steps of the agenda that have been taken. */
  readonly stepsTaken: readonly string[];
}

export const defineRiskEvent = eventsOf<Risk>();
export const defineRiskCommand = commandsOf<Risk>('risk');

/** The level of a value by the municipality's limits. */
export const levelOf = (value: number, { riskLevels }: Pick<Settings, 'riskLevels'>): RiskLevel =>
  value >= riskLevels.criticalFrom ? 'critical' : value >= riskLevels.mediumFrom ? 'medium' : 'low';

/** Value and level as they are stored: a later change of the limits changes no assessment that has been made. */
export function assessed(probability: RiskProbability, consequence: RiskConsequence, settings: Pick<Settings, 'riskLevels'>) {
  const value = Number(probability) * Number(consequence);
  return { probability, consequence, value, level: levelOf(value, settings) };
}

/** The latest assessment. */
export const latest = ({ assessments }: Risk): Assessment => assessments.at(-1) as Assessment;

/** The cases that were linked since the latest assessment: many of them are a reason to assess again. */
export const casesSinceAssessed = (risk: Risk): readonly LinkedCase[] => risk.cases.filter(({ at }) => at > latest(risk).at);

export const isOpen = ({ closed }: Risk): boolean => closed === null;
