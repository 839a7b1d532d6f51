import { literalSubstitutions, substitute } from '../../src/documents/substitutions';
import { parseText } from '../../src/text/parse-text';
import { toJson } from '../../src/text/value';
import { definitionOf, onlyMachine, written } from './reading';

test('only literal values are known', () => {
  const { root } = parseText(
    '{A: x, B: 5, C: true, D: !Ref E, F: "${self:x}", G: null, H: "{{resolve:ssm:x}}"}',
    'yaml',
  );
  expect([...literalSubstitutions(root)]).toEqual([
    ['A', 'x'],
    ['B', 5],
    ['C', true],
  ]);
  expect(literalSubstitutions(undefined).size).toBe(0);
});

const values = new Map<string, string | number | boolean>([
  ['Name', 'pay'],
  ['Count', 5],
  ['Text', '7'],
  ['Flag', false],
  ['Quoted', 'say "hi"'],
  ['Arn', 'arn:aws:sns:us-east-1:123456789012:topic'],
]);

test.each([
  ['"${Name}"', 'pay'],
  ['"a-${Name}-${Count}-${Flag}"', 'a-pay-5-false'],
  ['"${Count}"', '5'],
  ['${Count}', 5],
  ['${Text}', 7],
  ['${Flag}', false],
  ['${Arn}', 'arn:aws:sns:us-east-1:123456789012:topic'],
  ['${Quoted}', '${Quoted}'],
  ['"${Quoted}"', 'say "hi"'],
  ['"${Unknown}${Name}"', '${Unknown}pay'],
  ['${Unknown}', '${Unknown}'],
  ['"${ Name }"', 'pay'],
  ['"${!Name}"', '${!Name}'],
  ['{"${Name}": ["${Name}"]}', { pay: ['pay'] }],
])('%s', (text, expected) => {
  for (const format of ['json', 'yaml'] as const) {
    expect(toJson(substitute(parseText(text, format).root!, values))).toEqual(expected);
  }
});

test('what is put in stands at its placeholder, the rest where it is', () => {
  const text = '{"a": "x${Name}yz"}';
  const root = substitute(parseText(text, 'json').root!, values);
  const value = root.kind === 'object' ? root.entries[0]!.value : root;
  if (value.kind !== 'string') throw new Error(`a string is expected, not ${value.kind}`);
  expect(value.value).toBe('xpayyz');
  expect(Array.from({ length: 7 }, (_, index) => text[value.at(index)]).join('')).toBe('x$$$yz"');
  expect(written(text, value.range)).toBe('"x${Name}yz"');
});

test('the declaration of a definition file is put in', () => {
  const text =
    '{"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": ${Count}, "Comment": "${Name}", "End": true}}}';
  const machine = onlyMachine('a.asl.json', text, { declaration: { substitutions: values } });
  expect(definitionOf(machine)).toEqual({
    StartAt: 'A',
    States: { A: { Type: 'Wait', Seconds: 5, Comment: 'pay', End: true } },
  });
  expect(written(text, machine.states[0]!.field('Seconds')!.value.range)).toBe('${Count}');
});
