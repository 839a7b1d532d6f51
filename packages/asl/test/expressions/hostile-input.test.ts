import fc from 'fast-check';
import {
  evaluateIntrinsic,
  evaluateJsonata,
  evaluatePath,
  intrinsicProblems,
  isDefinite,
  nearest,
  parseIntrinsic,
  parseJsonata,
  parseJsonPath,
  parseReferencePath,
  parseTimestamp,
  placeAt,
  unknownFunctions,
  unsupportedReferences,
  variableNameProblem,
  type ExpressionResult,
} from '../../src/expressions';
import type { Json } from '../../src/text';

const valid = [
  "$.store.book[?(@.price < 10 && @.x in ['a', {'b': [1]}])]..title[0,1]['a','b'][1:3].length()",
  '$$.Execution.Input.a\\.b[*].sum($.a, "x")',
  "States.Format('{} \\{\\} {}', $.a[?(@.b == 'c')].d, States.MathAdd(-1.5, $v))",
  '{% ($f := function($n) { $n ? $f($n - 1) : $states.input.items[price > 5]{id: name} }; $f(3) ~> $string()) %}',
  '{% $states.input.a@$x#$i[$x = ${Token}]^(>b) & `c d` & /re/i %}',
  '2024-02-29T12:00:00.123+01:00',
];

/** A valid expression with a few stretches of it cut out, doubled or replaced. */
const mutated = fc
  .tuple(
    fc.constantFrom(...valid),
    fc.array(fc.tuple(fc.nat(120), fc.nat(6), fc.string({ maxLength: 3, unit: 'binary' })), { maxLength: 4 }),
  )
  .map(([text, edits]) => edits.reduce((old, [at, cut, put]) => old.slice(0, at) + put + old.slice(at + cut), text));

const punctuation = fc.string({
  unit: fc.constantFrom(...Array.from('$.@[]()?*\'"\\{}%:,=!&|~<> aS1/`-')),
  maxLength: 30,
});
const texts = fc.oneof(fc.string({ unit: 'binary' }), punctuation, mutated);

const parsers: readonly (readonly [string, (text: string) => ExpressionResult<unknown>])[] = [
  ['parseJsonPath', parseJsonPath],
  ['parseReferencePath', (text) => parseReferencePath(text, { context: true, variable: true })],
  ['parseIntrinsic', parseIntrinsic],
  ['parseIntrinsic of an argument', (text) => parseIntrinsic(`States.Array(${text})`)],
  ['parseJsonata', parseJsonata],
  ['parseJsonata between delimiters', (text) => parseJsonata(`{%${text}%}`)],
  ['parseTimestamp', parseTimestamp],
];

describe.each(parsers)('%s', (_, parse) => {
  test('gives a value or problems inside the text, whatever the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { value, problems } = parse(text);
        expect(value === undefined).toBe(problems.length > 0);
        for (const { message, start, end } of problems) {
          expect(message).not.toBe('');
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          // Some of the parsers above get the text with up to 14 characters around it.
          expect(end).toBeLessThanOrEqual(text.length + 14);
        }
      }),
      { numRuns: 500 },
    );
  });
});

test('the analyses of what could be parsed do not throw either', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const jsonata = parseJsonata(`{%${text}%}`).value;
      if (jsonata) [...unsupportedReferences(jsonata), ...unknownFunctions(jsonata)].forEach(String);
      const call = parseIntrinsic(text).value;
      if (call) intrinsicProblems(call);
      const path = parseJsonPath(text).value;
      if (path) isDefinite(path);
      variableNameProblem(text);
      nearest(text, ['States.Array', text]);
    }),
    { numRuns: 500 },
  );
});

test('what could be parsed gives a value or says why not, whatever it is evaluated on', () => {
  const environment = { now: () => 0, uuid: () => 'uuid', random: () => 0 };
  fc.assert(
    fc.property(texts, fc.jsonValue(), (text, json) => {
      const input = json as Json;
      const roots = { input, context: input, variable: () => undefined };
      const path = parseJsonPath(text).value;
      if (path) expect(evaluatePath(path, roots)).toHaveProperty('found');
      const call = parseIntrinsic(text).value;
      if (call) expect(evaluateIntrinsic(call, roots, environment)).toHaveProperty('ok');
      const jsonata = parseJsonata(`{%${text}%}`).value;
      if (jsonata) expect(evaluateJsonata(jsonata, { states: { input } }, environment)).toHaveProperty('kind');
      const place = parseReferencePath(text).value;
      if (place) expect(placeAt(place, input, input)).toHaveProperty('placed');
    }),
    { numRuns: 500 },
  );
});

