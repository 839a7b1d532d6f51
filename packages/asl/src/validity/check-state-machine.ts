import type { StateMachine } from '../syntax';
import { maxDefinitionSize } from './max-definition-size';
import { noConflictingFields } from './no-conflicting-fields';
import { noExpressUnsupported } from './no-express-unsupported';
import { noUnreachableState } from './no-unreachable-state';
import { noUnsupportedFields } from './no-unsupported-fields';
import type { CheckOptions, ValidityCheck, ValidityProblem } from './problem';
import { requireTerminalState } from './require-terminal-state';
import { requiredFields } from './required-fields';
import { uniqueStateNames } from './unique-state-names';
import { validChoiceRules } from './valid-choice-rules';
import { validErrorNames } from './valid-error-names';
import { validFieldValues } from './valid-field-values';
import { validHeartbeats } from './valid-heartbeats';
import { validIntrinsics } from './valid-intrinsics';
import { validItemReader } from './valid-item-reader';
import { validItemBatcher } from './valid-item-batcher';
import { validJsonPaths } from './valid-json-paths';
import { validJsonata } from './valid-jsonata';
import { validLabels } from './valid-labels';
import { validMapMode } from './valid-map-mode';
import { validPayloadTemplates } from './valid-payload-templates';
import { validQueryLanguage } from './valid-query-language';
import { validReferencePaths } from './valid-reference-paths';
import { validResources } from './valid-resources';
import { validResultWriter } from './valid-result-writer';
import { validStateNames } from './valid-state-names';
import { validTimestamps } from './valid-timestamps';
import { validTransitionTargets } from './valid-transition-targets';
import { validVariables } from './valid-variables';

/** Every validity check, by the name of the rule that reports it. */
export const validityChecks = {
  'max-definition-size': maxDefinitionSize,
  'no-conflicting-fields': noConflictingFields,
  'no-express-unsupported': noExpressUnsupported,
  'no-unreachable-state': noUnreachableState,
  'no-unsupported-fields': noUnsupportedFields,
  'require-terminal-state': requireTerminalState,
  'required-fields': requiredFields,
  'unique-state-names': uniqueStateNames,
  'valid-choice-rules': validChoiceRules,
  'valid-error-names': validErrorNames,
  'valid-field-values': validFieldValues,
  'valid-heartbeats': validHeartbeats,
  'valid-intrinsics': validIntrinsics,
  'valid-item-reader': validItemReader,
  'valid-item-batcher': validItemBatcher,
  'valid-json-paths': validJsonPaths,
  'valid-jsonata': validJsonata,
  'valid-labels': validLabels,
  'valid-map-mode': validMapMode,
  'valid-payload-templates': validPayloadTemplates,
  'valid-query-language': validQueryLanguage,
  'valid-reference-paths': validReferencePaths,
  'valid-resources': validResources,
  'valid-result-writer': validResultWriter,
  'valid-state-names': validStateNames,
  'valid-timestamps': validTimestamps,
  'valid-transition-targets': validTransitionTargets,
  'valid-variables': validVariables,
} as const satisfies Record<string, ValidityCheck>;

export type ValidityCheckName = keyof typeof validityChecks;

/** Everything that is wrong with a definition, in the order of the text. */
export function checkStateMachine(machine: StateMachine, options: CheckOptions): readonly ValidityProblem[] {
  return Object.values<ValidityCheck>(validityChecks)
    .flatMap((check) => [...check(machine, options)])
    .sort((a, b) => a.range[0] - b.range[0]);
}
