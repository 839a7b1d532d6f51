import fc from 'fast-check';
import type { Json } from '@stepproof/asl';
import { lambda } from '../support';

type States = Record<string, object>;
type Body = Readonly<Record<string, unknown>>;

const path = fc.constantFrom('$.a', '$.b', '$.a.c', '$.r', '$.r.x', '$.r.Error', '$.l[0]', '$v', '$v.c', '$');
const text = fc.constantFrom('x', 'y', 'xy', '', '2024-01-01T00:00:00Z');
const number = fc.constantFrom(0, 1, 2, 1.5);
const scalar = fc.oneof(text, number, fc.boolean(), fc.constant(null));
const order = fc.constantFrom('Equals', 'LessThan', 'GreaterThan', 'LessThanEquals', 'GreaterThanEquals');

const operator: fc.Arbitrary<Body> = fc.oneof(
  fc.tuple(order, text).map(([name, value]) => ({ [`String${name}`]: value })),
  fc.tuple(order, number).map(([name, value]) => ({ [`Numeric${name}`]: value })),
  fc.tuple(order, path).map(([name, value]) => ({ [`Numeric${name}Path`]: value })),
  fc.constantFrom('x*', '*y', '*').map((value) => ({ StringMatches: value })),
  fc.boolean().map((value) => ({ BooleanEquals: value })),
  fc
    .tuple(fc.constantFrom('IsPresent', 'IsPresent', 'IsNull', 'IsString', 'IsNumeric', 'IsTimestamp'), fc.boolean())
    .map(([name, value]) => ({ [name]: value })),
);
const comparison = fc.tuple(path, operator).map(([Variable, rest]) => ({ Variable, ...rest }));
const rule: fc.Arbitrary<Body> = fc.oneof(
  { weight: 3, arbitrary: comparison },
  { weight: 2, arbitrary: fc.array(comparison, { minLength: 1, maxLength: 3 }).map((And) => ({ And })) },
  { weight: 1, arbitrary: fc.array(comparison, { minLength: 1, maxLength: 2 }).map((Or) => ({ Or })) },
  { weight: 1, arbitrary: comparison.map((Not) => ({ Not })) },
);

const template = fc.record(
  {
    a: scalar,
    'b.$': path,
    'r.$': fc.constantFrom(
      'States.MathAdd($.b, 1)',
      "States.Format('{}-x', $.a)",
      'States.ArrayLength($.l)',
      'States.StringToJson($.a)',
      'States.JsonMerge($.a, States.StringToJson(\'{"x":1}\'), false)',
      'States.JsonMerge($.r, $.a, false)',
      "States.ArrayGetItem(States.Array('x', 'y'), 1)",
    ),
    l: fc.array(scalar, { maxLength: 2 }),
  },
  { requiredKeys: [] },
);
const inputOutput = fc.record(
  { InputPath: fc.constantFrom('$', '$.a', null), OutputPath: fc.constantFrom('$', '$.r', null) },
  { requiredKeys: [] },
);
const rarely = <T extends object>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<Partial<T>> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 1, arbitrary });
const assign = rarely(path.map((from) => ({ Assign: { 'v.$': from } })));
const resultPath = fc.constantFrom<Body[]>(
  {},
  { ResultPath: null },
  { ResultPath: '$.r' },
  { ResultPath: '$.r' },
  { ResultPath: '$.a.c' },
);

const pass = fc
  .tuple(
    fc.oneof(
      fc.constant({}),
      fc.record({ Result: fc.oneof(scalar, fc.record({ x: scalar })) }),
      fc.record({ Parameters: template }),
    ),
    resultPath,
    rarely(inputOutput),
    assign,
  )
  .map((parts): Body => Object.assign({ Type: 'Pass' }, ...parts) as Body);

