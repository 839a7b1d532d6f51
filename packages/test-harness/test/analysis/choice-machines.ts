import fc from 'fast-check';
import type { RandomState } from './random-machines';

/** Mostly numbers: what compares other kinds of values often fails. */
const number = fc.constantFrom(0, 1, 2);
const constant = fc.oneof({ arbitrary: number, weight: 3 }, fc.constantFrom('x', 'y', true, false, null));
const name = fc.constantFrom('a', 'b');

const fields = (...of: fc.Arbitrary<object>[]): fc.Arbitrary<object> =>
  fc.tuple(...of).map((parts) => Object.assign({}, ...parts) as object);
const seldom = <T>(field: string, of: fc.Arbitrary<T>) =>
  fc.oneof({ arbitrary: fc.constant({}), weight: 8 }, { arbitrary: of.map((one) => ({ [field]: one })), weight: 1 });

/** Counted from the state on; seldom back, for loops. */
const target = fc.oneof({ arbitrary: fc.constantFrom(1, 1, 2, 3), weight: 20 }, fc.integer({ min: -3, max: 0 }));
const next = target.map((Next) => ({ Next }));

const oneOf = <T>(operators: readonly string[], operand: fc.Arbitrary<T>) =>
  fc.tuple(fc.constantFrom(...operators), operand).map(([operator, value]) => ({ [operator]: value }));
const pathRead = fc.oneof(
  { arbitrary: fc.constant('$.a'), weight: 5 },
  { arbitrary: fc.constant('$.b'), weight: 2 },
  fc.constantFrom('$v', '$.a.b'),
);
const pathComparison: fc.Arbitrary<object> = fields(
  pathRead.map((Variable) => ({ Variable })),
  fc.oneof(
    { arbitrary: oneOf(['NumericEquals', 'NumericLessThan', 'NumericGreaterThanEquals'], number), weight: 4 },
    { arbitrary: oneOf(['IsPresent', 'IsString', 'IsNumeric', 'IsNull'], fc.boolean()), weight: 3 },
    oneOf(['StringEquals', 'StringGreaterThan'], fc.constantFrom('x', 'y')),
    oneOf(['BooleanEquals'], fc.boolean()),
    oneOf(['NumericLessThanPath', 'StringEqualsPath'], fc.constantFrom('$.a', '$.b')),
  ),
);
const { pathTest } = fc.letrec<{ pathTest: object }>((tie) => ({
  pathTest: fc.oneof(
    { maxDepth: 2, depthSize: 'small' },
    { arbitrary: pathComparison, weight: 4 },
    fc.array(tie('pathTest'), { minLength: 1, maxLength: 2 }).map((And) => ({ And })),
    fc.array(tie('pathTest'), { minLength: 1, maxLength: 2 }).map((Or) => ({ Or })),
    tie('pathTest').map((Not) => ({ Not })),
  ),
}));
const pathAssign = seldom(
  'Assign',
  fc.oneof(
    constant.map((v) => ({ v })),
    name.map((own) => ({ 'v.$': `$.${own}` })),
  ),
);

const jsonataRead = fc.oneof(
  { arbitrary: fc.constant('$states.input.a'), weight: 10 },
  { arbitrary: fc.constant('$states.input.b'), weight: 4 },
  fc.constantFrom('$v', '$states.input.a.b', '$states.input'),
);
const written = constant.map((one) => JSON.stringify(one));
const { jsonataTest } = fc.letrec<{ jsonataTest: string }>((tie) => ({
  jsonataTest: fc.oneof(
    { maxDepth: 2, depthSize: 'small' },
    {
      arbitrary: fc
        .tuple(jsonataRead, fc.constantFrom('<', '<=', '>', '>='), number)
        .map(([read, operator, limit]) => `${read} ${operator} ${limit}`),
      weight: 4,
    },
    {
      arbitrary: fc
        .tuple(jsonataRead, fc.constantFrom('=', '!='), fc.oneof({ arbitrary: written, weight: 4 }, jsonataRead))
        .map((parts) => parts.join(' ')),
      weight: 4,
    },
    { arbitrary: jsonataRead.map((read) => `$exists(${read})`), weight: 2 },
    fc.tuple(jsonataRead, written, written).map(([read, one, other]) => `${read} in [${one}, ${other}]`),
    jsonataRead.map((read) => `$boolean(${read})`),
    fc
      .tuple(tie('jsonataTest'), fc.constantFrom('and', 'or'), tie('jsonataTest'))
      .map(([left, both, right]) => `(${left}) ${both} (${right})`),
    tie('jsonataTest').map((test) => `$not(${test})`),
    fc.tuple(written, tie('jsonataTest')).map(([one, test]) => `($v := ${one}; ${test})`),
  ),
}));
const jsonataValue = fc.oneof(
  { arbitrary: constant, weight: 3 },
  { arbitrary: jsonataRead.map((read) => `{% ${read} %}`), weight: 2 },
  fc.constantFrom('{% $v + 1 %}', '{% $states.input.a & "x" %}', '{% $states.input.a = 1 %}'),
);
const jsonataAssign = seldom(
  'Assign',
  jsonataValue.map((v) => ({ v })),
);
const jsonataOutput = fc.dictionary(name, jsonataValue, { maxKeys: 2 });

