/** Definitions of the sizes that people publish (median 6 states, 95 % up to 21), made from a fixed seed. */
export function makeCorpus(count, seed = 42) {
  const random = generator(seed);
  return Array.from({ length: count }, (_, index) => definition(index, sizeOf(random()), random));
}

/** One definition with that many states, for a close look. */
export const makeDefinition = (states, seed = 42) => definition(0, states, generator(seed));

const sizeOf = (share) =>
  share < 0.5 ? 3 + Math.round(share * 6) : share < 0.95 ? 6 + Math.round((share - 0.5) * 33) : 30;

/** mulberry32: a small generator with a fixed sequence for each seed. */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const retry = [
  {
    ErrorEquals: ['Lambda.ServiceException', 'Lambda.SdkClientException'],
    IntervalSeconds: 2,
    MaxAttempts: 6,
    BackoffRate: 2,
  },
];
const handlers = [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Failed' }];

/** As people publish them: about one in ten is an ARN with an account in it, the others come from the template around. */
const functionOf = (name) =>
  name.endsWith('7') ? `arn:aws:lambda:us-east-1:123456789012:function:${name}` : '${' + name + 'FunctionArn}';

const makers = [
  (next, name) => ({
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Parameters: {
      FunctionName: functionOf(name),
      Payload: { 'order.$': '$.order', 'run.$': '$$.Execution.Name' },
    },
    ResultPath: `$.${name}`,
    Retry: retry,
    Catch: handlers,
    Next: next,
  }),
  (next) => ({
    Type: 'Pass',
    Parameters: { 'message.$': "States.Format('{} of {}', $.order.id, $.order.total)", fixed: [1, 2, 3] },
    ResultPath: '$.text',
    Next: next,
  }),
  // Each asks something else: nobody asks the same twice.
  (next, name) => ({
    Type: 'Choice',
    Choices: [
      {
        And: [
          { Variable: `$.order.total${name}`, IsPresent: true },
          { Variable: `$.order.total${name}`, NumericGreaterThan: 100 },
        ],
        Next: next,
      },
    ],
    Default: 'Failed',
  }),
  (next) => ({ Type: 'Wait', Seconds: 30, Next: next }),
  (next, name) => ({
    Type: 'Map',
    ItemsPath: '$.order.items',
    MaxConcurrency: 5,
    ItemProcessor: {
      StartAt: `${name}Item`,
      States: {
        [`${name}Item`]: {
          Type: 'Task',
          Resource: 'arn:aws:states:::sqs:sendMessage',
          Parameters: { QueueUrl: 'https://queue', 'MessageBody.$': '$' },
          End: true,
        },
      },
    },
    ResultPath: `$.${name}`,
    Catch: handlers,
    Next: next,
  }),
];

function definition(index, states, random) {
  const names = Array.from({ length: states }, (_, n) => `State${n}`);
  const entries = names.map((name, n) => [
    name,
    makers[Math.floor(random() * makers.length)](names[n + 1] ?? 'Done', name),
  ]);
  return {
    Comment: `Definition ${index}`,
    StartAt: names[0],
    States: {
      // Whatever the dice say, something fails into "Failed".
      ...Object.fromEntries([[names[0], makers[0](names[1] ?? 'Done', names[0])], ...entries.slice(1)]),
      Done: { Type: 'Succeed' },
      Failed: { Type: 'Fail', Error: 'Failed' },
    },
  };
}
