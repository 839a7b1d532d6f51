import { lintText } from '../src';

const retry = [{ ErrorEquals: ['Lambda.TooManyRequestsException', 'Lambda.ServiceException'], JitterStrategy: 'FULL' }];
const caught = [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Failed' }];
const lambda = 'arn:aws:states:::lambda:invoke';
const count = { StartAt: 'Count', States: { Count: { Type: 'Pass', Parameters: { count: 1 }, End: true } } };

/** A definition with a part of every kind, in which nothing is found. */
const definition = {
  Comment: 'Ships what has been paid',
  StartAt: 'Price',
  TimeoutSeconds: 86_400,
  States: {
    Price: {
      Type: 'Task',
      Resource: lambda,
      Parameters: { FunctionName: 'price:1', 'Payload.$': '$' },
      ResultSelector: { 'total.$': '$.Payload.total', 'weight.$': '$.Payload.weight' },
      ResultPath: '$.price',
      TimeoutSeconds: 60,
      Retry: retry,
      Catch: caught,
      Next: 'How much?',
    },
    'How much?': {
      Type: 'Choice',
      Choices: [
        {
          And: [
            { Variable: '$.price.total', NumericGreaterThan: 100 },
            { Not: { Variable: '$.price.weight', NumericEquals: 0 } },
          ],
          Next: 'Both',
        },
        {
          Or: [
            { Variable: '$.price.total', NumericEquals: 0 },
            { Variable: '$.gift', IsPresent: true },
          ],
          Next: 'Each',
        },
      ],
      Default: 'Wait',
    },
    Both: {
      Type: 'Parallel',
      Branches: [count, { StartAt: 'Tally', States: { Tally: { ...count.States.Count } } }],
      ResultSelector: { 'first.$': '$[0].count', 'second.$': '$[1].count' },
      ResultPath: '$.counts',
      Catch: caught,
      Next: 'Each',
    },
    Each: {
      Type: 'Map',
      ItemReader: { Resource: 'arn:aws:states:::s3:listObjectsV2', Parameters: { Bucket: 'orders' } },
      ItemBatcher: { MaxItemsPerBatch: 10 },
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
        StartAt: 'Pack',
        States: {
          Pack: {
            Type: 'Task',
            Resource: lambda,
            Parameters: { FunctionName: 'pack:1', 'Payload.$': '$' },
            TimeoutSeconds: 60,
            Retry: retry,
            End: true,
          },
        },
      },
      MaxConcurrency: 100,
      ResultWriter: { Resource: 'arn:aws:states:::s3:putObject', Parameters: { Bucket: 'orders', Prefix: 'packed' } },
      ResultPath: '$.packed',
      Catch: caught,
      Next: 'Sum',
    },
    Wait: { Type: 'Wait', Seconds: 60, Next: 'Sum' },
    Sum: {
      Type: 'Pass',
      QueryLanguage: 'JSONata',
      Assign: { total: '{% $states.input.price.total + 1 %}' },
      Output: { total: '{% $states.input.price.total %}' },
      Next: 'Ship',
    },
    Ship: {
      Type: 'Task',
      QueryLanguage: 'JSONata',
      Resource: `${lambda}.waitForTaskToken`,
      Arguments: {
        FunctionName: 'ship:1',
        Payload: { token: '{% $states.context.Task.Token %}', total: '{% $total %}' },
      },
      TimeoutSeconds: 3600,
      Retry: retry,
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Failed' }],
      Output: { total: '{% $total %}' },
      End: true,
    },
    Failed: { Type: 'Fail', Error: 'NotShipped', Cause: 'See the error before' },
  },
};

type Path = readonly (string | number)[];

/** The places of all parts of a value: members, elements, and what is in them. */
const partsOf = (value: unknown, path: Path = []): Path[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, part]) => {
        const own = [...path, Array.isArray(value) ? Number(name) : name];
        return [own, ...partsOf(part, own)];
      })
    : [];

function replacedAt(value: unknown, [first, ...rest]: Path, by: unknown): unknown {
  if (first === undefined) return by;
  if (Array.isArray(value))
    return value.map((item, at) => (at === first ? replacedAt(item, rest, by) : (item as unknown)));
  return Object.fromEntries(
    Object.entries(value as object).map(([name, part]: [string, unknown]) => [
      name,
      name === first ? replacedAt(part, rest, by) : part,
    ]),
  );
}

const filledIn = '${Part}';
const lint = (text: string) => lintText(text, { filename: 'order.asl.json' });
const messagesWith = (path: Path, write: (text: string) => string) =>
  lint(write(JSON.stringify(replacedAt(definition, path, filledIn), null, 1))).map(
    ({ ruleId, severity, message }) => `${severity} ${ruleId}: ${message}`,
  );

/** All but the language: it decides how everything else is read. */
const parts = partsOf(definition)
  .filter((path) => path.at(-1) !== 'QueryLanguage')
  .map((path) => [path.join('/'), path] as const);

test('nothing is found in it as it is', () => {
  expect(lint(JSON.stringify(definition))).toEqual([]);
  expect(parts.length).toBeGreaterThan(100);
});

test.each(parts)('%s may be filled in', (_, path) => {
  expect(messagesWith(path, (text) => text.replace(`"${filledIn}"`, filledIn))).toEqual([]);
});

test.each(parts)('%s may be filled in between quotes, and AWS refuse nothing', (_, path) => {
  expect(messagesWith(path, (text) => text).filter((message) => message.startsWith('2'))).toEqual([]);
});
