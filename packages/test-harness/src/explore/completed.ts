import type { Json } from '@stepproof/asl';
import type { TaskOutcome } from '../tasks/task-call';
import type { ResultPool, Scenario } from './scenario';

/**
 * A scenario of the solver has no more than its path demands; what comes behind the path needs more. The rest is taken from
 * values as the machine expects them.
 */
export function completed({ input, outcomes, ...rest }: Scenario, typicalInput: Json, pool: ResultPool): Scenario {
  const withResult = (state: string, outcome: TaskOutcome): TaskOutcome =>
    'result' in outcome ? { ...outcome, result: over(fullest(pool.get(state) ?? []), outcome.result) } : outcome;
  return {
    input: over(typicalInput, input),
    outcomes: Object.fromEntries(
      Object.entries(outcomes).map(([state, calls]) => [state, calls.map((outcome) => withResult(state, outcome))]),
    ),
    ...rest,
  };
}

/** The one that says most. */
const fullest = (values: readonly Json[]): Json | undefined =>
  values.reduce<Json | undefined>((most, value) => (textLength(value) > textLength(most) ? value : most), undefined);

const textLength = (value: Json | undefined): number => (value === undefined ? 0 : JSON.stringify(value).length);

/**
 * The demanded value, with the members of the other that it does not have. Where only something is demanded, and an object
 * is typical, it is that; a JSON text is more than something.
 */
function over(typical: Json | undefined, demanded: Json): Json {
  if (isArray(typical) && isArray(demanded)) return demanded.map((item) => over(typical[0], item));
  if (isObject(typical) && typeof demanded === 'string' && !/^[[{]/.test(demanded)) return typical;
  if (!isObject(typical) || !isObject(demanded)) return demanded;
  const names = [...new Set([...Object.keys(typical), ...Object.keys(demanded)])];
  return Object.fromEntries(
    names.map((name) => [name, Object.hasOwn(demanded, name) ? over(typical[name], demanded[name]!) : typical[name]!]),
  );
}

const isArray = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

const isObject = (value: Json | undefined): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !isArray(value);
