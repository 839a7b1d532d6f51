import { mock, MockExhaustedError, type TaskCall } from '../../src';
import {
  breakText,
  explore,
  invariants,
  survey,
  UnknownCompensationError,
  worstCase,
  type ExploreOptions,
  type Trial,
} from '../../src/explore';

const task = (name: string, rest: object) => ({
  Type: 'Task',
  Resource: `arn:aws:states:::lambda:invoke`,
  Parameters: { FunctionName: name, 'Payload.$': '$' },
  ...rest,
});
const pass = { Type: 'Pass', End: true };

/** Charges orders above zero; a total of zero was forgotten. */
const order = {
  StartAt: 'Route',
  States: {
    Route: {
      Type: 'Choice',
      Choices: [
        { Variable: '$.total', NumericGreaterThan: 0, Next: 'Charge' },
        { Variable: '$.total', NumericLessThan: 0, Next: 'Refund' },
      ],
    },
    Charge: task('charge', {
      Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 1, MaxAttempts: 3 }],
      Catch: [{ ErrorEquals: ['Declined'], ResultPath: '$.failure', Next: 'Cancel' }],
      ResultPath: '$.charge',
      Next: 'Done',
    }),
    Refund: { ...pass },
    Cancel: { Type: 'Fail', Error: 'Cancelled' },
    Done: { Type: 'Succeed' },
  },
};

const titles = async (definition: object, options: ExploreOptions = {}) =>
  (await survey(definition, { runs: 300, ...options })).breaks.map(({ title }) => title);

test('reaches every state, way, Catcher and Retrier, and finds the input that no rule takes', async () => {
  const report = await survey(order, { runs: 500 });
  expect(report).toMatchObject({
    runs: 500,
    seed: 42,
    states: { reached: 5, total: 5 },
    transitions: { reached: 4, total: 4 },
    choiceRules: { reached: 2, total: 2 },
    catchers: { reached: 1, total: 1 },
    retriers: { reached: 1, total: 1 },
    unreached: [],
  });
  expect(report.breaks).toHaveLength(1);
  expect(report.breaks[0]).toMatchObject({
    title: 'States.NoChoiceMatched in "Route"',
    invariant: 'no runtime errors',
    scenario: { input: { total: 0 } },
  });
});

test('"explore" fails with what is to be put into a test', async () => {
  const broken = explore(order, { runs: 500 });
  await expect(broken).rejects.toThrow(
    /"StateMachine" breaks in one way \(500 runs, seed 42\)\n\nStates\.NoChoiceMatched in "Route"/,
  );
  await expect(broken).rejects.toThrow('input: {"total":0}');
  await expect(broken).rejects.toMatchObject({ name: 'WorkflowBrokenError', report: { runs: 500 } });
  await expect(explore({ StartAt: 'A', States: { A: pass } }, { runs: 20 })).resolves.toMatchObject({ breaks: [] });
});

test('the same seed finds the same', async () => {
  const [one, other] = await Promise.all([survey(order, { runs: 200 }), survey(order, { runs: 200 })]);
  expect(one.breaks.map(breakText)).toEqual(other.breaks.map(breakText));
});

test('a contract narrows the inputs, and the results of Tasks', async () => {
  const input = { type: 'object', properties: { total: { type: 'integer', minimum: 1 } }, required: ['total'] };
  const tasks = { Charge: { errors: [] } };
  const report = await survey(order, { runs: 200, input, tasks });
  expect(report.breaks).toEqual([]);
  expect(report.unreached.map(({ target, reason }) => `${target}: ${reason}`)).toEqual(
    expect.arrayContaining([
      'retrier 1 of "Charge": needs the error Busy from "Charge"',
      '"Charge" -> "Cancel": needs the error Declined from "Charge"',
      '"Route" -> "Refund": undefined',
    ]),
  );
});

