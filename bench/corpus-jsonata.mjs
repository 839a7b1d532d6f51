import { retryOf, tasksWith } from './corpus-parts.mjs';

// The states of definitions in JSONata: `[weight, maker]`, the weights in per cent of the states and of the Tasks.

const task = (resource, argumentsOf, more = {}) => tasksWith('Arguments')(resource, argumentsOf, () => more);

const invoke = ({ name, next }) =>
  task(
    'lambda:invoke',
    () => ({
      FunctionName: '${' + name + 'FunctionArn}',
      Payload: { order: '{% $order %}', run: '{% $states.context.Execution.Name %}' },
    }),
    { Output: '{% $states.result.Payload %}' },
  )({ name, next });

/** The first state keeps the order for all that follow. */
const start = (place) => ({
  ...invoke(place),
  Arguments: { FunctionName: '${First}', Payload: '{% $states.input %}' },
  Assign: { order: '{% $states.result.Payload.order %}' },
});

const tasks = [
  [42, invoke],
  [
    24,
    task('aws-sdk:s3:getObject', () => ({ Bucket: '${Bucket}', Key: '{% $order.key %}' }), {
      Output: { body: '{% $states.result.Body %}', tag: '{% $states.result.ETag %}' },
    }),
  ],
  [7, task('sns:publish', () => ({ TopicArn: '${Topic}', Message: "{% 'Order ' & $order.id & ' has arrived' %}" }))],
  [9, task('dynamodb:putItem', () => ({ TableName: '${Table}', Item: { id: { S: '{% $order.id %}' } } }))],
  [3, task('glue:startJobRun.sync', () => ({ JobName: '${Job}', Arguments: { '--key': '{% $order.key %}' } }))],
];

export const jsonataStates = {
  language: { QueryLanguage: 'JSONata' },
  start,
  types: [
    [52, (place, oneOf) => oneOf(tasks)],
    [
      13,
      ({ name, next }) => ({
        Type: 'Choice',
        Choices: [{ Condition: `{% $order.state${name} = 'DONE' and $order.total${name} > 100 %}`, Next: next }],
        Default: 'Failed',
      }),
    ],
    [
      13,
      ({ name, next }) => ({
        Type: 'Pass',
        Output: { step: name, count: '{% $count($order.items) %}', sum: '{% $sum($order.items.price) %}' },
        Next: next,
      }),
    ],
    [5, ({ next }) => ({ Type: 'Wait', Seconds: 30, Next: next })],
    [
      5,
      ({ name, next }) => ({
        Type: 'Map',
        Items: '{% $order.items %}',
        MaxConcurrency: 5,
        ItemProcessor: {
          StartAt: `${name}Item`,
          States: {
            [`${name}Item`]: {
              Type: 'Task',
              Resource: 'arn:aws:states:::lambda:invoke',
              Arguments: { FunctionName: '${Item}', Payload: '{% $states.input %}' },
              Output: '{% $states.result.Payload %}',
              End: true,
            },
          },
        },
        Next: next,
      }),
    ],
  ],
  retryOf,
  handlers: [{ ErrorEquals: ['States.ALL'], Output: { failed: true }, Next: 'Failed' }],
};
