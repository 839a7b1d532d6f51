import { dataGapsOf, describeGap, describeWay, isErrorOutput } from '../../../src/analysis';
import { machineOf } from '../machines';

const work = { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:work' };

const machine = machineOf({
  Start: { Type: 'Pass', Result: { order: { id: 1 } }, Next: 'Work' },
  Work: { ...work, ResultPath: '$.r', Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Use' }], Next: 'Use' },
  Use: { Type: 'Pass', Parameters: { 'id.$': '$.order.id', 'x.$': "$['order']['i d']" }, Next: 'Ask' },
  Ask: { Type: 'Choice', Choices: [{ Variable: '$.never', IsPresent: true, Next: 'Ask' }], Default: 'Ask' },
});

test('a path that leads to nothing is found with all its ways, a test is none', () => {
  expect(
    dataGapsOf(machine).map((found) => [
      found.read.path,
      found.ways,
      found.reads.length,
      isErrorOutput(found.gap.holder),
      describeWay(found.read.world.trail, found.read.state.name),
    ]),
  ).toEqual([
    ['$.order.id', 'some', 1, true, '"Start" > "Work" (Catch) > "Use"'],
    ["$['order']['i d']", 'every', 2, true, '"Start" > "Work" (Catch) > "Use"'],
  ]);
});

test('what is missing is described by the place where the path comes to an end', () => {
  const inBrackets = machineOf({
    Start: { Type: 'Pass', Result: { order: { id: 1, items: [] } }, Next: 'Use' },
    Use: { Type: 'Pass', Parameters: { 'x.$': "$['order']['i d']", 'y.$': '$.order.items[0].id' }, End: true },
  });
  expect(dataGapsOf(inBrackets).map(describeGap)).toEqual([
    '"$[\'order\']" is the Result of "Start" and has no "i d"; did you mean "id"?',
    '"$.order.items" has 0 elements; use what has elements',
  ]);
});