test.each([
  ['States.Timeout', 'States.HeartbeatTimeout', 'an earlier catcher takes its errors'],
  ['States.TaskFailed', 'Busy', 'an earlier catcher takes its errors'],
  [
    'States.TaskFailed',
    'States.HeartbeatTimeout',
    'needs the error States.HeartbeatTimeout from "Call" (no TimeoutSeconds)',
  ],
])('behind a Catcher for %s, one for %s is not reached: %s', async (earlier, later, reason) => {
  const Catch = [
    { ErrorEquals: [earlier], Next: 'First' },
    { ErrorEquals: [later], Next: 'Second' },
  ];
  const machine = { StartAt: 'Call', States: { Call: task('call', { Catch, End: true }), First: pass, Second: pass } };
  const { unreached } = await survey(machine, { runs: 20 });
  expect(unreached).toContainEqual({ kind: 'catcher', target: '"Call" -> "Second"', reason });
});

describe('why something is not reached', () => {
  const reasons = async (States: Record<string, object>) => {
    const { unreached } = await survey({ StartAt: Object.keys(States)[0], States }, { runs: 100 });
    return Object.fromEntries(unreached.map(({ target, reason }) => [target, reason]));
  };

  test('the state fails by itself', async () => {
    const Next = 'Done';
    expect(
      await reasons({
        Cut: { Type: 'Pass', Parameters: { 'part.$': "States.ArrayGetItem(States.StringSplit('a:b', ':'), 2)" }, Next },
        Done: { Type: 'Succeed' },
      }),
    ).toEqual({ '"Done"': 'only "Cut" leads to it', '"Cut" -> "Done"': '"Cut" fails with States.IntrinsicFailure' });
  });

  test('a Retrier never tries again', async () => {
    const Retry = [{ ErrorEquals: ['Busy'], MaxAttempts: 0 }];
    expect(await reasons({ Call: task('call', { Retry, End: true }) })).toEqual({
      'retrier 1 of "Call"': 'its MaxAttempts is 0',
    });
  });

  test('what the solver says', async () => {
    const choice = (test: object) => ({ Type: 'Choice', Choices: [{ ...test, Next: 'Rare' }], Default: 'Done' });
    const ends = { Rare: { Type: 'Succeed' }, Done: { Type: 'Succeed' } };
    const hash = { Type: 'Pass', Parameters: { 'hash.$': "States.Hash($.text, 'MD5')" }, Next: 'Ask' };
    expect(await reasons({ Hash: hash, Ask: choice({ Variable: '$.hash', StringEquals: 'f' }), ...ends })).toEqual({
      '"Rare"': 'only "Ask" leads to it',
      '"Ask" -> "Rare"': 'the solver does not know: "States.Hash" may fail',
    });
    const one = { Type: 'Pass', Result: { n: 1 }, Next: 'Ask' };
    expect(await reasons({ One: one, Ask: choice({ Variable: '$.n', NumericEquals: 2 }), ...ends })).toEqual({
      '"Rare"': 'only "Ask" leads to it',
      '"Ask" -> "Rare"': 'no input and no results lead there on any of the shortest ways',
    });
  });
});

test('errors are aimed at, however many calls come before and whatever Retrier is asked first', async () => {
  const steps = Array.from({ length: 12 }, (_, index) => `Step ${index}`);
  const last = task('last', {
    Retry: [
      { ErrorEquals: ['Rare.One'], MaxAttempts: 8 },
      { ErrorEquals: ['Rare.Two'], MaxAttempts: 1 },
    ],
    Catch: [{ ErrorEquals: ['Rare.One'], Next: 'Handled' }],
    End: true,
  });
  const machine = {
    StartAt: 'Step 0',
    States: {
      ...Object.fromEntries(
        steps.map((name, index) => [name, task(name, { ResultPath: null, Next: steps[index + 1] ?? 'Last' })]),
      ),
      Last: last,
      Handled: { Type: 'Succeed' },
    },
  };
  expect((await survey(machine, { runs: 150 })).unreached).toEqual([]);
});

