import { parseStateMachine, type Scope, type State, type StateMachine } from '../../src/syntax';
import { parseText } from '../../src/text';

/** A machine from its text or its States; it begins with the first of them. */
export function machineOf(source: string | Readonly<Record<string, object>>): StateMachine {
  const text =
    typeof source === 'string' ? source : JSON.stringify({ StartAt: Object.keys(source)[0], States: source });
  return parseStateMachine(parseText(text, 'json').root!);
}

export const namesOf = (states: Iterable<State | undefined>): (string | undefined)[] =>
  [...states].map((state) => state?.name);

/** The first scope inside the state of that name. */
export function scopeInside(machine: StateMachine, name: string): Scope {
  const state = machine.state(name);
  if (state?.type === 'ParallelState') return state.branches[0]!;
  if (state?.type === 'MapState') return state.itemProcessor!;
  throw new Error(`"${name}" holds no scope`);
}

export const succeed = { Type: 'Succeed' };
export const pass = (Next: string) => ({ Type: 'Pass', Next });
export const choice = (...targets: string[]) => ({ Type: 'Choice', Choices: targets.map((Next) => ({ Next })) });
export const call = (action: string, more: object = { End: true }) => ({
  Type: 'Task',
  Resource: `arn:aws:states:::${action}`,
  ...more,
});
