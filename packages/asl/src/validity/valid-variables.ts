import { variableNameProblem } from '../expressions';
import { ChoiceRule, Catcher, descendantsOf, Scope, StateNode, type Field } from '../syntax';
import { isUnknown } from '../text/located';
import { schema, type ValidityCheck } from './problem';

/** The names that Assign gives: identifiers, not `states`, and not those of a scope around. */
export const validVariables: ValidityCheck = function* (machine) {
  const assignments = [...descendantsOf(machine)].flatMap((node) => {
    const field =
      node instanceof StateNode || node instanceof ChoiceRule || node instanceof Catcher
        ? node.field('Assign')
        : undefined;
    return field?.value.kind === 'object' ? namesOf(field) : [];
  });
  const byScope = new Map<Scope, Map<string, Assignment>>();
  for (const assignment of assignments) {
    const names = byScope.get(assignment.scope) ?? new Map<string, Assignment>();
    byScope.set(assignment.scope, names.set(assignment.name, assignment));
  }
  for (const { name, field, scope, key } of assignments) {
    const fault = isUnknown(key) ? undefined : variableNameProblem(name);
    if (fault) {
      yield { message: fault, range: key.range, aws: schema(`Invalid variable name: ${name}`, field.location) };
      continue;
    }
    const outer = outerScopes(scope).find((around) => byScope.get(around)?.has(name));
    if (!outer) continue;
    yield {
      message: `The variable "${name}" is assigned in a scope around this one, and an inner scope can only read it; choose another name`,
      range: key.range,
      aws: schema(`Variable '${name}' is already assigned in an outer scope`, field.location),
    };
  }
};

interface Assignment {
  readonly name: string;
  readonly field: Field;
  readonly scope: Scope;
  readonly key: Field['key'];
}

function namesOf(field: Field): Assignment[] {
  const scope = field.parent.enclosing(Scope)!;
  const jsonPath = field.parent.queryLanguage === 'JSONPath';
  const entries = field.value.kind === 'object' ? field.value.entries : [];
  return entries.map(({ key }) => {
    const name = jsonPath && key.value.endsWith('.$') ? key.value.slice(0, -2) : key.value;
    return { name, field, scope, key };
  });
}

/** The scopes around, as far as their variables can be seen: a distributed Map's children see none. */
function outerScopes(scope: Scope): Scope[] {
  const outer = scope.parent?.enclosing(Scope);
  return outer ? [outer, ...outerScopes(outer)] : [];
}