test('mocks answer what is not to be explored', async () => {
  const seen: unknown[] = [];
  const report = await survey(order, {
    runs: 100,
    mocks: { Charge: mock.outcome((call) => (seen.push(call.parameters), { result: {} })) },
  });
  expect(seen.length).toBeGreaterThan(0);
  expect(report.catchers.reached).toBe(0);
});

test('an execution without an end is one', async () => {
  const loop = {
    StartAt: 'Again',
    States: {
      Again: { Type: 'Choice', Choices: [{ Variable: '$.stop', BooleanEquals: true, Next: 'End' }], Default: 'Again' },
      End: { Type: 'Succeed' },
    },
  };
  expect(await titles(loop)).toEqual(['does not end after 5000 events']);
});

test('whoever waits for one of several answers gets it in the end', async () => {
  const poll = {
    StartAt: 'Ask',
    States: {
      Ask: task('ask', { OutputPath: '$.Payload', Next: 'IsDone' }),
      IsDone: {
        Type: 'Choice',
        Choices: [{ Variable: '$.status', StringEquals: 'DONE', Next: 'Done' }],
        Default: 'Wait',
      },
      Wait: { Type: 'Wait', Seconds: 30, Next: 'Ask' },
      Done: { Type: 'Succeed' },
    },
  };
  expect(await titles(poll)).toEqual([]);
});

test('has a case for each value at the edge of a Choice', async () => {
  const choice = (Variable: string, comparison: object) => ({
    Type: 'Choice',
    InputPath: '$.order',
    Choices: [{ Or: [{ Variable, ...comparison }], Next: 'Done' }],
    Default: 'Done',
  });
  const edges = async (comparison: object) => {
    const machine = { StartAt: 'Route', States: { Route: choice('$.it', comparison), Done: { Type: 'Succeed' } } };
    const { cases } = await survey(machine, { runs: 300 });
    const found = cases.flatMap(({ trial }) => {
      const { order } = trial.scenario.input as { readonly order?: { readonly it?: unknown } };
      return [order?.it];
    });
    return found;
  };
  expect(await edges({ NumericGreaterThan: 99.5 })).toEqual(expect.arrayContaining([99.4, 99.5, 99.6]));
  expect(await edges({ StringEquals: 'gold' })).toEqual(expect.arrayContaining(['gol', 'gold', 'gold ']));
  expect(await edges({ BooleanEquals: false })).toEqual(expect.arrayContaining([true, false]));
  expect(await edges({ TimestampLessThan: '2026-01-01T00:00:00Z' })).toEqual(
    expect.arrayContaining(['2025-12-31T23:59:59Z', '2026-01-01T00:00:00Z', '2026-01-01T00:00:01Z']),
  );
});

test('a clock may start at any time', async () => {
  const isNoLeapDay = "{% $substring($states.context.Execution.StartTime, 5, 5) != '02-29' %}";
  const age = {
    QueryLanguage: 'JSONata',
    StartAt: 'Age',
    States: {
      Age: { Type: 'Choice', Choices: [{ Condition: isNoLeapDay, Next: 'Done' }] },
      Done: { Type: 'Succeed' },
    },
  };
  const found = await survey(age, { runs: 200 });
  expect(found.breaks).toMatchObject([
    { title: 'States.NoChoiceMatched in "Age"', scenario: { startTime: '2024-02-29T12:00:00.000Z' } },
  ]);
  expect(breakText(found.breaks[0]!)).toContain('\n  startTime: 2024-02-29T12:00:00.000Z\n');
});

test('says when a machine may still wait after its end', async () => {
  const Call = task('call', { Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 60, MaxAttempts: 3 }], End: true });
  const machine = { StartAt: 'Call', States: { Call } };
  expect(worstCase(machine)).toMatchObject({ waiting: 420, calls: 4, limit: undefined });
  expect(worstCase(machine, { type: 'EXPRESS' })).toMatchObject({ waiting: 420, limit: 300 });
  expect(await survey(machine, { runs: 20, type: 'EXPRESS' })).toMatchObject({
    worstCase: { waiting: 420, calls: 4 },
    slowness: 'may wait 7m in all, 7m of it in "Call"; the execution is ended after 5m',
  });
  expect((await survey(machine, { runs: 20 })).slowness).toBeUndefined();
});