/** Long enough for a quadratic step to run into jest's time limit, and for unbounded recursion to overflow. */
const long = (unit: string) => unit.repeat(Math.ceil(200_000 / unit.length));

const pieces = [
  '(',
  '[',
  '{',
  '!',
  '.',
  '$',
  '${',
  '\\',
  "'",
  '"',
  '/',
  '/*',
  '/**/',
  '&&',
  '||',
  '@',
  ' ',
  'a',
  '.a',
  '[0]',
  ',',
  '[?(@',
  '[?(@.a[?(',
  'a.',
  'a[',
  '1+',
  '-',
  'States.Array(',
  '~>',
  'function(',
  '`',
  '%',
  '?',
  'a?',
  '((a)',
  '""&',
];

test.each(pieces)('%j over and over', (piece) => {
  const text = long(piece);
  for (const parse of [parseJsonPath, parseReferencePath, parseIntrinsic]) parse(text);
  for (const start of ['$', '$.', '$[?(', '$[?(@.a == ', "$['", '$[', '$.sum(']) parseJsonPath(start + text);
  for (const start of ['States.Array(', 'States.', "States.Array('", 'States.Array($.']) parseIntrinsic(start + text);
  for (const start of ['', '"', '$f(']) parseJsonata(`{%${start}${text}%}`);
  parseTimestamp(text);
  variableNameProblem(text);
  nearest(text, [text, 'a']);
});

test.each([
  ['$', '.a', ''],
  ['$', '..a', ''],
  ['$', '[0]', ''],
  ['$[', '0,', '0]'],
  ["$['", "\\'", "']"],
  ['$[?(', '@.a && ', '@.a)]'],
  ['$[?(@.a in [', '1,', '1])]'],
  ['$.sum(', '$.a,', '1)'],
])('%s%s...%s is a path', (start, piece, end) => {
  expect(parseJsonPath(start + long(piece) + end).problems).toEqual([]);
});

test.each([
  ["States.Array('", '{}', "')"],
  ["States.Array('", '\\{', "')"],
  ['States.Array(', '$.a,', '1)'],
  ['States.Array(', 'States.UUID(),', '1)'],
])('%s%s...%s is a call', (start, piece, end) => {
  const { value } = parseIntrinsic(start + long(piece) + end);
  expect(value && intrinsicProblems(value)).toEqual([]);
});

test.each([
  ['{%[', '$x,', '1]%}'],
  ['{%[', '${a},', '1]%}'],
  ['{%[', '${a}+$b,', '1]%}'],
  ['{%(', '$x := 1;', '$x)%}'],
  ['{%(', '$f := function($a) {$a};', '1)%}'],
])('%s%s...%s is JSONata', (start, piece, end) => {
  expect(parseJsonata(start + long(piece) + end).problems).toEqual([]);
});

describe('a pattern that backtracks without end', () => {
  const text = 'a'.repeat(60) + '!';
  const environment = { now: () => 0, uuid: () => '', random: () => 0 };

  test('ends an evaluation of JSONata as a loop without end does', () => {
    const { value } = parseJsonata('{% $match($states.input, /^(a+)+$/) %}');
    expect(evaluateJsonata(value!, { states: { input: text } }, environment)).toMatchObject({
      kind: 'error',
      message: 'Expression evaluation timeout: Check for infinite loop',
    });
  });

  test('is refused in a filter of a path', () => {
    const { value } = parseJsonPath('$[?(@ =~ /(a+)+/)]');
    const result = evaluatePath(value!, { input: [text], context: {}, variable: () => undefined });
    expect(result).toMatchObject({
      found: false,
      reason: expect.stringMatching(/takes too long on a text of 61 characters; write it without/) as string,
    });
  });
});
