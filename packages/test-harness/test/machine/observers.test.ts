import { mock, observeExecutions, StateMachine, type ObservedExecution, type RecordedEvent } from '../../src';

const noted = (events: readonly RecordedEvent[]) => events.flatMap(({ type, note }) => (note ? [[type, note]] : []));

test('an event says which way out of a state was taken, and why an attempt begins', async () => {
  const events: RecordedEvent[] = [];
  const machine = new StateMachine({
    StartAt: 'Work',
    States: {
      Work: {
        Type: 'Task',
        Resource: 'arn:aws:states:::sqs:sendMessage',
        Retry: [{ ErrorEquals: ['Never'] }, { ErrorEquals: ['Busy'] }],
        Catch: [
          { ErrorEquals: ['Never'], Next: 'Route' },
          { ErrorEquals: ['Broken'], Next: 'Route' },
        ],
        End: true,
      },
      Route: {
        Type: 'Choice',
        Choices: [
          { Variable: '$.Error', StringEquals: 'Never', Next: 'Each' },
          { Variable: '$.Error', StringEquals: 'Broken', Next: 'Again' },
        ],
        Default: 'Each',
      },
      Again: {
        Type: 'Choice',
        Choices: [{ Variable: '$.Error', StringEquals: 'Never', Next: 'Each' }],
        Default: 'Each',
      },
      Each: {
        Type: 'Map',
        Parameters: {},
        ItemsPath: '$$.Execution.Input.items',
        ItemProcessor: { StartAt: 'One', States: { One: { Type: 'Pass', End: true } } },
        End: true,
      },
    },
  });
  const observers = [(event: RecordedEvent) => events.push(event)];
  const tasks = { Work: mock.fails('Busy').then(mock.fails('Broken')) };
  const execution = await machine.execute({ items: [1, 2] }, { tasks, observers });
  expect(execution.status).toBe('SUCCEEDED');
  expect(noted(events)).toEqual([
    ['TaskScheduled', { kind: 'retrier', state: 'Work', index: 1, delay: 1, error: 'Busy' }],
    ['TaskStateExited', { kind: 'catcher', state: 'Work', index: 1, next: 'Route', error: 'Broken' }],
    ['ChoiceStateExited', { kind: 'rule', state: 'Route', index: 1 }],
    ['ChoiceStateExited', { kind: 'default', state: 'Again' }],
    ['MapStateSucceeded', { kind: 'items', state: 'Each', count: 2 }],
  ]);
  expect(JSON.stringify(execution.history)).not.toContain('"note"');
});

test('observers of all executions are told whose event it is, children included, until they are stopped', async () => {
  const seen = new Set<ObservedExecution>();
  const stop = observeExecutions((_event, execution) => seen.add(execution));
  const machine = new StateMachine({
    StartAt: 'Each',
    States: {
      Each: {
        Type: 'Map',
        Label: 'Items',
        ItemProcessor: {
          ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
          StartAt: 'One',
          States: { One: { Type: 'Pass', End: true } },
        },
        End: true,
      },
    },
  });
  await machine.execute([1, 2]);
  expect([...seen].map(({ arn }) => arn.split(':').slice(5, 7).join(':'))).toEqual([
    'execution:StateMachine',
    'execution:StateMachine/Items',
    'execution:StateMachine/Items',
  ]);
  expect(new Set([...seen].map(({ definition }) => definition)).size).toBe(1);
  stop();
  await machine.execute([]);
  expect(seen.size).toBe(3);
});
