import { parseStateMachine, parseText, validityChecks } from '../../src';
import { awsAnswers } from './aws-answers';

const machine = (States: Readonly<Record<string, object>>) => ({ StartAt: Object.keys(States)[0], States });
const end = { Type: 'Pass', End: true };
const pass = (Next: string) => ({ Type: 'Pass', Next });

/** The four checks of states and transitions, whose answers depend on one another. */

test('no-unreachable-state', () => {
  expect(awsAnswers('no-unreachable-state', machine({ A: end, B: end }))).toEqual([
    ['MISSING_TRANSITION_TARGET', 'State "B" is not reachable.', '/States/B'],
  ]);
});

test('require-terminal-state: AWS names no place, and does not look for unreachable states then', () => {
  const endless = machine({ A: pass('A'), B: pass('B') });
  expect(awsAnswers('require-terminal-state', endless)).toEqual([
    ['MISSING_END_STATE', 'Workflow has no terminal state'],
  ]);
  expect(awsAnswers('no-unreachable-state', endless)).toEqual([]);
});

test('a terminal state that is out of reach makes the answer another one', () => {
  const endless = machine({ A: pass('A'), B: end });
  expect(awsAnswers('require-terminal-state', endless)).toEqual([]);
  expect(awsAnswers('no-unreachable-state', endless)).toEqual([
    ['MISSING_TRANSITION_TARGET', 'State "B" is not reachable.', '/States/B'],
  ]);
});

test('valid-transition-targets: missing targets are reported beside a missing end, always as "Next"', () => {
  const definition = {
    StartAt: 'First',
    States: {
      A: { Type: 'Task', Next: 'B', Catch: [{ Next: 'C' }] },
      D: { Type: 'Choice', Choices: [{ Next: 'E' }], Default: 'F' },
      G: { Type: 'Parallel', Branches: [{ StartAt: 'H', States: { I: pass('A') } }], Next: 'I' },
    },
  };
  expect(awsAnswers('valid-transition-targets', definition).toSorted()).toEqual(
    [
      ['First', '/StartAt'],
      ['B', '/States/A/Next'],
      ['C', '/States/A/Catch[0]/Next'],
      ['E', '/States/D/Choices[0]/Next'],
      ['F', '/States/D/Default'],
      ['H', '/States/G/Branches[0]/StartAt'],
      ['A', '/States/G/Branches[0]/States/I/Next'],
      ['I', '/States/G/Next'],
    ]
      .map(([target, location]) => ['MISSING_TRANSITION_TARGET', `Missing 'Next' target: ${target}`, location])
      .sort(),
  );
  expect(awsAnswers('require-terminal-state', definition)).toContainEqual([
    'MISSING_END_STATE',
    'Workflow has no terminal state',
  ]);
});

test('thousands of missing targets are all reported, and the first ones with a suggestion', () => {
  const names = Array.from({ length: 5_000 }, (_, index) => `A state with a long name ${index}`);
  const text = JSON.stringify(machine(Object.fromEntries(names.map((name) => [name, pass(`${name}x`)]))));
  const parsed = parseStateMachine(parseText(text, 'json').root!);
  const problems = [...validityChecks['valid-transition-targets'](parsed, { workflowType: 'STANDARD' })];
  expect(problems).toHaveLength(5_000);
  expect(problems[0]!.suggestion?.text).toBe(names[0]);
  expect(problems.at(-1)!.suggestion).toBeUndefined();
});

test('unique-state-names and valid-state-names', () => {
  const long = 'x'.repeat(81);
  const parallel = { Type: 'Parallel', Branches: [machine({ A: end, [long]: end })], End: true };
  expect(awsAnswers('unique-state-names', machine({ A: parallel }))).toEqual([
    ['DUPLICATE_STATE_NAME', 'Duplicate state name: A', '/States/A/Branches[0]/States/A'],
  ]);
  expect(awsAnswers('valid-state-names', machine({ A: parallel }))).toEqual([
    [
      'INVALID_STATE_NAME',
      `State name must be between 1 and 80 characters long: "${long}"`,
      `/States/A/Branches[0]/States/${long}`,
    ],
  ]);
});
