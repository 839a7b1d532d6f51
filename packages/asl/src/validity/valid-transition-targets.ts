import { hasUnknownName, transitionFields } from '../analysis';
import { nearest } from '../expressions';
import { scopesOf, statesOf, type Field, type Scope } from '../syntax';
import { changeTo, type ValidityCheck } from './problem';

/** How many names are looked at in search of what was meant: thousands of mistakes would take more time than patience. */
const mostComparisons = 20_000;

/** StartAt, Next and Default must name a state of the same States object. */
export const validTransitionTargets: ValidityCheck = function* (machine) {
  const allNames = new Set(statesOf(machine).map(({ name }) => name));
  let comparisons = 0;
  for (const scope of scopesOf(machine)) {
    if (scope.field('States')?.value.kind !== 'object' || scope.states.some(hasUnknownName)) continue;
    const names = new Set(scope.states.map(({ name }) => name));
    for (const field of targetFieldsOf(scope)) {
      const { value } = field;
      if (value.kind !== 'string' || field.isUnknown || names.has(value.value)) continue;
      const isElsewhere = allNames.has(value.value);
      if (!isElsewhere) comparisons += names.size;
      const meant = isElsewhere || comparisons > mostComparisons ? undefined : nearest(value.value, names);
      const suggestion = meant === undefined ? undefined : changeTo(meant, value);
      yield {
        message: `"${field.name}" names "${value.value}", ${faultOf(isElsewhere, meant)}`,
        range: value.range,
        aws: {
          code: 'MISSING_TRANSITION_TARGET',
          // AWS says 'Next' for StartAt and Default, too.
          message: `Missing 'Next' target: ${value.value}`,
          location: field.location,
        },
        ...(suggestion && { suggestion }),
      };
    }
  }
};

function targetFieldsOf(scope: Scope): readonly Field[] {
  const startAt = scope.field('StartAt');
  return [...(startAt ? [startAt] : []), ...scope.states.flatMap(transitionFields)];
}

function faultOf(isElsewhere: boolean, meant: string | undefined): string {
  if (isElsewhere) {
    return 'a state of another "States" object, and no transition enters or leaves a branch or an item processor; name a state of the same object';
  }
  return meant === undefined
    ? 'which is not a state; add it to "States", or name a state that is there'
    : `which is not a state; did you mean "${meant}"?`;
}
