import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const machine = (States: object, more: object = {}) => ({ ...more, StartAt: Object.keys(States)[0], States });
const EXPRESS = { type: 'EXPRESS' } as const;
const wait = (Seconds: number, more: object = { End: true }) => ({ Type: 'Wait', Seconds, ...more });
const call = (more: object) => ({ Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', ...more, End: true });
const retry = (more: object) => machine({ Call: call({ Retry: [{ ErrorEquals: ['States.ALL'], ...more }] }) });
const CALLBACK = 'arn:aws:states:::sqs:sendMessage.waitForTaskToken';
/** Timeout and heartbeat from the data that a Pass has made. */
const beats = (t: number, h: number) =>
  machine({
    Settle: { Type: 'Pass', Result: { t, h }, ResultPath: '$.settings', Next: 'Call' },
    Call: {
      ...call({ TimeoutSecondsPath: '$.settings.t', HeartbeatSecondsPath: '$.settings.h' }),
      Resource: CALLBACK,
    },
  });
const jsonataBeats = (TimeoutSeconds: unknown, HeartbeatSeconds: unknown) =>
  machine(
    {
      Settle: { Type: 'Pass', Assign: { limit: 300 }, Next: 'Call' },
      Call: { ...call({ TimeoutSeconds, HeartbeatSeconds }), Resource: CALLBACK },
    },
    { QueryLanguage: 'JSONata' },
  );

/** A wait that one way leads to, after 100 seconds. */
const sometimes = (Seconds: number) =>
  machine({
    Settle: wait(100, { Next: 'Ask' }),
    Ask: { Type: 'Choice', Choices: [{ Variable: '$.a', IsPresent: true, Next: 'Wait' }], Default: 'Done' },
    Wait: wait(Seconds),
    Done: { Type: 'Succeed' },
  });

/** Asks until it is ready, or has asked `most` times. */
const polling = (Seconds: number, most: number, more: object = {}) =>
  machine(
    {
      Begin: { Type: 'Pass', Assign: { tries: 0 }, Next: 'Ask' },
      Ask: { ...call({ Assign: { tries: '{% $tries + 1 %}' } }), End: undefined, Next: 'Ready?' },
      'Ready?': {
        Type: 'Choice',
        Choices: [
          { Condition: '{% $states.input.ready %}', Next: 'Done' },
          { Condition: `{% $tries >= ${most} %}`, Next: 'Failed' },
        ],
        Default: 'Pause',
      },
      Pause: wait(Seconds, { Next: 'Ask' }),
      Done: { Type: 'Succeed' },
      Failed: { Type: 'Fail', Error: 'NotReady' },
    },
    { QueryLanguage: 'JSONata', ...more },
  );

new AslRuleTester().run('max-execution-time', rule, {
  valid: [
    {
      name: 'as much time as the machine has, and no Catch that waits for it',
      definition: machine({ Call: call({ TimeoutSeconds: 60 }) }, { TimeoutSeconds: 60 }),
    },
    { name: 'a Wait of a year', definition: sometimes(31_536_000) },
    {
      name: 'a wait that depends on the data',
      definition: machine(
        { Wait: { Type: 'Wait', Seconds: '{% 600 * $states.input.n %}', End: true } },
        { QueryLanguage: 'JSONata' },
      ),
      ...EXPRESS,
    },
    { definition: sometimes(200), ...EXPRESS },
    { definition: sometimes(201) },
    { definition: machine({ Call: call({ TimeoutSeconds: 300 }) }), ...EXPRESS },
    { definition: machine({ Call: call({ TimeoutSeconds: 50 }) }, { TimeoutSeconds: 60 }) },
    { definition: machine({ Call: call({ TimeoutSeconds: 9000 }) }) },
    { definition: retry({ IntervalSeconds: 1, MaxAttempts: 8, BackoffRate: 2 }), ...EXPRESS },
    {
      name: 'the waits are capped',
      definition: retry({ IntervalSeconds: 10, MaxAttempts: 10, BackoffRate: 2, MaxDelaySeconds: 20 }),
      ...EXPRESS,
    },
    {
      name: 'jitter may make them short',
      definition: retry({ IntervalSeconds: 200, MaxAttempts: 2, JitterStrategy: 'FULL' }),
      ...EXPRESS,
    },
    ...[
      { TimeoutSeconds: 60, Retry: [{ ErrorEquals: ['States.Timeout'], MaxAttempts: 3, BackoffRate: 1 }] },
      { TimeoutSeconds: 60, Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 3 }] },
      { TimeoutSeconds: 100, Retry: [{ ErrorEquals: ['States.TaskFailed', 'SQS.SdkClientException'] }] },
      { TimeoutSeconds: 100, Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 0 }] },
      { TimeoutSeconds: 1, Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 1000, BackoffRate: 1 }] },
      { Retry: [{ ErrorEquals: ['States.Timeout'], MaxAttempts: 9, BackoffRate: 1 }] },
    ].map((more) => ({
      name: 'timeouts that all fit, are not tried again, or are tried again until the end',
      definition: machine({ Call: call(more) }),
      ...EXPRESS,
    })),
    { name: 'until the end', definition: retry({ IntervalSeconds: 1, MaxAttempts: 99999 }), ...EXPRESS },
    { name: 'a heartbeat below the timeout, both from the data', definition: beats(120, 60) },
    { name: 'a heartbeat that JSONata gives', definition: jsonataBeats('{% $limit %}', '{% 60 * 4 %}') },
    { name: 'a heartbeat of the input', definition: jsonataBeats(300, '{% $states.input.beat %}') },
    { name: 'a heartbeat that is part of the timeout', definition: jsonataBeats('{% $t %}', '{% $t / 2 %}') },
    { name: 'each at random', definition: jsonataBeats('{% $random() * 9 %}', '{% $random() * 9 %}') },
    { name: 'two numbers: AWS refuses them', definition: jsonataBeats(300, 300) },
    {
      name: 'a heartbeat that is one of two',
      definition: machine({
        Ask: { Type: 'Choice', Choices: [{ Variable: '$.a', IsPresent: true, Next: 'Long' }], Default: 'Short' },
        Long: { Type: 'Pass', Result: { h: 600 }, Next: 'Call' },
        Short: { Type: 'Pass', Result: { h: 6 }, Next: 'Call' },
        Call: { ...call({ TimeoutSeconds: 60, HeartbeatSecondsPath: '$.h' }), Resource: CALLBACK },
      }),
    },
    { definition: machine({ Call: call({}) }, { TimeoutSeconds: 300 }), ...EXPRESS },
    { name: 'never', definition: retry({ IntervalSeconds: 900, MaxAttempts: 0 }), ...EXPRESS },
    { name: 'numbers that are filled in', definition: retry({ IntervalSeconds: '${Seconds}' }), ...EXPRESS },
    {
      name: 'a jitter that is filled in',
      definition: retry({ IntervalSeconds: 900, JitterStrategy: '${Jitter}' }),
      ...EXPRESS,
    },
    {
      name: 'a timeout that is filled in',
      definition: machine({ Call: call({ TimeoutSeconds: '${Timeout}' }) }),
      ...EXPRESS,
    },
    { name: 'no way is fast enough: a finding of its own', definition: machine({ Wait: wait(600) }), ...EXPRESS },
    { name: 'what nobody reaches', definition: machine({ Done: { Type: 'Succeed' }, Wait: wait(600) }), ...EXPRESS },
    { name: 'rounds that all fit', definition: polling(30, 11), ...EXPRESS },
    { name: 'rounds without a limit', definition: polling(60, 1000) },
    { name: 'rounds that all fit into the TimeoutSeconds', definition: polling(60, 61, { TimeoutSeconds: 3600 }) },
  ],
  invalid: [
    {
      name: 'a Catch of a timeout that comes together with that of the machine',
      definition: machine(
        {
          Call: call({ TimeoutSeconds: 60, Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Failed' }] }),
          Failed: { Type: 'Fail' },
        },
        { TimeoutSeconds: 60 },
      ),
      errors: [
        {
          message:
            '"TimeoutSeconds" of "Call" is 60 seconds, but the "TimeoutSeconds" of the state machine ends the execution after 60, and no Catch sees that; lower it, or raise the "TimeoutSeconds" of the state machine',
          at: '/States/Call/TimeoutSeconds',
        },
      ],
    },
    {
      name: 'a Wait of more than a year',
      definition: sometimes(40_000_000),
      errors: [
        {
          message:
            '"Wait" waits 40000000 seconds, but an execution may take 31536000, a year, and a Wait that is longer fails; shorten the wait, or leave the rest of it to a schedule that starts another execution',
          at: '/States/Wait/Seconds',
        },
      ],
    },
    {
      name: 'rounds of which the last come too late',
      definition: polling(60, 10),
      ...EXPRESS,
      errors: [
        {
          message:
            'Each round of "Ask", "Ready?" and "Pause" takes 60 seconds or more, and there may be 10 until "$tries" comes to 10, 540 seconds after the start at the earliest, but an Express workflow is ended after 300; shorten "Pause", lower the bound, or make the workflow Standard',
          at: '/States/Pause/Seconds',
        },
      ],
    },
    {
      name: 'rounds beyond the TimeoutSeconds',
      definition: polling(60, 62, { TimeoutSeconds: 3600 }),
      errors: [{ messageId: 'loop', at: '/States/Pause/Seconds' }],
    },
    {
      name: 'a wait that alone is too long',
      definition: polling(600, 10),
      ...EXPRESS,
      errors: [{ messageId: 'wait', at: '/States/Pause/Seconds' }],
    },
    {
      name: 'a heartbeat that the data makes longer than the timeout',
      definition: beats(60, 120),
      errors: [
        {
          message:
            '"HeartbeatSecondsPath" of "Call" gives 120 seconds and "TimeoutSecondsPath" 60, so the timeout comes first and no missing heartbeat is ever noticed; lower the heartbeat',
          at: '/States/Call/HeartbeatSecondsPath',
        },
      ],
    },
    {
      name: 'a heartbeat that JSONata makes as long as the timeout',
      definition: jsonataBeats('{% $limit %}', '{% 60 * 5 %}'),
      errors: [{ messageId: 'heartbeat', at: '/States/Call/HeartbeatSeconds' }],
    },
    {
      name: 'a time that Express does not give',
      definition: machine({ Call: call({}) }, { TimeoutSeconds: 900 }),
      ...EXPRESS,
      errors: [
        {
          message:
            '"TimeoutSeconds" of the state machine is 900 seconds, but an Express workflow is ended after 300; lower it, or make the workflow Standard',
          at: '/TimeoutSeconds',
        },
      ],
    },
    {
      name: 'a wait of the data that a Pass has made',
      definition: machine(
        {
          Settle: { Type: 'Pass', Result: { seconds: 9000 }, ResultPath: '$.delay', Next: 'Wait' },
          Wait: { Type: 'Wait', SecondsPath: '$.delay.seconds', End: true },
        },
        { TimeoutSeconds: 3600 },
      ),
      errors: [{ messageId: 'wait', at: '/States/Wait/SecondsPath' }],
    },
    {
      name: 'a timeout that JSONata gives whatever the data',
      definition: machine({ Call: call({ TimeoutSeconds: '{% 60 * 10 %}' }) }, { QueryLanguage: 'JSONata' }),
      ...EXPRESS,
      errors: [{ messageId: 'timeout', at: '/States/Call/TimeoutSeconds' }],
    },
    {
      name: 'a wait',
      definition: sometimes(600),
      ...EXPRESS,
      errors: [
        {
          message:
            '"Wait" waits 600 seconds and begins after 100 at the earliest, but an Express workflow is ended after 300; shorten the wait, or make the workflow Standard',
          at: '/States/Wait/Seconds',
        },
      ],
    },
    {
      name: 'a wait that comes too late',
      definition: { ...sometimes(201), TimeoutSeconds: 300 },
      errors: [
        {
          message: /"TimeoutSeconds" of the state machine ends the execution after 300; shorten the wait, or raise/,
          at: '/States/Wait/Seconds',
        },
      ],
    },
    {
      name: 'a timeout',
      definition: machine({ Call: call({ TimeoutSeconds: 900, HeartbeatSeconds: 400 }) }),
      ...EXPRESS,
      errors: [
        {
          message:
            '"TimeoutSeconds" of "Call" is 900 seconds, but an Express workflow is ended after 300, and no Catch sees that; lower it, or make the workflow Standard',
          at: '/States/Call/TimeoutSeconds',
        },
        { message: /^"HeartbeatSeconds" of "Call" is 400 seconds, but/, at: '/States/Call/HeartbeatSeconds' },
      ],
    },
    {
      name: 'a timeout inside a Parallel inside a Map',
      definition: machine(
        {
          Settle: wait(10, { Next: 'Each' }),
          Each: {
            Type: 'Map',
            ItemProcessor: machine({
              Rest: wait(20, { Next: 'Both' }),
              Both: { Type: 'Parallel', Branches: [machine({ Call: call({ TimeoutSeconds: 31 }) })], End: true },
            }),
            End: true,
          },
        },
        { TimeoutSeconds: 60 },
      ),
      errors: [
        {
          message: /^"TimeoutSeconds" of "Call" is 31 seconds and begins after 30 at the earliest, but/,
          at: '/States/Each/ItemProcessor/States/Both/Branches[0]/States/Call/TimeoutSeconds',
        },
      ],
    },
    {
      name: 'retries',
      definition: retry({ IntervalSeconds: 10, MaxAttempts: 6, BackoffRate: 2 }),
      ...EXPRESS,
      errors: [
        {
          message:
            'The retries of "Call" wait 630 seconds in all, but an Express workflow is ended after 300: retry 5 of 6 can never begin; lower "MaxAttempts", "IntervalSeconds" or "BackoffRate", or make the workflow Standard',
          at: '/States/Call/Retry[0]/MaxAttempts',
        },
      ],
    },
    {
      name: 'retries by default 3 times, each time twice as long',
      definition: { ...retry({ IntervalSeconds: 10 }), TimeoutSeconds: 60 },
      errors: [
        {
          message: /wait 70 seconds in all, .*: retry 3 of 3 can never begin/,
          at: '/States/Call/Retry[0]/IntervalSeconds',
        },
      ],
    },
    {
      name: 'each attempt runs into its timeout',
      definition: machine(
        {
          Call: call({
            TimeoutSeconds: 1000,
            Retry: [{ ErrorEquals: ['States.Timeout'], IntervalSeconds: 60, BackoffRate: 1 }],
          }),
        },
        { TimeoutSeconds: 3600 },
      ),
      errors: [
        {
          message:
            'When each attempt of "Call" runs into its "TimeoutSeconds", 1000 seconds, it takes 4180 seconds with 3 retries, but the "TimeoutSeconds" of the state machine ends the execution after 3600, and no Catch sees that; lower "MaxAttempts" or the timeout, or raise the "TimeoutSeconds" of the state machine',
          at: '/States/Call/Retry[0]/IntervalSeconds',
        },
      ],
    },
    {
      name: 'so does each attempt after any error',
      definition: machine({
        Call: call({ TimeoutSeconds: 140, Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 2 }] }),
      }),
      ...EXPRESS,
      errors: [{ messageId: 'timeouts', at: '/States/Call/Retry[0]/MaxAttempts' }],
    },
    {
      name: 'waits that jitter makes half as long on average',
      definition: retry({ IntervalSeconds: 60, MaxAttempts: 5, JitterStrategy: 'FULL' }),
      ...EXPRESS,
      errors: [
        {
          message:
            'The retries of "Call" wait 930 seconds in all on average, but an Express workflow is ended after 300: retry 4 of 5 can hardly begin; lower "MaxAttempts", "IntervalSeconds" or "BackoffRate", or make the workflow Standard',
          at: '/States/Call/Retry[0]/MaxAttempts',
        },
      ],
    },
    {
      name: 'the waits between may be short',
      definition: machine({
        Call: call({
          TimeoutSeconds: 160,
          Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 100, MaxAttempts: 2, JitterStrategy: 'FULL' }],
        }),
      }),
      ...EXPRESS,
      errors: [{ message: /it takes 480 seconds with 2 retries/, at: '/States/Call/Retry[0]/MaxAttempts' }],
    },
    {
      name: 'a heartbeat and a timeout that read the same',
      definition: machine({
        Call: { ...call({ TimeoutSecondsPath: '$.limit', HeartbeatSecondsPath: '$.limit' }), Resource: CALLBACK },
      }),
      errors: [
        {
          message:
            '"HeartbeatSecondsPath" of "Call" reads "$.limit", as "TimeoutSecondsPath" does, so the timeout comes first and no missing heartbeat is ever noticed; read a smaller number',
          at: '/States/Call/HeartbeatSecondsPath',
        },
      ],
    },
    {
      name: 'the same in JSONata',
      definition: jsonataBeats('{% $states.input.t %}', '{% $states.input.t %}'),
      errors: [{ messageId: 'sameHeartbeat', at: '/States/Call/HeartbeatSeconds' }],
    },
    {
      name: 'retries with nothing said',
      definition: { ...retry({}), TimeoutSeconds: 6 },
      errors: [{ message: /wait 7 seconds in all/, at: '/States/Call/Retry[0]/ErrorEquals' }],
    },
  ],
});