const names = fc.uniqueArray(fc.constantFrom('Boom', 'States.TaskFailed', 'States.Timeout', 'Bang'), {
  minLength: 1,
  maxLength: 2,
});
const task = fc
  .tuple(
    resultPath,
    rarely(fc.record({ ResultSelector: template })),
    assign,
    fc.array(fc.tuple(names, resultPath), { maxLength: 2 }),
  )
  .map(([placing, selecting, assigning, catchers]) => (target: string): Body => ({
    Type: 'Task',
    Resource: lambda,
    ...placing,
    ...selecting,
    ...assigning,
    Catch: catchers.map(([ErrorEquals, place]) => ({ ErrorEquals, ...place, Next: target })),
  }));

const query = fc.constantFrom(
  '$states.input.a',
  '$states.input.b',
  '$states.input.a.c',
  '$states.input.r',
  '$states.input.r.x',
  '$states.input.l',
  '$v',
  '$v.c',
);
const literal = fc.constantFrom('"x"', '1', 'true', 'null');

/** Values that a JSONata expression computes: the first of them fit most data. */
const computed: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: query },
  { weight: 1, arbitrary: fc.tuple(query, literal).map(([from, other]) => `$exists(${from}) ? ${from} : ${other}`) },
  { weight: 1, arbitrary: query.map((from) => `[${from}, "y"]`) },
  { weight: 1, arbitrary: query.map((from) => `$append(${from}, "y")`) },
  { weight: 1, arbitrary: query.map((from) => `{"x": ${from}, "c": 1}`) },
  { weight: 1, arbitrary: literal.map((value) => `$merge([$states.input, {"r": {"x": ${value}}}])`) },
  { weight: 1, arbitrary: query.map((from) => `${from} & "-x"`) },
  { weight: 1, arbitrary: query.map((from) => `${from} + 1`) },
  { weight: 1, arbitrary: query.map((from) => `$count(${from})`) },
  { weight: 1, arbitrary: query.map((from) => `$string(${from})`) },
  { weight: 1, arbitrary: query.map((from) => `$lowercase(${from})`) },
  { weight: 1, arbitrary: query.map((from) => `($n := ${from}; $n = 1 ? "one" : $n)`) },
  { weight: 1, arbitrary: fc.constant('$states.input.l[$ = "x"]') },
  { weight: 1, arbitrary: fc.constant('$states.context.Execution.Id & "-x"') },
  { weight: 1, arbitrary: fc.constant('$states.context.Execution.Input.a') },
  { weight: 1, arbitrary: fc.constant('$states.input') },
);
const condition = fc
  .tuple(query, fc.constantFrom('=', '!=', '<', '>='), literal, query, computed)
  .chain(([left, sign, right, other, value]) =>
    fc.constantFrom(
      `${left} ${sign} ${right}`,
      `$exists(${other}) and ${left} ${sign} ${right}`,
      `$not(${left} = ${right})`,
      `${left} in [${right}, "y"]`,
      `(${value}) = ${right}`,
      `$exists(${value})`,
      `$count(${value}) ${sign} 1`,
      `$type(${value}) = "string"`,
      `$boolean(${other}) or ${left} ${sign} ${right}`,
      `$contains(${left}, "x")`,
      `$length(${left}) > 1`,
    ),
  );
const expression = computed.map((code) => `{% ${code} %}`);
const output = fc.oneof(
  { weight: 1, arbitrary: expression },
  {
    weight: 3,
    arbitrary: fc.record(
      {
        a: fc.oneof(scalar, expression),
        b: expression,
        l: expression,
        r: fc.record({ x: fc.oneof(scalar, expression) }),
      },
      { requiredKeys: [] },
    ),
  },
);
const leaving = fc.tuple(
  rarely(output.map((Output) => ({ Output }))),
  rarely(expression.map((v) => ({ Assign: { v } }))),
);
const jsonataPass = fc
  .tuple(output, rarely(expression.map((v) => ({ Assign: { v } }))))
  .map(([Output, assigning]): Body => ({ Type: 'Pass', QueryLanguage: 'JSONata', Output, ...assigning }));

/** What only the fields behind the work of a state can read. */
const behind = (member: 'result' | 'errorOutput') => (body: object) =>
  JSON.parse(JSON.stringify(body).replaceAll('$states.input', `$states.${member}`)) as object;

