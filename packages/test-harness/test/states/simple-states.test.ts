import { run, shapeOf } from '../support';

describe('Pass', () => {
  test.each([
    ['hands on its input', {}, { a: 1 }, { a: 1 }],
    ['hands on Result, taken literally', { Result: { 'b.$': '$.a' } }, { a: 1 }, { 'b.$': '$.a' }],
    ['puts Result at ResultPath', { Result: 2, ResultPath: '$.x.y' }, { a: 1 }, { a: 1, x: { y: 2 } }],
    ['drops the result', { Result: 2, ResultPath: null }, { a: 1 }, { a: 1 }],
    ['reads InputPath', { InputPath: '$.a' }, { a: [1] }, [1]],
    ['reads nothing', { InputPath: null }, { a: 1 }, {}],
    ['gives nothing', { OutputPath: null }, { a: 1 }, {}],
    ['makes Parameters', { Parameters: { 'b.$': '$.a', c: [{ 'd.$': '$.a' }] } }, { a: 1 }, { b: 1, c: [{ d: 1 }] }],
    [
      'calls functions',
      { Parameters: { 'b.$': "States.Format('{}-{}', $.a, $$.State.Name)" } },
      { a: 1 },
      { b: '1-P' },
    ],
    [
      'keeps __proto__ an ordinary name',
      { Parameters: { __proto__x: 1, 'p.$': '$' } },
      Object.fromEntries([['__proto__', 1]]),
      { __proto__x: 1, p: Object.fromEntries([['__proto__', 1]]) },
    ],
    [
      'evaluates JSONata',
      { QueryLanguage: 'JSONata', Output: { b: '{% $states.input.a + 1 %}', c: ['{% true %}'] } },
      { a: 1 },
      { b: 2, c: [true] },
    ],
  ])('%s', async (_, fields, input, output) => {
    const execution = await run({ P: { Type: 'Pass', ...fields, End: true } }, input);
    expect(execution.output).toEqual(output);
    expect(shapeOf(execution.history)).toEqual([
      'PassStateEntered:2<0',
      'PassStateExited:3<2',
      'ExecutionSucceeded:4<3',
    ]);
  });

  test.each([
    ['InputPath', { InputPath: '$.a.b' }, "Invalid path '$.a.b' : Missing property in path $['a']"],
    ['OutputPath', { OutputPath: '$.x' }, "Invalid path '$.x' : No results for path: $['x']"],
    [
      'Parameters',
      { Parameters: { 'k.$': '$.x' } },
      `The JSONPath '$.x' specified for the field 'k.$' could not be found in the input '{"n":1}'`,
    ],
  ])('fails where %s leads nowhere', async (_, fields, cause) => {
    const execution = await run({ P: { Type: 'Pass', ...fields, End: true } }, { n: 1 });
    expect(execution).toMatchObject({
      status: 'FAILED',
      error: 'States.Runtime',
      cause: `An error occurred while executing the state 'P' (entered at the event id #2). ${cause}`,
    });
    expect(shapeOf(execution.history)).toEqual(['PassStateEntered:2<0', 'ExecutionFailed:3<2']);
  });

  test('an output of more than 256 KiB is refused', async () => {
    const execution = await run({ P: { Type: 'Pass', Result: 'é'.repeat(131_072), End: true } });
    expect(execution).toMatchObject({
      error: 'States.DataLimitExceeded',
      cause: "The state/task 'P' returned a result with a size exceeding the maximum number of bytes service limit.",
    });
  });
});

describe('an expression that cannot be evaluated', () => {
  test.each([
    ['undefined', '{% $states.input.nothing %}', 'returned nothing (undefined).'],
    ['a function', '{% $sum %}', 'returned an unsupported result type.'],
    ['an error', "{% 'a' + 1 %}", 'threw an error during evaluation. T2001: '],
  ])('%s', async (_, expression, cause) => {
    const execution = await run({
      P: { Type: 'Pass', QueryLanguage: 'JSONata', Output: { v: [expression] }, End: true },
    });
    expect(execution.error).toBe('States.QueryEvaluationError');
    expect(execution.cause).toContain(
      `The JSONata expression '${expression.slice(3, -3)}' specified for the field 'Output/v[0]' ${cause}`,
    );
    expect(shapeOf(execution.history)).toEqual(['PassStateEntered:2<0', 'EvaluationFailed:3<0', 'ExecutionFailed:4<3']);
  });
});

describe('Fail', () => {
  test.each([
    ['nothing', {}, undefined, undefined],
    ['both', { Error: 'E', Cause: 'C' }, 'E', 'C'],
    ['paths', { ErrorPath: '$.e', CausePath: "States.Format('{}!', $.c)" }, 'Broken', 'why!'],
    ['JSONata', { QueryLanguage: 'JSONata', Error: '{% $states.input.e %}' }, 'Broken', undefined],
  ])('with %s', async (_, fields, error, cause) => {
    const execution = await run({ F: { Type: 'Fail', ...fields } }, { e: 'Broken', c: 'why' });
    expect([execution.status, execution.error, execution.cause]).toEqual(['FAILED', error, cause]);
    expect(shapeOf(execution.history)).toEqual(['FailStateEntered:2<0', 'ExecutionFailed:3<2']);
  });
});

