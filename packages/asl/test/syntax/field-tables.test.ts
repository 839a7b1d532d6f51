import { comparisonOperators, nodeClasses, stateClasses, visitorKeys } from '../../src';

const everywhere = ['Type', 'Comment', 'QueryLanguage'];
const flow = ['InputPath', 'OutputPath', 'Output'];
const on = ['Next', 'End'];
const result = ['ResultPath', 'ResultSelector', 'Assign'];
const recovery = ['Retry', 'Catch'];

/** What AWS accepts, measured on it for every field on every state (badmintoncryer/cdk-preflight, 2026-09-05). */
const accepted: Record<string, readonly string[]> = {
  Pass: [...flow, ...on, 'Result', 'ResultPath', 'Parameters', 'Assign'],
  Task: [
    ...[...flow, ...on, ...result, ...recovery, 'Parameters', 'Arguments', 'Resource', 'Credentials'],
    ...['TimeoutSeconds', 'TimeoutSecondsPath', 'HeartbeatSeconds', 'HeartbeatSecondsPath'],
  ],
  Wait: [...flow, ...on, 'Assign', 'Seconds', 'Timestamp', 'SecondsPath', 'TimestampPath'],
  Parallel: [...flow, ...on, ...result, ...recovery, 'Parameters', 'Arguments', 'Branches'],
  Map: [
    ...[...flow, ...on, ...result, ...recovery, 'Parameters', 'ItemProcessor', 'Iterator', 'ItemsPath', 'Items'],
    ...['ItemSelector', 'ItemReader', 'ItemBatcher', 'ResultWriter', 'Label', 'MaxConcurrency', 'MaxConcurrencyPath'],
    ...['ToleratedFailurePercentage', 'ToleratedFailurePercentagePath'],
    ...['ToleratedFailureCount', 'ToleratedFailureCountPath'],
  ],
  Choice: [...flow, 'Assign', 'Choices', 'Default'],
  Succeed: flow,
  Fail: ['Error', 'Cause', 'ErrorPath', 'CausePath'],
};

test.each(Object.entries(stateClasses))('a %s state has the fields that AWS accepts', (type, { table }) => {
  expect(Object.keys(table).sort()).toEqual([...everywhere, ...accepted[type]!].sort());
});

test('there are 39 operators', () => {
  expect(Object.keys(comparisonOperators)).toHaveLength(39);
});

test('fields that exclude one another are fields of the node', () => {
  for (const { table, exclusive } of Object.values(nodeClasses)) {
    for (const { fields } of exclusive) expect(Object.keys(table)).toEqual(expect.arrayContaining([...fields]));
  }
});

test.each([
  ['AslDocument', ['machines']],
  ['StateMachine', ['fields', 'states']],
  ['MapState', ['fields', 'retry', 'catch', 'itemProcessor', 'itemReader', 'itemBatcher', 'resultWriter']],
  ['ChoiceRule', ['fields', 'and', 'or', 'not']],
  ['ItemProcessor', ['fields', 'states', 'processorConfig']],
  ['PassState', ['fields']],
  ['Field', ['expressions']],
  ['Expression', []],
])('walkers find the children of a %s', (type, keys) => {
  expect(visitorKeys[type]).toEqual(keys);
});

test('walkers know every node', () => {
  expect(Object.keys(visitorKeys)).toEqual(['AslDocument', ...Object.keys(nodeClasses), 'Field', 'Expression']);
});