const complete = fc.record({ a: constant, b: constant });
const incomplete = fc.dictionary(name, fc.oneof({ arbitrary: constant, weight: 4 }, fc.constant({ b: 1 })), {
  maxKeys: 2,
});
const data = fc.oneof({ arbitrary: complete, weight: 3 }, incomplete);

const wait = fields(fc.constant({ Type: 'Wait', Seconds: 1 }), next);

const jsonPathState = fc.oneof(
  {
    arbitrary: fields(
      fc.constant({ Type: 'Choice' }),
      seldom('InputPath', fc.constantFrom('$.a', '$.b', null)),
      seldom('OutputPath', fc.constantFrom('$.a', '$.b', null)),
      fc.array(fields(pathTest, pathAssign, next), { minLength: 1, maxLength: 3 }).map((Choices) => ({ Choices })),
      target.map((Default) => ({ Default })),
      pathAssign,
    ),
    weight: 6,
  },
  fields(
    fc.constant({ Type: 'Pass' }),
    fc.oneof(
      data.map((Result) => ({ Result })),
      fc.tuple(constant, name).map(([Result, own]) => ({ Result, ResultPath: `$.${own}` })),
      fc.constant({}),
    ),
    pathAssign,
    next,
  ),
  wait,
);

const jsonataState = fc.oneof(
  {
    arbitrary: fields(
      fc.constant({ QueryLanguage: 'JSONata', Type: 'Choice' }),
      seldom('Output', jsonataOutput),
      fc
        .array(
          fields(
            jsonataTest.map((test) => ({ Condition: `{% ${test} %}` })),
            seldom('Output', jsonataOutput),
            jsonataAssign,
            next,
          ),
          { minLength: 1, maxLength: 3 },
        )
        .map((Choices) => ({ Choices })),
      target.map((Default) => ({ Default })),
      jsonataAssign,
    ),
    weight: 6,
  },
  fields(
    fc.constant({ QueryLanguage: 'JSONata', Type: 'Pass' }),
    fc.oneof(
      fc.constant({}),
      jsonataOutput.map((Output) => ({ Output })),
    ),
    jsonataAssign,
    next,
  ),
  wait,
);

const begunWith = (begin: fc.Arbitrary<readonly object[]>) =>
  fc
    .tuple(
      begin,
      fc.oneof(
        ...[jsonPathState, jsonataState, fc.oneof(jsonPathState, jsonataState)].map((state) =>
          fc.array(state, { minLength: 2, maxLength: 6 }),
        ),
      ),
    )
    .map(([first, states]) => [...first, ...states] as RandomState[]);

/** States of which most are Choices, one behind the other, that test the same few places. */
export const choiceStates = begunWith(
  fc.oneof(
    fc.constant([]),
    data.map((Result) => [{ Type: 'Pass', Result, Next: 1 }]),
    data.map((v) => [{ Type: 'Pass', Assign: { v }, Next: 1 }]),
    constant.map((v) => [{ Type: 'Pass', Assign: { v }, Next: 1 }]),
  ),
);

const ofKnownKind = fc.constantFrom(
  'States.ArrayLength($.list)',
  'States.ArrayContains($.list, 1)',
  'States.MathAdd(1, $.list[0])',
  "States.Format('{}', $.list)",
  '$.list',
  '$$.Execution.StartTime',
);
const ofKnownKindInJsonata = fc.constantFrom(
  '{% $count($states.input.list) %}',
  '{% $length($string($states.input.list)) %}',
  '{% $contains($string($states.input.list), "1") %}',
  '{% $sum($states.input.list) - 1 %}',
  '{% $string($states.input.list[0]) %}',
  '{% $states.input.list[0] %}',
);
/** A state that brings values whose kinds are known, though they are not, or one of which only some are. */
const knownKinds = fc.oneof(
  fc.tuple(ofKnownKind, ofKnownKind).map(([a, b]) => ({ Parameters: { 'a.$': a, 'b.$': b } })),
  fc.tuple(ofKnownKind, constant).map(([a, b]) => ({ Parameters: { 'a.$': a, b } })),
  ofKnownKind.map((v) => ({ Assign: { 'v.$': v } })),
  fc.tuple(ofKnownKindInJsonata, ofKnownKindInJsonata).map(([a, b]) => ({
    QueryLanguage: 'JSONata',
    Output: { a, b },
  })),
  ofKnownKindInJsonata.map((v) => ({ QueryLanguage: 'JSONata', Assign: { v } })),
  complete.map((Result) => ({ Result })),
);

/** The same behind states that bring values of known kinds, on one way or on two. */
export const kindStates = begunWith(
  fc.oneof(
    knownKinds.map((state) => [{ Type: 'Pass', ...state, Next: 1 }]),
    fc.tuple(knownKinds, knownKinds).map(([one, other]) => [
      { Type: 'Choice', Choices: [{ Variable: '$.list[1]', IsPresent: true, Next: 1 }], Default: 2 },
      { Type: 'Pass', ...one, Next: 2 },
      { Type: 'Pass', ...other, Next: 1 },
    ]),
  ),
);

/** What these states make their values of. */
export const kindInput = fc.record({
  list: fc.array(fc.oneof({ arbitrary: number, weight: 4 }, constant), { maxLength: 3 }),
});

/** Data in which the places are that the Choices test. */
export const choiceInput = fc.oneof({ arbitrary: complete, weight: 5 }, incomplete, constant);
