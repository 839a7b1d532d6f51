import {
  assignednessOf,
  parseStateMachine,
  parseText,
  unusedVariablesOf,
  variableReadsOf,
  type StateMachine,
} from '../../../src';

const machineOf = (States: object): StateMachine =>
  parseStateMachine(
    parseText(JSON.stringify({ QueryLanguage: 'JSONata', StartAt: Object.keys(States)[0], States }), 'json').root!,
  );
const pass = (more: object) => ({ Type: 'Pass', ...more });

describe('variableReadsOf', () => {
  const readsOf = (Output: string) =>
    variableReadsOf(machineOf({ A: pass({ Output: `{% ${Output} %}`, End: true }) })).map(({ name, mustHaveValue }) => [
      name,
      mustHaveValue,
    ]);

  test.each<[string, readonly string[]]>([
    ['"Order " & $a & " of " & $b.name', ['a', 'b']],
    ['{ "text": ["x" & $a] }', ['a']],
    ['$trim("x" & ($a + 1))', ['a']],
    ['"x" & $a = "xy"', []],
    ['$a', []],
  ])('the texts of %s are joined with %j', (Output, expected) => {
    const reads = variableReadsOf(machineOf({ A: pass({ Output: `{% ${Output} %}`, End: true }) }));
    expect(reads.filter(({ isJoined }) => isJoined).map(({ name }) => name)).toEqual(expected);
  });

  test.each<[string, unknown]>([
    ['$a', [['a', true]]],
    ['$a.b[0].c', [['a', true]]],
    ['($a)', [['a', true]]],
    ['-$a', [['a', true]]],
    [
      '$a + $b * 2',
      [
        ['a', true],
        ['b', true],
      ],
    ],
    ['$a > 1', [['a', true]]],
    ['$a[]', [['a', true]]],
    ['$a = 1', [['a', false]]],
    ['$a & "x"', [['a', false]]],
    ['$a ? 1 : 2', [['a', false]]],
    ['$uppercase($a)', [['a', true]]],
    ['$a ~> $split("-")', [['a', true]]],
    ['$contains($string($a.b), "x")', [['a', true]]],
    [
      '$replace($a, "x", $b)',
      [
        ['a', true],
        ['b', false],
      ],
    ],
    ['$append($a, 1)', [['a', false]]],
    ['[$a]', [['a', false]]],
    ['$count($a)', [['a', false]]],
    ['$states.input[id = $a]', [['a', false]]],
    ['$map([1], $string)', []],
    ['($a := 1; $a)', []],
    ['function($a) { $a }(1)', []],
  ])('%s', (text, expected) => {
    expect(readsOf(text)).toEqual(expected);
  });
});

test('a wide machine with many variables takes time in proportion', () => {
  const count = 1_000;
  const states = Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `S${index}`,
      pass({
        Assign: { [`v${index % 100}`]: 1 },
        Output: `{% $v${(index + 50) % 100} %}`,
        ...(index < count - 1 ? { Next: `S${index + 1}` } : { End: true }),
      }),
    ]),
  );
  const machine = machineOf(states);
  const kinds = variableReadsOf(machine).map((read) => assignednessOf(read).kind);
  expect(kinds.filter((kind) => kind === 'later')).toHaveLength(50);
  expect(kinds.filter((kind) => kind === 'assigned')).toHaveLength(count - 50);
  expect(unusedVariablesOf(machine)).toEqual([]);
});
