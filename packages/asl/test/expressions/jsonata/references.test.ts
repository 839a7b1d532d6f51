import { parseJsonata, unsupportedReferences } from '../../../src/expressions';

function parsed(code: string) {
  const { value, problems } = parseJsonata(`{% ${code} %}`);
  expect(problems).toEqual([]);
  return value!;
}

/** The texts that the spans of a list cover. */
function texts(code: string, found: readonly { start: number; end: number }[]): string[] {
  return found.map(({ start, end }) => `{% ${code} %}`.slice(start, end));
}

describe('references at the top level', () => {
  test.each([
    ['phone', ['phone']],
    ['phone.number', ['phone']],
    ['`my phone`', ['`my phone`']],
    ['$', ['$']],
    ['$$', ['$$']],
    ['$.a', ['$']],
    ['$$.a', ['$$']],
    ['a + b', ['a', 'b']],
    ['-a', ['a']],
    ['[a, {"k": b}]', ['a', 'b']],
    ['{c: 1}', ['c']],
    ['$count(items)', ['items']],
    ['a ? b : c', ['a', 'b', 'c']],
    ['($x := a; b)', ['a', 'b']],
    ['a[b > 1]', ['a']],
    ['(a).b', ['a']],
    ['[1..n]', ['n']],
    ['foo(1)', ['foo']],
    ['a ~> $count', ['a']],
    ['not_a_keyword and or', ['not_a_keyword', 'or']],
  ])('%s', (code, expected) => {
    expect(texts(code, parsed(code).references.topLevel)).toEqual(expected);
  });

  test.each([
    '$states.input.items[price > 5].name',
    '$states.input.items[$ > 5]',
    '$states.input.items.(price * quantity)',
    '$states.input.items.{"id": id, "all": $}',
    '$states.input.items{category: $sum(price)}',
    '$states.input.items^(>price, name)',
    '$map($states.input.items, function($v) { $v.price & currency })',
    '$states.input ~> |items|{"price": price * 2}, "secret"|',
    '$states.input ~> $merge([$, other])',
    '$x[category = "home"]{"n": $sum(value), category: {type: year}}',
    '$states.input.*[0]',
    '$states.input.items#$i[$i < 2].name',
    '{"key": 1, "other": "text"}',
    'true and false or null = null',
  ])('none in %s', (code) => {
    expect(unsupportedReferences(parsed(code))).toEqual([]);
  });

  test("are refused in AWS's words", () => {
    expect(unsupportedReferences(parsed('phone'))).toEqual([
      { message: "Reference to 'phone' at the top level is not supported.", start: 3, end: 8 },
    ]);
  });
});

describe('references to $states', () => {
  test.each([
    ['$states.input', [['input', '$states.input']]],
    ['$states.context.Execution.Id', [['context', '$states.context']]],
    ['$states.`input`.a', [['input', '$states.`input`']]],
    ['$states."input"', [['input', '$states."input"']]],
    [
      '$states.result + $states.errorOutput.Cause',
      [
        ['result', '$states.result'],
        ['errorOutput', '$states.errorOutput'],
      ],
    ],
    ['$states', [[undefined, '$states']]],
    ['$states.*', [[undefined, '$states']]],
    [
      '$merge([$states.input, $states])',
      [
        ['input', '$states.input'],
        [undefined, '$states'],
      ],
    ],
    ['$x[id = $states.input.id]', [['input', '$states.input']]],
    [
      '$states.input[0]{"a": $states.context}',
      [
        ['input', '$states.input'],
        ['context', '$states.context'],
      ],
    ],
    ['function($states) { $states.input }', []],
  ])('%s', (code, expected) => {
    const { states } = parsed(code).references;
    expect(states.map(({ member }, index) => [member, texts(code, states)[index]])).toEqual(expected);
  });
});

describe('references to variables', () => {
  test.each([
    ['$order.id', ['$order']],
    ['$a + $b', ['$a', '$b']],
    ['($x := $y; $x)', ['$y']],
    ['($count := $count + 1; $count)', ['$count']],
    ['$map($items, function($v, $i) { $v & $i & $suffix })', ['$items', '$suffix']],
    ['($f := function($n) { $n > 0 ? $f($n - 1) : $done }; $f(3))', ['$done']],
    ['($f := function() { $later }; $later := 1; $f())', []],
    ['(($inner := 1); $inner)', ['$inner']],
    ['$states.input.loans@$l.books@$b[$l.isbn = $b.isbn].{"title": $b.title, "of": $owner}', ['$owner']],
    ['$states.input.items#$i.{"at": $i}', []],
    ['$states.input ~> $f', ['$f']],
    ['$map($items, $uppercase)', ['$items', '$uppercase']],
    ['$x[$y][$z]', ['$x', '$y', '$z']],
    ['$variable := 1', []],
    ['$__proto__ & $constructor', ['$__proto__', '$constructor']],
  ])('%s', (code, expected) => {
    expect(texts(code, parsed(code).references.variables)).toEqual(expected);
  });
});

describe('calls', () => {
  test.each([
    ['$uuid()', [['uuid', 0]]],
    [
      '$sum([1, 2]) + $max(3, 4)',
      [
        ['sum', 1],
        ['max', 2],
      ],
    ],
    [
      '[1] ~> $map(function($v) { $string($v) })',
      [
        ['map', 2],
        ['string', 1],
      ],
    ],
    ['($f := function($x) { $x }; $f(1))', []],
    ['$substring(?, 0, 1)', [['substring', 3]]],
  ])('%s', (code, expected) => {
    expect(parsed(code).references.calls.map((call) => [call.name, call.arguments])).toEqual(expected);
  });
});
