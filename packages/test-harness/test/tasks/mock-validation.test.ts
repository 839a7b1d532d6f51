import { shapesSource } from '@stepproof/asl';
import { mock, StateMachine, type MockValidation } from '../../src';
import { activity, lambda, machineOf, run } from '../support';

const executed = (resource: string, result: unknown, mockValidation?: MockValidation) =>
  run(
    {
      T: { Type: 'Task', Resource: resource.startsWith('arn:') ? resource : `arn:aws:states:::${resource}`, End: true },
    },
    {},
    { tasks: () => ({ result: result as string }), ...(mockValidation && { mockValidation }) },
  );

const fault = (resource: string, rest: string) => ({
  name: 'InvalidOutcomeError',
  message: `The result of "arn:aws:states:::${resource}" in the state "T" is not what the API answers with: ${rest}`,
});

test.each<[string, unknown, string]>([
  ['sqs:sendMessage', { MessageId: 5 }, '"MessageId" must be a string; change it, or set "mockValidation" to "NONE"'],
  [
    'ecs:runTask',
    { Tasks: [{ TaskArn: 'a' }, { Containers: [{ ExitCode: '1' }] }] },
    '"Tasks[1].Containers[0].ExitCode" must be a number; change it, or set "mockValidation" to "NONE"',
  ],
  [
    'aws-sdk:comprehend:detectSentiment',
    { Sentiment: 'GOOD' },
    '"Sentiment" is not an expected value; use one of "POSITIVE", "NEGATIVE", "NEUTRAL", "MIXED", ' +
      `or set "mockValidation" to "NONE" if AWS has added the value since ${shapesSource().date}`,
  ],
  [
    'aws-sdk:dynamodb:putItem',
    null,
    'it must be an object; use the members of the response, or set "mockValidation" to "NONE"',
  ],
])('a result of %s that cannot be: %j', async (resource, result, rest) => {
  await expect(executed(resource, result, 'PRESENT')).rejects.toMatchObject(fault(resource, rest));
  await expect(executed(resource, result, 'STRICT')).rejects.toMatchObject(fault(resource, rest));
  expect((await executed(resource, result)).output).toEqual(result);
  expect((await executed(resource, result, 'NONE')).output).toEqual(result);
});

test('what is required is demanded by STRICT only', async () => {
  const result = { ExecutionArn: 'arn' };
  const rest = 'the required "StartDate" is missing; add it, or set "mockValidation" to "PRESENT"';
  await expect(executed('states:startExecution', result, 'STRICT')).rejects.toMatchObject(
    fault('states:startExecution', rest),
  );
  expect((await executed('states:startExecution', result, 'PRESENT')).output).toEqual(result);
});

test.each<[string, unknown]>([
  ['lambda:invoke', { Payload: { ok: true }, StatusCode: 200 }],
  [
    'states:startExecution.sync',
    { ExecutionArn: 'a', StateMachineArn: 'm', Status: 'SUCCEEDED', StartDate: 5, Output: '{}' },
  ],
  [
    'states:startExecution.sync:2',
    { ExecutionArn: 'a', StateMachineArn: 'm', Status: 'SUCCEEDED', StartDate: 5, Output: {} },
  ],
  ['glue:startJobRun.sync', { JobRunState: 'SUCCEEDED' }],
  ['sqs:sendMessage.waitForTaskToken', 'approved'],
  ['apigateway:invoke', { StatusCode: 200 }],
  [lambda, [1]],
  [activity, [1]],
])('%s may give back %j', async (resource, result) => {
  expect((await executed(resource, result, 'STRICT')).output).toEqual(result);
});

test('a Lambda handler and an error pass', async () => {
  const states = {
    T: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName: 'f' }, End: true },
  };
  const handled = await run(states, {}, { tasks: { 'lambda:f': () => ({ ok: 1 }) }, mockValidation: 'STRICT' });
  expect(handled.output).toMatchObject({ Payload: { ok: 1 } });
  const failed = await run(states, {}, { tasks: { T: mock.fails('E') }, mockValidation: 'STRICT' });
  expect(failed).toMatchObject({ status: 'FAILED', error: 'E' });
});

test('machines that are started are held to it, too, and what they end with passes', async () => {
  const child = machineOf({ T: { Type: 'Task', Resource: 'arn:aws:states:::sns:publish', End: true } });
  const parent = new StateMachine({
    StartAt: 'Start',
    States: {
      Start: {
        Type: 'Task',
        Resource: 'arn:aws:states:::states:startExecution.sync:2',
        Parameters: { StateMachineArn: 'child' },
        End: true,
      },
    },
  });
  const withAnswer = (answer: unknown) => ({
    tasks: { Start: mock.executes(child, { tasks: { T: () => answer } }) },
    mockValidation: 'STRICT' as const,
  });
  expect(await parent.execute({}, withAnswer({ MessageId: 'm' }))).toMatchObject({
    output: { Output: { MessageId: 'm' } },
  });
  await expect(parent.execute({}, withAnswer({ MessageId: 1 }))).rejects.toMatchObject({ name: 'InvalidOutcomeError' });
});

test('what is asked of S3 for a distributed Map is held to it', async () => {
  const states = {
    M: {
      Type: 'Map',
      ItemReader: { Resource: 'arn:aws:states:::s3:listObjectsV2', Parameters: { Bucket: 'b' } },
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
        StartAt: 'P',
        States: { P: { Type: 'Pass', End: true } },
      },
      End: true,
    },
  };
  const listed = (size: unknown) =>
    run(
      states,
      {},
      { tasks: () => ({ result: { Contents: [{ Key: 'k', Size: size as number }] } }), mockValidation: 'STRICT' },
    );
  expect(await listed(5)).toMatchObject({ status: 'SUCCEEDED' });
  await expect(listed('5')).rejects.toThrow('"Contents[0].Size" must be a number');
});

test('a validation that does not exist is refused', async () => {
  await expect(executed('sns:publish', {}, 'LOOSE' as 'NONE')).rejects.toThrow(
    new TypeError('"mockValidation" is "LOOSE"; use "STRICT", "PRESENT" or "NONE"'),
  );
});
