import { assignmentsOf, outerScopes } from '../analysis/variables';
import { variableNameProblem } from '../expressions';
import type { Scope } from '../syntax';
import { isUnknown } from '../text/located';
import { schema, type AwsDiagnostic, type ValidityCheck } from './problem';

/** The names that Assign gives: identifiers, not `states`, and not those of a scope around (AWS's words are unverified). */
export const validVariables: ValidityCheck = function* (machine) {
  const assignments = assignmentsOf(machine);
  const namesIn = new Map<Scope, Set<string>>();
  for (const { scope, name } of assignments) {
    namesIn.set(scope, (namesIn.get(scope) ?? new Set()).add(name));
  }
  for (const { name, field, scope, key } of assignments) {
    const fault = isUnknown(key) ? undefined : variableNameProblem(name);
    if (fault) {
      yield { message: fault, range: key.range, aws: refusalOf(name, field.location) };
      continue;
    }
    if (!outerScopes(scope).some((outer) => namesIn.get(outer)?.has(name))) continue;
    yield {
      message: `The variable "${name}" is assigned outside this ${scope.type === 'Branch' ? 'branch' : 'item processor'}, too, and inside it can only be read; choose another name`,
      range: key.range,
      aws: schema(`Variable '${name}' is already assigned in an outer scope`, field.location),
    };
  }
};

/** The codes are those that others measured on AWS (cdk-preflight, September 2026); the words are unverified. */
const refusalOf = (name: string, location: string): AwsDiagnostic =>
  name === 'states'
    ? { code: 'RESERVED_VARIABLE_NAME', message: `Reserved variable name: ${name}`, location }
    : { code: 'INVALID_VARIABLE_NAME', message: `Invalid variable name: ${name}`, location };
