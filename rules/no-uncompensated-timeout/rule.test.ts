import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const call = (more: object = { End: true }) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::sqs:sendMessage',
  ...more,
});
const caught = (Next: string) => ({ Catch: [{ ErrorEquals: ['States.ALL'], Next }] });
const saga = (TimeoutSeconds: unknown, task: object = {}, undo: object = call({ Next: 'Failed' })) => ({
  ...(TimeoutSeconds !== undefined && { TimeoutSeconds }),
  StartAt: 'Charge',
  States: {
    Charge: call({ ...task, ...caught('Failed'), Next: 'Ship' }),
    Ship: call({ ...task, ...caught('Refund'), End: true }),
    Refund: undo,
    Failed: { Type: 'Fail' },
  },
});

const minute = { TimeoutSeconds: 60, Retry: [{ ErrorEquals: ['States.TaskFailed'], MaxAttempts: 1 }] };
/** Tries again three times after an error, for which it waits 1, 2 and 4 seconds. */
const refused = (name: string) => ({ TimeoutSeconds: 54, Retry: [{ ErrorEquals: [name] }] });
const refund = (TimeoutSeconds: number) => call({ TimeoutSeconds, Next: 'Failed' });
const branches = (...scopes: object[]) => ({ Type: 'Parallel', Branches: scopes });
const only = (name: string, task: object) => ({ StartAt: name, States: { [name]: task } });
const trip = (TimeoutSeconds: number, handler: string) => ({
  TimeoutSeconds,
  StartAt: 'Book',
  States: {
    Book: {
      ...branches(
        only('Hotel', call({ TimeoutSeconds: 50, End: true })),
        only('Car', call({ TimeoutSeconds: 60, End: true })),
      ),
      ...caught(handler),
      End: true,
    },
    [handler]: refund(30),
    Failed: { Type: 'Fail' },
  },
});
const distributed = (scope: object) => ({
  StartAt: 'Each',
  States: {
    Each: {
      Type: 'Map',
      ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' }, ...scope },
      End: true,
    },
  },
});
const pay = (TimeoutSeconds: number) => ({
  QueryLanguage: 'JSONata',
  TimeoutSeconds,
  StartAt: 'Pay',
  States: {
    Pay: call({ TimeoutSeconds: '{% 30 + 30 %}', ...caught('Failed'), Next: 'Ship' }),
    Ship: call({ TimeoutSeconds: '{% 100 %}', ...caught('Refund'), End: true }),
    Refund: refund(30),
    Failed: { Type: 'Fail' },
  },
});

/** Asks again after each wait, and takes the money back when it has asked often enough. */
const polled = (TimeoutSeconds: number, test = 'NumericGreaterThanEquals', value: unknown = 10) => ({
  TimeoutSeconds,
  StartAt: 'Charge',
  States: {
    Charge: call({ TimeoutSeconds: 30, ResultPath: null, Next: 'Init' }),
    Init: { Type: 'Pass', Result: { n: 0 }, ResultPath: '$.tries', Next: 'Pause' },
    Pause: { Type: 'Wait', Seconds: 10, Next: 'Ask' },
    Ask: call({ TimeoutSeconds: 30, ResultPath: '$.answer', ...caught('Refund'), Next: 'Count' }),
    Count: {
      Type: 'Pass',
      Parameters: { 'n.$': 'States.MathAdd($.tries.n, 1)' },
      ResultPath: '$.tries',
      Next: 'Enough',
    },
    Enough: {
      Type: 'Choice',
      Choices: [
        { Variable: '$.answer.ok', BooleanEquals: true, Next: 'Done' },
        { Variable: '$.tries.n', [test]: value, Next: 'Refund' },
      ],
      Default: 'Pause',
    },
    Done: { Type: 'Succeed' },
    Refund: refund(30),
    Failed: { Type: 'Fail' },
  },
});