const jsonataTask = fc
  .tuple(
    leaving,
    fc.boolean(),
    rarely(expression.map((Arguments) => ({ Arguments: { Payload: Arguments } }))),
    fc.array(fc.tuple(names, leaving, fc.boolean()), { maxLength: 2 }),
  )
  .map(([outer, readsResult, given, catchers]) => (target: string): Body => ({
    Type: 'Task',
    QueryLanguage: 'JSONata',
    Resource: lambda,
    ...given,
    ...(readsResult ? behind('result') : (body: object) => body)(Object.assign({}, ...outer)),
    Catch: catchers.map(([ErrorEquals, parts, readsError]) => ({
      ErrorEquals,
      ...(readsError ? behind('errorOutput') : (body: object) => body)(Object.assign({}, ...parts) as object),
      Next: target,
    })),
  }));

/** Machines of a few states that go forwards and backwards; the first one assigns the variable that others read. */
export const machines: fc.Arbitrary<{ readonly StartAt: string; readonly States: States }> = fc
  .integer({ min: 2, max: 5 })
  .chain((count) => {
    const target = fc.integer({ min: 0, max: count }).map((index) => (index === count ? 'End' : `S${index}`));
    const state = (index: number): fc.Arbitrary<Body> => {
      const Next = index === count - 1 ? 'End' : `S${index + 1}`;
      const forwards = (body: Body): Body => ({ ...body, Next });
      return fc.oneof(
        { weight: 2, arbitrary: pass.map(forwards) },
        { weight: 1, arbitrary: jsonataPass.map(forwards) },
        { weight: 2, arbitrary: fc.tuple(task, target).map(([make, to]) => forwards(make(to))) },
        { weight: 1, arbitrary: fc.tuple(jsonataTask, target).map(([make, to]) => forwards(make(to))) },
        {
          weight: 4,
          arbitrary: fc.array(fc.tuple(rule, target), { minLength: 1, maxLength: 3 }).map((rules): Body => ({
            Type: 'Choice',
            Choices: rules.map(([test, to]) => ({ ...test, Next: to })),
            Default: Next,
          })),
        },
        {
          weight: 1,
          arbitrary: fc
            .array(fc.tuple(condition, leaving, target), { minLength: 1, maxLength: 2 })
            .map((rules): Body => ({
              Type: 'Choice',
              QueryLanguage: 'JSONata',
              Choices: rules.map(([code, parts, to]) => ({
                Condition: `{% ${code} %}`,
                ...(Object.assign({}, ...parts) as object),
                Next: to,
              })),
              Default: Next,
            })),
        },
      );
    };
    return fc.tuple(...Array.from({ length: count }, (_, index) => state(index))).map((states) => ({
      StartAt: 'Begin',
      States: {
        Begin: { Type: 'Pass', Assign: { v: { c: 1 } }, Next: 'S0' },
        ...Object.fromEntries(states.map((body, index) => [`S${index}`, body])),
        End: { Type: 'Succeed' },
      },
    }));
  });

const place = fc.oneof(
  scalar,
  scalar,
  fc.record({ c: scalar, x: scalar }, { requiredKeys: [] }),
  fc.array(scalar, { maxLength: 2 }),
);

/** Inputs near what the machines ask for. */
export const inputs: fc.Arbitrary<Json> = fc.record(
  {
    a: place,
    b: place,
    r: fc.oneof(place, fc.record({ x: scalar, Error: text })),
    l: fc.array(scalar, { maxLength: 2 }),
  },
  { requiredKeys: [] },
);

/** What Tasks may end with. */
export const taskOutcomes: fc.Arbitrary<{ readonly result: Json } | { readonly error: string }> = fc.oneof(
  fc.oneof(place, inputs).map((result) => ({ result: result })),
  fc.constantFrom('Boom', 'Bang', 'States.Timeout', 'Other').map((error) => ({ error })),
);
