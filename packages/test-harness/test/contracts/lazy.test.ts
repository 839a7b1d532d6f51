import { mock, run, StateMachine } from '../../src';

// Loading ajv takes longer than a whole test.
jest.mock('ajv', () => {
  throw new Error('ajv is loaded');
});
jest.mock('ajv/dist/2020', () => {
  throw new Error('ajv is loaded');
});

const definition = {
  StartAt: 'Charge',
  States: { Charge: { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', Parameters: {}, End: true } },
};
const tasks = { Charge: mock.returns({}) };

test('ajv is loaded by the first schema that is looked at, and by nothing else', async () => {
  expect((await run(definition, {}, { tasks })).status).toBe('SUCCEEDED');
  const machine = new StateMachine(definition, {
    contracts: { input: { type: 'object' }, tasks: { Charge: { errors: [] } } },
  });
  expect((await machine.execute({}, { tasks, contracts: false })).status).toBe('SUCCEEDED');
  await expect(machine.execute({}, { tasks })).rejects.toThrow('ajv is loaded');
});
