import {
  checkStateMachine,
  parseStateMachine,
  parseText,
  statesOf,
  withoutSource,
  type Located,
  type State,
} from '@stepproof/asl';
import { locatedValue } from '../../plan/located-value';
import { TestStateError, validationException } from './test-state-types';

/** What a state that is tested alone is called, in messages and in the context object (recorded). */
export const loneStateName = 'StateName';

/** Problems that a state has only for want of the machine around it. */
const machineCodes: ReadonlySet<string> = new Set(['MISSING_TRANSITION_TARGET', 'MISSING_END_STATE']);

/** Finds the state of a request, and refuses it with AWS's words if CreateStateMachine would refuse the definition. */
export function testedState(definition: string | object, stateName: string | undefined): State {
  const located = locatedOf(definition);
  const machine = parseStateMachine(stateName === undefined ? machineAround(located) : located);
  const problems = checkStateMachine(machine, { workflowType: 'STANDARD' })
    .flatMap(({ aws }) => aws ?? [])
    .filter(({ code }) => stateName !== undefined || !machineCodes.has(code));
  if (problems.length > 0) {
    const summary = problems.map(({ code, message, location }) => `${code}: ${message} at ${location ?? 'null'}`);
    throw new TestStateError('InvalidDefinition', `Invalid State Machine Definition: '${summary.join(', ')}'`);
  }
  const name = stateName ?? loneStateName;
  const state = [...statesOf(machine)].find((candidate) => candidate.name === name);
  if (!state) throw validationException('State not found in definition');
  return state;
}

function locatedOf(definition: string | object): Located {
  if (typeof definition !== 'string') return locatedValue(withoutSource(definition));
  const { root, problems } = parseText(definition, 'json');
  const [problem] = problems;
  if (root && !problem) return root;
  const message = problem?.message ?? 'Definition must be a valid JSON object';
  throw new TestStateError(
    'InvalidDefinition',
    `Invalid State Machine Definition: 'INVALID_JSON_DESCRIPTION: ${message}'`,
  );
}

function machineAround(state: Located): Located {
  const { range } = state;
  const name = { kind: 'string', value: loneStateName, range, at: () => range[0] } as const;
  const key = (value: string) => ({ ...name, value });
  const states: Located = { kind: 'object', range, entries: [{ key: name, value: state }] };
  return {
    kind: 'object',
    range,
    entries: [
      { key: key('StartAt'), value: name },
      { key: key('States'), value: states },
    ],
  };
}
