import type { Json } from '@stepproof/asl';
import { lintText } from '../src';

const failure = { ErrorEquals: ['States.ALL'], Next: 'Failed', ResultPath: '$.error' };

/** Something of everything that the rules look at. */
const jsonPath = {
  Comment: 'Orders',
  StartAt: 'Read',
  TimeoutSeconds: 600,
  States: {
    Read: {
      Type: 'Task',
      Resource: 'arn:aws:states:::dynamodb:getItem',
      Parameters: { TableName: 'orders', Key: { id: { 'S.$': '$.id' } } },
      ResultPath: '$.order',
      Retry: [{ ErrorEquals: ['States.TaskFailed'], IntervalSeconds: 1, MaxAttempts: 2, BackoffRate: 2 }],
      Catch: [failure],
      Next: 'Known?',
    },
    'Known?': {
      Type: 'Choice',
      Choices: [
        {
          And: [{ Variable: '$.order.Item', IsPresent: true }, { Not: { Variable: '$.n', NumericGreaterThan: 3 } }],
          Next: 'Each',
        },
      ],
      Default: 'Wait',
    },
    Wait: { Type: 'Wait', SecondsPath: '$.seconds', Next: 'Read' },
    Each: {
      Type: 'Map',
      ItemsPath: '$.items',
      MaxConcurrency: 2,
      ItemSelector: { 'item.$': '$$.Map.Item.Value' },
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' },
        StartAt: 'Send',
        States: {
          Send: {
            Type: 'Task',
            Resource: 'arn:aws:states:::sqs:sendMessage',
            Parameters: { QueueUrl: 'q', 'MessageBody.$': "States.Format('{}', $.item)" },
            End: true,
          },
        },
      },
      ResultSelector: { 'sent.$': '$[*].MessageId' },
      Next: 'Both',
    },
    Both: {
      Type: 'Parallel',
      Branches: [
        {
          StartAt: 'Ask',
          States: {
            Ask: {
              Type: 'Task',
              Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
              Parameters: { FunctionName: 'ask', Payload: { 'token.$': '$$.Task.Token' } },
              HeartbeatSeconds: 60,
              End: true,
            },
          },
        },
      ],
      Next: 'Count',
    },
    Count: { Type: 'Pass', Parameters: { 'count.$': 'States.MathAdd($.count, 1)' }, Next: 'Done' },
    Done: { Type: 'Succeed' },
    Failed: { Type: 'Fail', Error: 'Failed', CausePath: '$.error.Cause' },
  },
};

const jsonata = {
  QueryLanguage: 'JSONata',
  StartAt: 'Start',
  States: {
    Start: { Type: 'Pass', Assign: { n: 0, items: '{% $states.input.items %}' }, Next: 'Work' },
    Work: {
      Type: 'Task',
      Resource: 'arn:aws:lambda:us-east-1:123456789012:function:work',
      Arguments: { n: '{% $n + 1 %}' },
      Assign: { n: '{% $n + 1 %}' },
      Output: '{% $merge([$states.input, $states.result]) %}',
      Catch: [{ ErrorEquals: ['States.ALL'], Output: '{% $states.errorOutput %}', Next: 'Failed' }],
      Next: 'More?',
    },
    'More?': { Type: 'Choice', Choices: [{ Condition: '{% $n < 3 %}', Next: 'Work' }], Default: 'Each' },
    Each: {
      Type: 'Map',
      Items: '{% $items %}',
      ItemProcessor: { StartAt: 'One', States: { One: { Type: 'Wait', Seconds: '{% $states.input %}', End: true } } },
      End: true,
    },
    Failed: { Type: 'Fail', Cause: '{% $states.input.Cause %}' },
  },
};

/** What a member may be in place of what it should. */
const others: readonly Json[] = [null, 'x', [{}]];

/** The definition without one of its members, or with another value for it, each in turn. */
function* broken(value: Json): Generator<Json> {
  yield* others;
  if (typeof value !== 'object' || value === null) return;
  if (isList(value)) {
    for (const [index, item] of value.entries()) for (const other of broken(item)) yield value.with(index, other);
    return;
  }
  for (const [name, member] of Object.entries(value)) {
    yield Object.fromEntries(Object.entries(value).filter(([other]) => other !== name));
    for (const other of broken(member)) yield { ...value, [name]: other };
  }
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

test.each<[string, 'STANDARD' | 'EXPRESS', Json]>([
  ['JSONPath', 'EXPRESS', jsonPath as unknown as Json],
  ['JSONata', 'STANDARD', jsonata],
])(
  'no rule breaks down on a definition that lacks a member, or has another value for it (%s)',
  (_, type, definition) => {
    const texts = [...broken(definition)].map((one) => JSON.stringify(one));
    expect(texts.length).toBeGreaterThan(150);
    for (const text of texts) lintText(text, { filename: 'flow.asl.json', preset: 'strict', type });
  },
);
