import type { TaskCall } from '../../src';
import { lambda, run } from '../support';

const direct = { T: { Type: 'Task', Resource: lambda, End: true } };
const invoke = {
  T: {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Parameters: { FunctionName: `${lambda}:live`, 'Payload.$': '$' },
    End: true,
  },
};
const handler = (event: { n: number }, context: { functionName: string }) =>
  Promise.resolve([event.n + 1, context.functionName]);

test('a handler is called with the payload, and its result is the result', async () => {
  expect((await run(direct, { n: 1 }, { tasks: { 'lambda:work': handler } })).output).toEqual([2, 'work']);
});

test('lambda:invoke wraps the result', async () => {
  const execution = await run(invoke, { n: 1 }, { tasks: { 'lambda:work': handler } });
  expect(execution.output).toMatchObject({ StatusCode: 200, ExecutedVersion: '$LATEST', Payload: [2, 'work'] });
});

test('an error that is thrown is reported as Lambda reports it', async () => {
  class PaymentDeclined extends Error {
    override name = 'PaymentDeclined';
  }
  const failing = () => {
    throw new PaymentDeclined('no funds');
  };
  const execution = await run(direct, {}, { tasks: { 'lambda:work': failing } });
  expect(execution.error).toBe('PaymentDeclined');
  expect(JSON.parse(execution.cause!)).toMatchObject({ errorType: 'PaymentDeclined', errorMessage: 'no funds' });
});

test('a handler cannot change the data of the execution', async () => {
  const greedy = (event: { n: number }) => {
    event.n = 99;
    return null;
  };
  const states = { T: { Type: 'Task', Resource: lambda, ResultPath: '$.r', End: true } };
  expect((await run(states, { n: 1 }, { tasks: { 'lambda:work': greedy } })).output).toEqual({ n: 1, r: null });
});

test('"lambda:invoke" names the integration, not a function', async () => {
  const tasks = {
    'lambda:invoke': (call: TaskCall) => ({ Payload: (call.parameters as { Payload: unknown }).Payload }),
  };
  expect((await run(invoke, { n: 1 }, { tasks })).output).toEqual({ Payload: { n: 1 } });
});