describe('invariants', () => {
  const saga = (cancel: string) => ({
    StartAt: 'Book',
    States: {
      Book: task('book', { ResultPath: null, Next: 'Pay' }),
      Pay: task('pay', { Catch: [{ ErrorEquals: ['States.ALL'], Next: cancel }], ResultPath: null, Next: 'Done' }),
      CancelBooking: task('cancel', { Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 99 }], Next: 'Failed' }),
      Failed: { Type: 'Fail', Error: 'NotPaid' },
      Done: { Type: 'Succeed' },
    },
  });
  const route = (Next: string) => ({
    Type: 'Choice',
    Choices: [
      { Variable: '$.total', NumericGreaterThan: 3, Next: 'Failed' },
      { Variable: '$.total', NumericLessThan: 0, Next },
    ],
    Default: 'Done',
  });
  const pairs = invariants.compensates({ Book: 'CancelBooking' });

  test('compensates', async () => {
    expect(await titles(saga('CancelBooking'), { invariants: [pairs] })).toEqual([]);
    const { Book, Pay, Failed, Done } = saga('Failed').States;
    expect(await titles({ StartAt: 'Book', States: { Book, Pay, Failed, Done } }, { invariants: [pairs] })).toEqual([
      '"Book" was done, and "CancelBooking" never undid it',
    ]);
  });

  test('compensates by the names of the states', async () => {
    expect(await titles(saga('CancelBooking'), { invariants: [invariants.compensates()] })).toEqual([]);
    const { Book, Pay, CancelBooking, Failed, Done } = saga('Failed').States;
    const forgetful = {
      StartAt: 'Book',
      States: { 'Book the seat': Book, Pay, 'Cancel seat': CancelBooking, Failed, Done },
    };
    const unreached = { ...forgetful, StartAt: 'Book the seat' };
    const { breaks } = await survey(
      { ...unreached, States: { ...unreached.States, Pay: { ...Pay, Next: 'Route' }, Route: route('Cancel seat') } },
      { runs: 300, invariants: [invariants.compensates()] },
    );
    expect(breaks.map(({ title }) => title)).toEqual(['"Book the seat" was done, and "Cancel seat" never undid it']);
    expect(breaks[0]!.detail).toMatch(/told by their names.*compensates\(\{"Book the seat":"Cancel seat"\}\)/);
  });

  test('names that say nothing of what they undo are refused', async () => {
    const { Pay, Failed, Done } = saga('Failed').States;
    const unnamed = { StartAt: 'Pay', States: { Pay, Failed, Done } };
    await expect(survey(unnamed, { invariants: [invariants.compensates()] })).rejects.toThrow(
      new UnknownCompensationError(
        'No name of a state tells what it undoes; give the pairs, such as compensates({ ChargeCard: "RefundCard" })',
      ),
    );
  });

  describe('loses no items', () => {
    const batch = (more: object, state: object = {}) => ({
      StartAt: 'Each',
      States: {
        Each: {
          Type: 'Map',
          ToleratedFailurePercentage: 100,
          ItemsPath: '$.items',
          ItemProcessor: {
            ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
            StartAt: 'Work',
            States: { Work: task('work', { End: true, ...state }), Note: pass },
          },
          End: true,
          ...more,
        },
      },
    });
    const lost = (definition: object) => titles(definition, { invariants: [invariants.losesNoItems] });
    const Catch = [{ ErrorEquals: ['States.ALL'], Next: 'Note' }];
    const withoutNote = (definition: ReturnType<typeof batch>) => {
      const { Note, ...States } = definition.States.Each.ItemProcessor.States;
      expect(Note).toBe(pass);
      const { Each } = definition.States;
      return { ...definition, States: { Each: { ...Each, ItemProcessor: { ...Each.ItemProcessor, States } } } };
    };

    test('of a Map that tolerates failures and writes down nothing', async () => {
      expect(await lost(withoutNote(batch({})))).toEqual([
        'an item of "Each" failed, and "Each" succeeded without saying which',
      ]);
    });

    test.each([
      [
        'a ResultWriter',
        withoutNote(
          batch({
            ResultWriter: { Resource: 'arn:aws:states:::s3:putObject', Parameters: { Bucket: 'b', Prefix: 'p' } },
          }),
        ),
      ],
      ['a Catch', batch({}, { Catch })],
      ['no tolerance', withoutNote(batch({ ToleratedFailurePercentage: 0 }))],
    ])('not with %s', async (_, definition) => {
      expect(await lost(definition)).toEqual([]);
    });
  });

  test('handles failures', async () => {
    expect(await titles(saga('CancelBooking'), { invariants: [invariants.handlesFailures] })).toEqual(
      expect.arrayContaining(['Lambda.Unknown of "Book" is not handled']),
    );
    const handled = {
      StartAt: 'A',
      States: { A: task('a', { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'B' }], End: true }), B: { Type: 'Fail' } },
    };
    expect(await titles(handled, { invariants: [invariants.handlesFailures] })).toEqual([]);
  });

  test('within budget', async () => {
    const slow = { StartAt: 'W', States: { W: { Type: 'Wait', SecondsPath: '$.n', End: true } } };
    expect(await titles(slow, { invariants: [invariants.withinBudget({ seconds: 10 })] })).toEqual([
      'more than 10 seconds',
    ]);
    expect(
      await titles(slow, {
        invariants: [invariants.withinBudget({ seconds: 1000, events: 4, calls: 0, payload: 100 })],
      }),
    ).toEqual([]);
    expect(await titles(slow, { invariants: [invariants.withinBudget({ events: 3 })] })).toEqual([
      'more than 3 events',
    ]);
  });

  test('within limits', async () => {
    const slow = { StartAt: 'W', States: { W: { Type: 'Wait', Seconds: 301, End: true } } };
    expect(await titles(slow, { type: 'EXPRESS' })).toEqual(['takes longer than Step Functions allows']);
    expect(await titles(slow)).toEqual([]);
  });

  test('survives redelivery', async () => {
    const express = (Payload: object) => ({
      StartAt: 'Charge',
      States: {
        Charge: {
          Type: 'Task',
          Resource: 'arn:aws:states:::lambda:invoke',
          Parameters: { FunctionName: 'charge', Payload },
          End: true,
        },
      },
    });
    const report = await survey(express({ 'requestId.$': 'States.UUID()', 'id.$': '$.id' }), {
      type: 'EXPRESS',
      runs: 50,
    });
    expect(report.breaks[0]).toMatchObject({ title: '"Charge" ran twice in an Express redelivery' });
    expect(report.breaks[0]!.detail).toMatch(/differ in nothing but "Payload\.requestId"$/);
    expect(await titles(express({ 'id.$': '$.id' }), { type: 'EXPRESS' })).toEqual([]);
    const publish = {
      Type: 'Task',
      Resource: 'arn:aws:states:::sns:publish',
      Parameters: { TopicArn: 't', Message: 'm' },
      End: true,
    };
    expect(await titles({ StartAt: 'P', States: { P: publish } }, { type: 'EXPRESS' })).toEqual([
      '"P" ran twice in an Express redelivery',
    ]);
    expect(await titles({ StartAt: 'P', States: { P: publish } })).toEqual([]);
  });

  describe('survives redelivery after a cut', () => {
    const reserve = (condition: object, Catch: readonly object[]) => ({
      StartAt: 'Reserve',
      States: {
        Reserve: {
          Type: 'Task',
          Resource: 'arn:aws:states:::dynamodb:putItem',
          Parameters: { TableName: 'seats', Item: { 'seat.$': '$.seat' }, ...condition },
          ResultPath: null,
          Catch,
          Next: 'Confirm',
        },
        Confirm: task('confirm', { End: true }),
      },
    });
    const once = { ConditionExpression: 'attribute_not_exists(seat)' };
    const caught = (name: string) => [{ ErrorEquals: [name], ResultPath: null, Next: 'Confirm' }];
    const express = (definition: object) => titles(definition, { type: 'EXPRESS' });

    test('what comes after a write that is refused the second time is left out', async () => {
      const report = await survey(reserve(once, []), { type: 'EXPRESS', runs: 100 });
      expect(report.breaks).toMatchObject([
        {
          title: '"Confirm" is left out when an Express execution is cut off after "Reserve"',
          detail:
            'delivered again, "Reserve" fails with DynamoDB.ConditionalCheckFailedException, for it was done before; catch that and go on as if it had succeeded',
        },
      ]);
      expect(await express(reserve(once, caught('DynamoDB.ProvisionedThroughputExceededException')))).toHaveLength(1);
    });

    test('not when it goes on, or is not refused, or the workflow is Standard', async () => {
      expect(await express(reserve(once, caught('DynamoDB.ConditionalCheckFailedException')))).toEqual([]);
      expect(await express(reserve({}, []))).toEqual([]);
      expect(await titles(reserve(once, []))).toEqual([]);
    });
  });

  test('order independent', async () => {
    const branch = (name: string) => ({ StartAt: name, States: { [name]: task(name, { End: true }) } });
    const parallel = {
      StartAt: 'Both',
      States: { Both: { Type: 'Parallel', Branches: [branch('A'), branch('B')], End: true } },
    };
    expect(await titles(parallel, { invariants: [invariants.orderIndependent] })).toEqual([]);
    // Whoever comes second gets a number that depends on who came first.
    const step = (name: string) => ({
      StartAt: `${name}1`,
      States: { [`${name}1`]: task(name, { Next: `${name}2` }), [`${name}2`]: task(name, { End: true }) },
    });
    const steps = { StartAt: 'Both', States: { Both: { ...parallel.States.Both, Branches: [step('A'), step('B')] } } };
    const counts = new Map<string, number>();
    const number = (call: TaskCall) => {
      const count = (counts.get(call.executionArn) ?? 0) + 1;
      counts.set(call.executionArn, count);
      return { count };
    };
    const options = { runs: 20, mocks: { A2: number, B2: number }, tasks: { A1: { errors: [] }, B1: { errors: [] } } };
    expect(await titles(steps, { ...options, invariants: [invariants.orderIndependent] })).toEqual([
      'the end depends on which branch or iteration is faster',
    ]);
  });

  test('one of your own', async () => {
    const never = {
      name: 'never refunds',
      check: ({ execution }: { execution: { path: readonly string[] } }) =>
        execution.path.includes('Refund') ? { title: 'refunded' } : undefined,
    };
    const report = await survey(order, { runs: 200, invariants: [never] });
    expect(report.breaks).toMatchObject([
      { title: 'refunded', invariant: 'never refunds', scenario: { input: { total: expect.any(Number) as number } } },
    ]);
  });

  test('one that expects', async () => {
    const never = {
      name: 'never refunds',
      check: ({ execution }: Trial) => {
        expect(execution.path).not.toContain('Refund');
        return undefined;
      },
    };
    const { breaks } = await survey(order, { runs: 200, invariants: [never] });
    expect(breaks).toMatchObject([
      { title: '"never refunds" does not hold', detail: expect.stringContaining('not.toContain') as string },
    ]);
  });

  test('one that is in error itself, or a mock that has no answer, ends the exploration', async () => {
    const wrong = {
      name: 'wrong',
      check: () => {
        throw new TypeError('It is in error itself');
      },
    };
    await expect(survey(order, { runs: 20, invariants: [wrong] })).rejects.toThrow(
      new TypeError('It is in error itself'),
    );
    const once = { Charge: mock.fails('Busy').times(1) };
    await expect(survey(order, { runs: 200, mocks: once })).rejects.toThrow(MockExhaustedError);
  });
});