describe('Wait', () => {
  const start = new Date('2025-06-01T00:00:00Z');
  test.each([
    [{ Seconds: 90 }, 90],
    [{ Seconds: 0 }, 0],
    [{ SecondsPath: '$.n' }, 7],
    [{ Timestamp: '2025-06-01T00:01:00.999Z' }, 60],
    [{ Timestamp: '2025-06-01T02:00:00+02:00' }, 0],
    [{ Timestamp: '2020-01-01T00:00:00Z' }, 0],
    [{ TimestampPath: '$.t' }, 3600],
    [{ QueryLanguage: 'JSONata', Seconds: '{% $states.input.n * 2 %}' }, 14],
    [{ QueryLanguage: 'JSONata', Timestamp: '{% $states.input.t %}' }, 3600],
  ])('%j takes %d s', async (fields, seconds) => {
    const input = { n: 7, t: '2025-06-01T01:00:00Z' };
    const execution = await run({ W: { Type: 'Wait', ...fields, End: true } }, input, { startTime: start });
    expect([execution.status, execution.duration, execution.output]).toEqual(['SUCCEEDED', seconds, input]);
  });

  test.each([
    ['SecondsPath', '$.no', 'does not reference an input value: $.no'],
    ['SecondsPath', '$.o', 'does not reference an input value: $.o'],
    ['SecondsPath', '$.half', 'cannot be parsed as a long value: $.half == 1.5'],
    ['SecondsPath', '$.less', 'references a negative value: $.less == -1'],
    [
      'TimestampPath',
      '$.t',
      'does not reference a valid ISO-8601 extended offset date-time format string: $.t == today',
    ],
  ])('%s %s fails', async (name, path, cause) => {
    const input = { o: {}, half: 1.5, less: -1, t: 'today' };
    const execution = await run({ W: { Type: 'Wait', [name]: path, End: true } }, input);
    expect(execution.error).toBe('States.Runtime');
    expect(execution.cause).toMatch(new RegExp(`The ${name} parameter ${cause.replace(/[$.]/g, '\\$&')}$`));
  });

  test('a value of JSONata that is no time fails after the state has been entered', async () => {
    const execution = await run({
      W: { Type: 'Wait', QueryLanguage: 'JSONata', Timestamp: "{% 'soon' %}", End: true },
    });
    expect(shapeOf(execution.history)).toEqual(['WaitStateEntered:2<0', 'EvaluationFailed:3<2', 'ExecutionFailed:4<3']);
  });
});

describe('Choice', () => {
  const choose = (choices: readonly object[], input: unknown, more: object = { Default: 'No' }) =>
    run({ C: { Type: 'Choice', Choices: choices, ...more }, Yes: { Type: 'Succeed' }, No: { Type: 'Succeed' } }, input);

  test.each([
    [{ Variable: '$.n', NumericGreaterThan: 3 }, 'Yes'],
    [{ Variable: '$.n', StringEquals: '5' }, 'No'],
    [{ Variable: '$.n', NumericEqualsPath: '$.m' }, 'Yes'],
    [{ Variable: '$.x', IsPresent: false }, 'Yes'],
    [{ Not: { Variable: '$.n', NumericEquals: 5 } }, 'No'],
    [
      {
        And: [
          { Variable: '$.n', IsNumeric: true },
          { Variable: '$.s', StringMatches: 'a*c' },
        ],
      },
      'Yes',
    ],
    [
      {
        Or: [
          { Variable: '$.n', IsNull: true },
          { Variable: '$.x', IsPresent: true },
        ],
      },
      'No',
    ],
  ])('%j leads to %s', async (rule, next) => {
    const execution = await choose([{ ...rule, Next: 'Yes' }], { n: 5, m: 5, s: 'abc' });
    expect(execution.path).toEqual(['C', next]);
  });

  test('a rule after the one that matches is not looked at', async () => {
    const rules = [
      { Variable: '$.n', IsNumeric: true, Next: 'Yes' },
      { Variable: '$.gone', StringEquals: 'x', Next: 'No' },
    ];
    expect((await choose(rules, { n: 1 })).path).toEqual(['C', 'Yes']);
  });

  test('a Variable that leads nowhere fails the execution', async () => {
    const execution = await choose([{ Variable: '$.gone', IsNull: true, Next: 'Yes' }], {});
    expect(execution.error).toBe('States.Runtime');
    expect(execution.cause).toContain(
      "Invalid path '$.gone': The choice state's condition path references an invalid value.",
    );
  });

  test('nothing that matches, and no Default', async () => {
    const execution = await choose(
      [
        { Variable: '$.n', NumericEquals: 1, Next: 'Yes' },
        { Variable: '$.n', NumericEquals: 3, Next: 'No' },
      ],
      { n: 2 },
      {},
    );
    expect(execution.error).toBe('States.NoChoiceMatched');
  });

  test('the rule that is taken brings its own Assign; that of the state is for Default', async () => {
    const states = (n: number) =>
      run(
        {
          C: {
            Type: 'Choice',
            Choices: [{ Variable: '$.n', NumericEquals: 1, Assign: { by: 'rule' }, Next: 'P' }],
            Default: 'P',
            Assign: { by: 'default' },
          },
          P: { Type: 'Pass', Parameters: { 'by.$': '$by' }, End: true },
        },
        { n },
      );
    expect((await states(1)).output).toEqual({ by: 'rule' });
    expect((await states(2)).output).toEqual({ by: 'default' });
  });

  test('a Condition must be a boolean', async () => {
    const execution = await choose(
      [{ Condition: '{% 1 %}', Next: 'Yes' }],
      {},
      { QueryLanguage: 'JSONata', Default: 'No' },
    );
    expect(execution.cause).toContain(
      "specified for the field 'Choices[0]/Condition' returned an unexpected result type. Expected 'boolean', but was 'number' for value: 1",
    );
  });
});
