import fc from 'fast-check';
import type { RandomState } from './random-machines';

const fields = (...of: fc.Arbitrary<object>[]): fc.Arbitrary<object> =>
  fc.tuple(...of).map((parts) => Object.assign({}, ...parts) as object);
const seldom = <T>(field: string, of: fc.Arbitrary<T>) =>
  fc.oneof({ arbitrary: fc.constant({}), weight: 2 }, { arbitrary: of.map((one) => ({ [field]: one })), weight: 1 });

const number = fc.constantFrom(0, 0, 1, 2, 3, 1.6);
const step = fc.constantFrom(1, 1, -1, -1, -2, 0, 0.5);
const counter = fc.constantFrom('attempts', 'attempts', 'attempts', 'other');
const anyPlace = counter.chain((own) => fc.constantFrom(`$.loop.${own}`, `$${own}`));

/** Most states lead to the next one, some back or out of the machine. */
const target = fc.oneof({ arbitrary: fc.constant(1), weight: 4 }, fc.integer({ min: -3, max: 2 }));
const next = target.map((Next) => ({ Next }));
const wayOut = fc.oneof(fc.constant(99), target, target).map((Next) => ({ Next }));

const operators = ['Equals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'];
const comparison = fields(
  anyPlace.map((Variable) => ({ Variable })),
  fc.oneof(
    {
      arbitrary: fc.tuple(fc.constantFrom(...operators), number).map(([one, bound]) => ({ [`Numeric${one}`]: bound })),
      weight: 5,
    },
    fc.tuple(fc.constantFrom(...operators), anyPlace).map(([one, bound]) => ({ [`Numeric${one}Path`]: bound })),
  ),
);
const two = fc.array(comparison, { minLength: 2, maxLength: 2 });
const test = fc.oneof(
  { arbitrary: comparison, weight: 5 },
  two.map((And) => ({ And })),
  two.map((Or) => ({ Or })),
);

/** A number, or the counter of that name counted on, or another one. */
const put = (own: string, of: fc.Arbitrary<string>) =>
  fc.oneof(
    number.map((value) => ({ [own]: value })),
    { arbitrary: step.map((by) => ({ [`${own}.$`]: `States.MathAdd($${own}, ${by})` })), weight: 3 },
    fc.tuple(of, step).map(([from, by]) => ({ [`${own}.$`]: `States.MathAdd(${from}, ${by})` })),
  );
const assign = seldom(
  'Assign',
  counter.chain((own) => put(own, anyPlace)),
);
const placed = fc.oneof(
  fc.tuple(number, counter).map(([Result, own]) => ({ Result, ResultPath: `$.loop.${own}` })),
  fc.tuple(anyPlace, step, step).map(([from, one, other]) => ({
    Parameters: {
      'attempts.$': `States.MathAdd($.loop.attempts, ${one})`,
      'other.$': `States.MathAdd(${from}, ${other})`,
    },
    ResultPath: '$.loop',
  })),
);
const task = { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:work', ResultPath: null };
const recovery = fields(fc.constant({ ErrorEquals: ['States.ALL'], ResultPath: null }), assign, next);
const jsonPathState = fc.oneof(
  {
    arbitrary: fields(
      fc.constant({ Type: 'Choice' }),
      fc.array(fields(test, assign, wayOut), { minLength: 1, maxLength: 2 }).map((Choices) => ({ Choices })),
      wayOut.map(({ Next }) => ({ Default: Next })),
      assign,
    ),
    weight: 3,
  },
  fields(fc.constant({ Type: 'Pass' }), placed, assign, next),
  fields(fc.constant({ Type: 'Pass' }), assign, next),
  fields(
    fc.constant(task),
    assign,
    seldom(
      'Catch',
      recovery.map((catcher) => [catcher]),
    ),
    next,
  ),
);

const variable = counter.map((own) => `$${own}`);
const condition = fc
  .tuple(variable, fc.constantFrom('=', '<', '<=', '>', '>='), fc.oneof({ arbitrary: number, weight: 4 }, variable))
  .chain(([one, operator, other]) =>
    fc.constantFrom(`${one} ${operator} ${other}`, `${other} ${operator} ${one}`, `(${one} ${operator} ${other})`),
  );
const conditions = fc.oneof(
  { arbitrary: condition, weight: 4 },
  fc.tuple(condition, fc.constantFrom('and', 'or'), condition).map((parts) => parts.join(' ')),
);
const jsonataAssign = seldom(
  'Assign',
  counter.chain((own) =>
    fc
      .oneof(
        number,
        { arbitrary: step.map((by) => `{% $${own} + ${by} %}`), weight: 3 },
        step.map((by) => `{% $${own} - ${by} %}`),
        fc.tuple(variable, step).map(([from, by]) => `{% ${by} + ${from} %}`),
      )
      .map((value) => ({ [own]: value })),
  ),
);
const jsonata = fc.constant({ QueryLanguage: 'JSONata' });
const jsonataState = fc.oneof(
  {
    arbitrary: fields(
      jsonata,
      fc.constant({ Type: 'Choice' }),
      fc
        .array(
          fields(
            conditions.map((text) => ({ Condition: `{% ${text} %}` })),
            jsonataAssign,
            wayOut,
          ),
          { minLength: 1, maxLength: 2 },
        )
        .map((Choices) => ({ Choices })),
      wayOut.map(({ Next }) => ({ Default: Next })),
      jsonataAssign,
    ),
    weight: 3,
  },
  { arbitrary: fields(jsonata, fc.constant({ Type: 'Pass' }), jsonataAssign, next), weight: 2 },
  fields(jsonata, fc.constant({ Type: 'Task', Resource: task.Resource }), jsonataAssign, next),
);

/** The counters begin with a number each, that of the data or one that is written. */
const begin = fc.oneof(
  fc.record({ attempts: number, other: number }).map((Assign) => ({ Type: 'Pass', Assign, Next: 1 })),
  fc.record({ attempts: number, other: number }).map((loop) => ({
    Type: 'Pass',
    Result: loop,
    ResultPath: '$.loop',
    Assign: { 'attempts.$': '$.loop.attempts', other: loop.other },
    Next: 1,
  })),
  fc.constant({
    Type: 'Pass',
    Assign: { 'attempts.$': '$.loop.attempts', 'other.$': '$.loop.other' },
    Next: 1,
  }),
);

/** Loops that count, in their data at `$.loop` or in variables, and Choices that compare what is counted. */
export const countedStates = fc
  .tuple(
    begin,
    fc.oneof(...[jsonPathState, jsonataState].map((state) => fc.array(state, { minLength: 1, maxLength: 4 }))),
    fc.integer({ min: -4, max: -1 }),
  )
  .map(([first, states, back]): RandomState[] => {
    const last = { Type: 'Wait', Seconds: 1, Next: back };
    return [first, ...states, last] as RandomState[];
  });

/** Numbers that the counters of the data begin with. */
export const countedInput = fc.record({ attempts: number, other: number }).map((loop) => ({ loop }));
