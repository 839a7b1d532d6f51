import { parseStateMachine, parseText, validityChecks } from '../../src';

test('of one cause AWS lists all consequences, which are marked as such', () => {
  const state = { Type: 'Pass', Output: {} };
  const text = JSON.stringify({ StartAt: 'A', States: { A: { ...state, Next: 'B' }, B: { ...state, End: true } } });
  const machine = parseStateMachine(parseText(text, 'json').root!);
  const problems = [...validityChecks['valid-query-language'](machine, { workflowType: 'STANDARD' })];
  expect(problems.map(({ aws, isConsequence }) => [aws?.location, isConsequence])).toEqual([
    ['/States/A', undefined],
    ['/States/B', true],
  ]);
});
