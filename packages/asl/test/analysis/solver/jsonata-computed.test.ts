import { evaluateJsonata, parseJsonata } from '../../../src';
import { ruleFormula, solve, type Outcome } from '../../../src/analysis/solver';
import { patience } from '../../../src/analysis/solver/solve';
import { choiceOf, input, roots } from './choices';

const environment = { now: () => 0, uuid: () => '', random: () => 0 };

const solved = (code: string, outcome: Outcome) => {
  const choice = choiceOf([{ Condition: `{% ${code} %}` }], { QueryLanguage: 'JSONata' });
  return solve(ruleFormula(choice.choices[0]!, roots), outcome);
};

/** What the condition gives for the data that is solved for; the kind of the solution where there is none. */
function confirmed(code: string, outcome: Outcome): unknown {
  const solution = solved(code, outcome);
  if (solution.kind !== 'witness') return solution.kind;
  const data = solution.values.has(input) ? solution.values.get(input)! : {};
  const result = evaluateJsonata(parseJsonata(`{% ${code} %}`).value!, { states: { input: data } }, environment);
  return result.kind === 'value' ? result.value : result.kind;
}

describe('finds data for what people write:', () => {
  test.each([
    // Numbers.
    '$states.input.x + 1 > 5',
    '10 - $states.input.x / 3 >= 1.5',
    '$states.input.x % 2 = 0',
    '$states.input.x + $states.input.y = 7',
    '$states.input.total > $states.input.limit * 2',
    '$number($states.input.s) > 5',
    '$round($states.input.x, 1) = 3.1',
    '$power($states.input.x, 2) = 9',
    // Texts.
    '$length($states.input.name) >= 3 and $length($states.input.name) < 5',
    '$uppercase($states.input.status) in ["FAILED", "ABORTED"]',
    '$contains($states.input.s, "abc") and $not($contains($states.input.s, "abcd"))',
    '$contains($states.input.s, /^[A-Z]{3}-\\d+$/)',
    '$match($states.input.v, /v(\\d+)/).groups[0] = "2"',
    '$substring($states.input.s, 3) = "abc"',
    '$states.input.a & "/" & $states.input.b = "x/y"',
    '$split($states.input.arn, ":")[5] = "prod"',
    '$count($split($states.input.s, ",")) > 2',
    '$parse($states.input.body).items[0].id = "x"',
    '$toMillis($states.input.t) > 1700000000000',
    '$toMillis($states.input.t) > $toMillis($states.input.u)',
    '$states.input.s ~> $lowercase ~> $trim = "x"',
    // Lists and objects.
    '$count($states.input.items) > 2',
    '$count($states.input.items[status = "FAILED"]) > 2',
    '$exists($states.input.items[status = "FAILED" and retries > 3])',
    '$states.input.tags[Key = "env"].Value = "prod"',
    '$count($filter($states.input.items, function($v) { $v.status = "FAILED" })) > 0',
    '$map($states.input.l, function($v) { $v * 2 })[0] = 8',
    '$reduce($states.input.l, function($a, $b) { $a + $b }) > 10',
    '$sum($states.input.items.price) > 100',
    '"x" in $states.input.list',
    '$count($append($states.input.l, ["x"])) > 2',
    '$merge([{"k": 1}, $states.input.a]).k = 2',
    '$lookup($states.input.o, "k") = 3',
    '$keys($states.input.map)[0] = "a"',
    '$states.input.a^(x)[0].x = 3',
    // Choices and blocks.
    '$states.input.kind = "a" ? $states.input.x > 1 : $states.input.y > 1',
    '($x := $states.input.x; $y := $x * 2; $y > 10 and $x < 20)',
  ])('%s', (code) => {
    expect([confirmed(code, 'true'), confirmed(code, 'false')]).toEqual([true, false]);
  });
});

test.each([
  '$states.input.x + 1 > 5 and $states.input.x < 4',
  '-$states.input.x > 3 and $states.input.x >= -3',
  '$floor($states.input.x) = 1.5',
  '$length($states.input.s) > 3 and $states.input.s = "abc"',
  '$length($states.input.s) = 1 and $contains($states.input.s, "ab")',
  '$contains($states.input.s, "abc") and $not($contains($states.input.s, "b"))',
  '$count($states.input.l) > 2 and $type($states.input.l) = "string"',
  '$sum($states.input.l) > 5 and $sum($states.input.l) < 3',
  '$lowercase($states.input.s) = 1',
  '($states.input.a ? "x" : "y") = "z"',
  '($n := $states.input.n + 1; $n > 3 and $n < 2)',
  '{"a": $states.input.x}.a = 1 and $states.input.x = 2',
])('proves that it cannot be: %s', (code) => {
  expect(solved(code, 'true').kind).toBe('impossible');
});

test('a variable that has the name of a function is the variable', () => {
  const choice = choiceOf([{ Condition: '{% $count & "x" = "3x" %}' }], { QueryLanguage: 'JSONata' });
  const variables = { ...roots, variable: () => ({ kind: 'constant' as const, value: 3 }) };
  expect(solve(ruleFormula(choice.choices[0]!, variables)).kind).toBe('witness');
  const called = choiceOf([{ Condition: '{% $count([]) = 0 %}' }], { QueryLanguage: 'JSONata' });
  expect(solve(ruleFormula(called.choices[0]!, variables)).kind).toBe('impossible');
});

describe('expressions that take long', () => {
  const slow = 'function($i) { $i * $states.input.x }';

  test('are tried a few times, and then nothing is known', () => {
    const { code, budget } = { code: `$sum($map([1..20000], ${slow})) = 12345`, budget: patience() };
    const choice = choiceOf([{ Condition: `{% ${code} %}` }], { QueryLanguage: 'JSONata' });
    expect(solve(ruleFormula(choice.choices[0]!, roots), 'true', budget).kind).toBe('unknown');
    // Samples would be left.
    expect(budget.tries.left).toBeGreaterThan(300);
    expect(budget.tries.effort.steps).toBeLessThanOrEqual(0);
  });

  test('are no proof of anything', () => {
    expect(solved('$count($map([1..20000], function($i) { 1 })) = 20000', 'true').kind).not.toBe('impossible');
    expect(solved('$count($map([1..20000], function($i) { 1 })) = 20000', 'fails').kind).toBe('unknown');
  });
});
