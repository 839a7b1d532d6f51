import { stabilityOf } from '../../../src/services/idempotency/stability';
import { parseText } from '../../../src/text';

const stability = (value: unknown, isPath = false) =>
  stabilityOf(parseText(JSON.stringify(value), 'json').root!, isPath);

test.each([
  '$.orderId',
  '$token',
  '$$.Execution.Id',
  '$$.Map.Item.Index',
  '$$.State.Name',
  "States.Format('{}-{}', $$.Execution.Name, $$.State.Name)",
  "States.Hash($.key, 'SHA-256')",
  'States.MathRandom(1, 9, 42)',
  "States.Format('call States.UUID() {}', $.x)",
])('path %s is stable', (text) => {
  expect(stability(text, true)).toBe('stable');
});

test.each([
  ['States.UUID()', 'States.UUID()'],
  ["States.Format('{}-{}', $.id, States.UUID())", 'States.UUID()'],
  ['States.MathRandom(1, 9)', 'States.MathRandom()'],
  ['$$.State.RetryCount', '$$.State.RetryCount'],
  ["$$['State']['EnteredTime']", "$$['State']['EnteredTime']"],
  ["States.Format('{}', $$.State.EnteredTime)", '$$.State.EnteredTime'],
  ['$$.State', '$$.State'],
  ['$$.Task.Token', '$$.Task.Token'],
])('path %s changes by %s', (text, changesBy) => {
  expect(stability(text, true)).toEqual({ changesBy });
});

test.each([
  '{% $states.input.id %}',
  '{% $states.context.Execution.Id & $states.context.State.Name %}',
  '{% $random(7) %}',
  "{% 'no $uuid() here' %}",
  '{% ($now := 1; $now) %}',
  'no expression: $uuid()',
])('%s is stable', (text) => {
  expect(stability(text)).toBe('stable');
});

test.each([
  ['{% $uuid() %}', '$uuid()'],
  ["{% $states.input.id & '-' & $string($millis()) %}", '$millis()'],
  ['{% $now() %}', '$now()'],
  ['{% $random() %}', '$random()'],
  ['{% $states.context.State.RetryCount %}', '$states.context.State.RetryCount'],
  ['{% $states.context . State . EnteredTime %}', '$states.context.State.EnteredTime'],
  ['{% $hash($states.context.Task.Token) %}', '$states.context.Task.Token'],
])('%s changes by %s', (text, changesBy) => {
  expect(stability(text)).toEqual({ changesBy });
});

test.each(['${Token}', '{% ${x} %}', '{% broken( %}'])('%s is not known', (text) => {
  expect(stability(text)).toBe('unknown');
});

test('a path that is none is not known', () => {
  expect(stability('nonsense', true)).toBe('unknown');
});

test('an object is as stable as what is in it', () => {
  expect(stability({ a: 1, 'b.$': '$.b', c: ['x'] })).toBe('stable');
  expect(stability({ a: [{ 'b.$': 'States.UUID()' }], c: '${C}' })).toEqual({ changesBy: 'States.UUID()' });
  expect(stability({ a: 'States.UUID()', c: '${C}' })).toBe('unknown');
});
