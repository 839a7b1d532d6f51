import { asksAgain, asksFunction, mayCount } from '../../../src/analysis';
import { call, machineOf, pass } from '../machines';

const lambda = (name: string) => ({
  Type: 'Task',
  Resource: `arn:aws:lambda:us-east-1:123456789012:function:${name}`,
  End: true,
});
const only = (definition: object, name = 'A') => machineOf({ [name]: definition }).states[0]!;
const reads = (Parameters: unknown) => call('aws-sdk:s3:listObjectsV2', { Parameters, End: true });

test.each([
  ['a read', reads({ Bucket: 'b' }), true],
  ['a page', reads({ Bucket: 'b', 'ContinuationToken.$': '$.next' }), false],
  ['a page inside', reads({ Bucket: 'b', More: { Marker: 'm' } }), false],
  ['parameters that the run makes', reads('{% $states.input %}'), false],
  ['no parameters', call('aws-sdk:s3:listBuckets'), false],
  ['an effect', call('sqs:sendMessage', { Parameters: {}, End: true }), false],
  ['a job', call('glue:startJobRun.sync', { Parameters: {}, End: true }), false],
  ['a function', lambda('status'), false],
  ['no call', pass('A'), false],
])('asksAgain: %s', (_, definition, asks) => {
  expect(asksAgain(only(definition))).toBe(asks);
});

test.each([
  ['A', lambda('check-status'), true],
  ['Check status', lambda('f'), true],
  ['Poll', call('lambda:invoke'), true],
  ['Import rows', lambda('importer'), false],
  ['Check status', { ...lambda('f'), Resource: '${Function}' }, false],
  ['Check status', call('lambda:invoke.waitForTaskToken'), false],
  ['Check status', pass('A'), false],
])('asksFunction: %s %j', (name, definition, asks) => {
  expect(asksFunction(only(definition, name))).toBe(asks);
});

const chosen = (rule: object) => ({ Type: 'Choice', Choices: [{ ...rule, Next: 'A' }] });
const jsonata = (Condition: string) => ({ ...chosen({ Condition }), QueryLanguage: 'JSONata' });

test.each([
  ['a text', chosen({ Variable: '$.s', StringEquals: 'DONE' }), false],
  ['a number', chosen({ Variable: '$.n', NumericLessThan: 5 }), true],
  ['a number inside', chosen({ Not: { Variable: '$.n', NumericLessThan: 5 } }), true],
  ['a time', chosen({ Variable: '$.t', TimestampGreaterThanPath: '$.end' }), true],
  ['a text in JSONata', jsonata("{% $states.input.s = 'DONE' %}"), false],
  ['texts in JSONata', jsonata("{% $states.input.s in ['DONE', 'FAILED'] %}"), false],
  ['a member in JSONata', jsonata('{% $exists($states.input.next) %}'), false],
  ['a variable in JSONata', jsonata('{% $n = $limit %}'), true],
  ['a number in JSONata', jsonata('{% $n < 5 %}'), true],
  ['a number of rounds in JSONata', jsonata('{% $n = 5 %}'), true],
  ['MathAdd', { Type: 'Pass', Parameters: { 'n.$': 'States.MathAdd($.m, 1)' }, Next: 'A' }, true],
  ['a count that nothing reads', { Type: 'Pass', Parameters: { 'n.$': 'States.MathAdd($.n, 1)' }, Next: 'A' }, false],
  [
    'a count that something reads',
    { Type: 'Pass', Parameters: { 'n.$': 'States.MathAdd($.n, 1)', 'm.$': '$.n' }, Next: 'A' },
    true,
  ],
  [
    'an index from the end',
    { Type: 'Pass', QueryLanguage: 'JSONata', Assign: { n: '{% $list[-1] %}' }, Next: 'A' },
    false,
  ],
  ['a sum in JSONata', { Type: 'Pass', QueryLanguage: 'JSONata', Assign: { n: '{% $m + 1 %}' }, Next: 'A' }, true],
  ['a time of the run', { Type: 'Pass', Parameters: { 'at.$': '$$.Execution.StartTime' }, Next: 'A' }, true],
  ['a time of a job', { Type: 'Pass', Parameters: { 'at.$': '$.job.StartTime' }, Next: 'A' }, false],
  ['other values', { Type: 'Pass', Parameters: { 'n.$': '$.n' }, Next: 'A' }, false],
])('mayCount: %s', (_, definition, counts) => {
  expect(mayCount([only(definition)])).toBe(counts);
});