new AslRuleTester().run('no-uncompensated-timeout', rule, {
  valid: [
    {
      name: 'a call that Lambda refuses is over at once',
      definition: saga(200, refused('Lambda.TooManyRequestsException'), refund(30)),
    },
    {
      name: 'a message undoes nothing',
      definition: saga(60, minute, { ...refund(30), Resource: 'arn:aws:states:::sns:publish' }),
    },
    {
      name: 'the Tasks end before',
      definition: saga(100, { TimeoutSeconds: 30 }, call({ TimeoutSeconds: 30, Next: 'Failed' })),
    },
    {
      name: 'with their retries',
      definition: saga(
        300,
        { TimeoutSeconds: 30, Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 2 }] },
        call({ TimeoutSeconds: 30, Next: 'Failed' }),
      ),
    },
    { name: 'an API answers within a minute', definition: saga(180) },
    { name: 'each round of a loop that is counted', definition: polled(500) },
    { name: 'no timeout of the machine', definition: saga(undefined) },
    { name: 'one that is filled in', definition: saga('${Timeout}') },
    { name: 'nothing is undone', definition: saga(15, {}, { Type: 'Pass', Next: 'Failed' }) },
    {
      name: 'nothing was done before',
      definition: {
        TimeoutSeconds: 15,
        StartAt: 'Charge',
        States: {
          Charge: call({ ...caught('Tell'), End: true }),
          Tell: call({ Next: 'Failed' }),
          Failed: { Type: 'Fail' },
        },
      },
    },
    {
      name: 'Lambda ends by itself in 15 minutes',
      definition: saga(
        2700,
        { Resource: 'arn:aws:lambda:us-east-1:123456789012:function:f' },
        { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Next: 'Failed' },
      ),
    },
    {
      name: 'a Catch that is filled in',
      code: JSON.stringify(saga(15)).replace(/"Catch":\[\{[^}]*\}\]/, '"Catch":$${Catch}'),
    },
    { name: 'Express: within the five minutes', type: 'EXPRESS', definition: saga(undefined, minute, refund(30)) },
    {
      name: 'Express: what has no timeout of its own is hardly meant to take as long',
      type: 'EXPRESS',
      definition: saga(undefined, { Resource: 'arn:aws:lambda:us-east-1:123456789012:function:f' }),
    },
    {
      name: 'Express: how often a loop is gone round is not known',
      type: 'EXPRESS',
      definition: {
        StartAt: 'Charge',
        States: {
          Charge: call({ TimeoutSeconds: 30, Next: 'Pause' }),
          Pause: { Type: 'Wait', Seconds: 5, Next: 'Ready?' },
          'Ready?': {
            Type: 'Choice',
            Choices: [{ Variable: '$.ready', BooleanEquals: true, Next: 'Ship' }],
            Default: 'Pause',
          },
          Ship: call({ TimeoutSeconds: 30, ...caught('Refund'), End: true }),
          Refund: refund(30),
          Failed: { Type: 'Fail' },
        },
      },
    },
    { name: 'Standard has no five minutes', definition: saga(undefined, { TimeoutSeconds: 400 }, refund(30)) },
    {
      name: 'what comes after the Catch is not its business',
      definition: {
        TimeoutSeconds: 300,
        StartAt: 'Charge',
        States: {
          Charge: call({ TimeoutSeconds: 60, ...caught('Failed'), Next: 'Ship' }),
          Ship: call({ TimeoutSeconds: 60, ...caught('Refund'), Next: 'Thank' }),
          Thank: call({ ...caught('Done'), Next: 'Done' }),
          Done: { Type: 'Succeed' },
          Refund: refund(60),
          Failed: { Type: 'Fail' },
        },
      },
    },
    { name: 'a Parallel whose branches end before', definition: trip(100, 'Cancel all') },
    { name: 'a Parallel after which somebody is told', definition: trip(80, 'Tell') },
    { name: 'children of a distributed Map that end in time', definition: distributed(saga(undefined, minute)) },
    { name: 'timeouts by expressions that add up to less', definition: pay(200) },
  ],
  invalid: [
    {
      name: 'what the function throws may come at the end of its time',
      definition: saga(200, refused('Busy'), refund(30)),
      errors: [{ message: /^After 200 seconds .* it may take 476: /, at: '/TimeoutSeconds' }],
    },
    {
      name: 'Express: timeouts with their retries are more than five minutes',
      type: 'EXPRESS',
      definition: saga(undefined, { ...minute, TimeoutSeconds: 90 }, refund(30)),
      errors: [
        {
          message:
            'An Express workflow is ended after 300 seconds without asking any Catch, and the timeouts and retries up to the end of "Refund" add up to 392: what "Charge" did would stand; lower them to less together, or make the workflow Standard',
          at: '/States/Ship/Catch',
          part: 'key',
        },
      ],
    },
    {
      name: 'Express with a timeout of its own',
      type: 'EXPRESS',
      definition: saga(200, { TimeoutSeconds: 90 }, refund(30)),
      errors: [{ message: /^After 200 seconds .* it may take 210: /, at: '/TimeoutSeconds' }],
    },
    {
      name: 'Express children of a distributed Map',
      definition: distributed(saga(undefined, { TimeoutSeconds: 200 }, refund(30))),
      errors: [{ messageId: 'express', at: '/States/Each/ItemProcessor/States/Ship/Catch', part: 'key' }],
    },
    {
      name: 'what a Parallel has done when one of its branches fails',
      definition: trip(80, 'Cancel all'),
      errors: [{ message: /it may take 90: what "Book" did would stand without "Cancel all";/, at: '/TimeoutSeconds' }],
    },
    {
      name: 'in a branch, after what comes before the Parallel',
      definition: {
        TimeoutSeconds: 200,
        StartAt: 'Load',
        States: {
          Load: call({ TimeoutSeconds: 60, Next: 'Both' }),
          Both: { ...branches(saga(undefined, { TimeoutSeconds: 60 }, refund(30))), End: true },
        },
      },
      errors: [{ message: /it may take 210: what "Charge" did/, at: '/TimeoutSeconds' }],
    },
    {
      name: 'timeouts by expressions',
      definition: pay(180),
      errors: [{ message: /it may take 190: what "Pay" did would stand without "Refund";/, at: '/TimeoutSeconds' }],
    },
    {
      name: 'Tasks without timeouts',
      definition: saga(15, { Resource: 'arn:aws:states:::states:startExecution.sync' }),
      errors: [
        {
          message:
            'After 15 seconds the execution is ended without asking any Catch, and it may take any time, for not all of its Tasks have a timeout: what "Charge" did would stand without "Refund"; give the Tasks "TimeoutSeconds" that add up to less, or raise this one',
          at: '/TimeoutSeconds',
        },
      ],
    },
    {
      name: 'APIs that may take a minute each',
      definition: saga(170),
      errors: [{ message: /^After 170 seconds .* it may take 180: /, at: '/TimeoutSeconds' }],
    },
    {
      name: 'branches that call such APIs',
      definition: {
        TimeoutSeconds: 100,
        StartAt: 'Book',
        States: {
          Book: { ...branches(only('Hotel', call()), only('Car', call())), ...caught('Cancel all'), End: true },
          'Cancel all': call({ Next: 'Failed' }),
          Failed: { Type: 'Fail' },
        },
      },
      errors: [{ message: /it may take 120: what "Book" did/, at: '/TimeoutSeconds' }],
    },
    {
      name: 'a loop that is counted, and a compensation that a Choice leads to as well',
      definition: polled(480),
      errors: [{ message: /it may take 490: what "Charge" did would stand without "Refund";/, at: '/TimeoutSeconds' }],
    },
    {
      name: 'a loop that nothing counts',
      definition: polled(100_000, 'IsPresent', true),
      errors: [{ message: /it may take any time, .* without "Refund";/, at: '/TimeoutSeconds' }],
    },
    {
      name: 'timeouts that add up to more',
      definition: saga(80, { TimeoutSeconds: 30 }, call({ TimeoutSeconds: 30, Next: 'Failed' })),
      errors: [{ message: /and it may take 90: what "Charge" did/, at: '/TimeoutSeconds' }],
    },
    {
      name: 'with their retries',
      definition: saga(
        200,
        { TimeoutSeconds: 30, Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 2 }] },
        call({ TimeoutSeconds: 30, Next: 'Failed' }),
      ),
      errors: [{ message: /and it may take 216: /, at: '/TimeoutSeconds' }],
    },
  ],
});
