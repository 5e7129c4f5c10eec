import type { ExistingCase } from '#domain/case/case';
import { byWhen, type Codes, recipients, socialLaws } from '#domain/case/choices';
import type { PublicCommand } from '#domain/case/commands.schema';
import { holdsFor } from '#domain/case/conditions';
import { ownNotifications } from '#domain/codes/authorities';
import { type Code, codesOf } from '#domain/codes/code';
import { hslDeviationTypes, solLssDeviationTypes } from '#domain/codes/deviation-types';
import { investigationPoints } from '#domain/codes/investigation';
import { kinds } from '#domain/codes/kinds';
import { lawAreas } from '#domain/codes/law-areas';
import { shallBeNotified } from '#domain/law/notifiable';
import { decidesApart } from '#domain/process/authorities';
import { alreadyBecame, conversionOf, natureOf } from '#domain/process/conversions';
import { processOf } from '#domain/process/index';
import { isCare, isSocial } from '#domain/process/investigation-gates';

const entryPoints = codesOf(investigationPoints).filter((point) => point !== 'causes' && point !== 'decision');
const carers: Codes = ['mas', 'mar', 'verksamhetschefHsl'];
const owningChiefs: Codes = ['enhetschef', 'verksamhetschef', 'avdelningschef', 'socialchef', 'sas'];

/**
 * Which codes of a list a field offers in this case, by `Command.field`; a field that is not here offers its whole list. What the law
 * or the process would refuse is not offered: an outcome that shall be notified has no "no" (docs/engine.md#the-track-of-ivo).
 */
const choices: Readonly<Record<string, (state: ExistingCase) => Codes>> = {
  'ClassifyCase.deviationType': (state) => [
    ...(isCare(state) || !isSocial(state) ? codesOf(hslDeviationTypes as readonly Code[]) : []),
    ...(isSocial(state) || !isCare(state) ? codesOf(solLssDeviationTypes as readonly Code[]) : []),
  ],
  'ClassifyCase.lawAreas': byWhen([['lexSarah', 'mirror'], socialLaws], ['always', codesOf(lawAreas)]),
  'ConvertCase.lawAreas': byWhen([['complaint'], codesOf(lawAreas)], [[['deviation', 'social']], codesOf(lawAreas)], ['always', [...socialLaws, 'HSL']]),
  'ConvertCase.to': (state) => {
    const from = natureOf(state.desc.kind, state.desc.lawAreas);
    return kinds
      .map(({ code }) => code)
      .filter((to) =>
        [['SoL'], ['HSL']].map((laws) => natureOf(to, laws)).some((nature) => conversionOf(from, nature) !== null && alreadyBecame(state, nature) === null),
      );
  },
  'ConvertCase.way': () => ['convertedFrom', 'raisedFrom'],
  'SendBack.to': (state) => processOf(state.desc.process).back.flatMap((move) => (move.from === state.stage ? [move.to] : [])),
  'MakeEntry.point': byWhen(['always', entryPoints]),
  'OpenInvestigation.method': byWhen(
    [['lexSarah'], ['irregularity', 'incidentAnalysis']],
    [['lexMaria'], ['incidentAnalysis']],
    ['always', ['simple', 'incidentAnalysis']],
  ),
  'DecideIvo.notify': (state) => {
    if (holdsFor(['mirror'], state)) return ['otherIsObliged', 'notApplicable'];
    if (!holdsFor(['decides'], state)) return ['notApplicable'];
    if (state.ivoTrack.sent !== null) return ['alreadyNotified'];
    return ['yes', ...(shallBeNotified(state.outcome) || state.stage !== 'ivoDecision' ? [] : ['no']), 'otherIsObliged'];
  },
  'SendToIvo.what': ({ ivoTrack }) => [
    ...(ivoTrack.investigationSentAt === null ? ['investigation'] : []),
    'supplement',
    ...(ivoTrack.requirements.some((row) => row.sentAt === null) ? ['requirementReport'] : []),
  ],
  'DecideOwnNotification.about': (state) => codesOf(ownNotifications).filter((about) => decidesApart(state, about)),
  'SendOwnNotification.about': ({ authorities }) => authorities.own.flatMap((row) => (row.notify && row.sentAt === null ? [row.about] : [])),
  'GiveFeedback.to': recipients,
  'ExplainNoFeedback.to': recipients,
  'GiveFeedback.what': byWhen([['complaint'], ['confirmation', 'interim', 'answer']], ['always', ['answer', 'interim']]),
  'ExplainNoFeedback.what': byWhen([['complaint'], ['confirmation', 'answer']], ['always', ['answer']]),
  'PlanAction.ownerRole': byWhen(
    [
      ['care', 'lexMaria'],
      ['enhetschef', ...carers, 'socialchef'],
    ],
    ['always', owningChiefs],
  ),
  'HearParty.party': byWhen(
    [['complaint'], ['complainant', 'individual', 'relative', 'staff', 'unitManager', 'provider', 'document']],
    [
      ['care', 'lexMaria'],
      ['patient', 'relative', 'staff', 'unitManager', 'reporter', 'provider', 'authority'],
    ],
    ['always', ['individual', 'relative', 'reporter', 'staff', 'unitManager', 'provider', 'authority']],
  ),
};

/** The codes that a field offers in this case; null where it offers all of its list. */
export const choicesIn = (name: PublicCommand['type'], field: string, state: ExistingCase): Codes | null => choices[`${name}.${field}`]?.(state) ?? null;
