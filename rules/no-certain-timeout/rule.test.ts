import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const wait = (Seconds: unknown, more: object = { End: true }) => ({ Type: 'Wait', Seconds, ...more });
const machine = (States: object, more: object = {}) => ({ ...more, StartAt: Object.keys(States)[0], States });
const EXPRESS = { type: 'EXPRESS' } as const;
const choice = (...targets: string[]) => ({
  Type: 'Choice',
  Choices: targets.slice(1).map((Next) => ({ Variable: '$.a', IsPresent: true, Next })),
  Default: targets[0],
});
const done = { Type: 'Succeed' };
const childOf = (ExecutionType: string, States: object) =>
  machine({
    Each: {
      Type: 'Map',
      ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType }, ...machine(States) },
      End: true,
    },
  });

/** Seven items, each of which waits for a minute. */
const items = (concurrency: object, more: object = {}) => ({
  QueryLanguage: 'JSONata',
  TimeoutSeconds: 200,
  StartAt: 'Each',
  States: {
    Each: {
      Type: 'Map',
      Items: '{% [1..7] %}',
      ...concurrency,
      ItemProcessor: { StartAt: 'Pause', States: { Pause: { Type: 'Wait', Seconds: 60, End: true } } },
      End: true,
      ...more,
    },
  },
});

new AslRuleTester().run('no-certain-timeout', rule, {
  valid: [
    { name: 'items at once', definition: items({}) },
    { name: 'as many at once as may be', definition: items({ MaxConcurrency: 0 }) },
    { name: 'few enough after each other', definition: items({ MaxConcurrency: 3 }) },
    { name: 'as many at once as is known later', definition: items({ MaxConcurrency: '${Most}' }) },
    { name: 'items that nobody knows', definition: items({ MaxConcurrency: 1 }, { Items: '{% $states.input %}' }) },
    { definition: machine({ Wait: wait(600) }) },
    { definition: machine({ Wait: wait(300) }), ...EXPRESS },
    { definition: machine({ Wait: wait(60) }, { TimeoutSeconds: 60 }) },
    {
      name: 'only on one way',
      definition: machine({ Ask: choice('Wait', 'Done'), Wait: wait(600), Done: done }),
      ...EXPRESS,
    },
    {
      name: 'past the wait by a Catch',
      definition: machine({
        Both: {
          Type: 'Parallel',
          Branches: [machine({ Wait: wait(600) })],
          Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Done' }],
          End: true,
        },
        Done: done,
      }),
      ...EXPRESS,
    },
    {
      name: 'there may be no item',
      definition: machine({ Each: { Type: 'Map', ItemProcessor: machine({ Wait: wait(600) }), End: true } }),
      ...EXPRESS,
    },
    {
      name: 'it fails in any case',
      definition: machine({ Wait: wait(600, { Next: 'Failed' }), Failed: { Type: 'Fail' } }),
      ...EXPRESS,
    },
    { name: 'seconds that are filled in', definition: machine({ Wait: wait('${Seconds}') }), ...EXPRESS },
    { name: 'a limit that is filled in', definition: machine({ Wait: wait(600) }, { TimeoutSeconds: '${Limit}' }) },
    {
      name: 'seconds of the run',
      definition: machine({ Wait: wait('{% $s %}') }, { QueryLanguage: 'JSONata' }),
      ...EXPRESS,
    },
    {
      name: 'until a time',
      definition: machine({ Wait: { Type: 'Wait', Timestamp: '2036-01-01T00:00:00Z', End: true } }),
      ...EXPRESS,
    },
    {
      name: 'a way that is filled in',
      definition: machine({ A: { Type: 'Pass', Next: '${Next}' }, Wait: wait(600) }),
      ...EXPRESS,
    },
    { name: 'Standard children', definition: childOf('STANDARD', { Wait: wait(600) }) },
    {
      name: 'children have a time of their own',
      definition: { ...childOf('STANDARD', { Wait: wait(600) }), TimeoutSeconds: 60 },
    },
    { name: 'a limit of 0', definition: machine({ Wait: wait(600) }, { TimeoutSeconds: 0 }) },
  ],
  invalid: [
    {
      name: 'known items that run after each other',
      definition: items({ MaxConcurrency: 2 }),
      errors: [
        {
          message:
            'Every way to an end with success takes at least 240 seconds, in "Each", but the "TimeoutSeconds" of the state machine ends the execution after 200; shorten the waits, or raise the "TimeoutSeconds" of the state machine',
          at: '/TimeoutSeconds',
        },
      ],
    },
    {
      name: 'Express',
      definition: machine({ Begin: { Type: 'Pass', Next: 'Wait' }, Wait: wait(600) }),
      ...EXPRESS,
      errors: [
        {
          message:
            'Every way to an end with success takes at least 600 seconds, in "Wait", but an Express workflow is ended after 300; shorten the waits, or make the workflow Standard',
          at: '/States/Wait/Seconds',
        },
      ],
    },
    {
      name: 'several waits',
      definition: machine(
        { A: wait(40, { Next: 'Ask' }), Ask: choice('B', 'C'), B: wait(30), C: wait(50) },
        { TimeoutSeconds: 60 },
      ),
      errors: [
        {
          message:
            'Every way to an end with success takes at least 70 seconds, in "A" and "B", but the "TimeoutSeconds" of the state machine ends the execution after 60; shorten the waits, or raise the "TimeoutSeconds" of the state machine',
          at: '/TimeoutSeconds',
        },
      ],
    },
    {
      name: 'the state that comes too late is shown',
      definition: machine({ A: wait(200, { Next: 'B' }), B: wait(200, { Next: 'C' }), C: wait(200) }),
      ...EXPRESS,
      errors: [{ messageId: 'certain', at: '/States/B/Seconds' }],
    },
    {
      name: 'in a Parallel the longest branch counts',
      definition: machine({
        Both: { Type: 'Parallel', Branches: [machine({ Short: wait(1) }), machine({ Long: wait(301) })], End: true },
      }),
      ...EXPRESS,
      errors: [{ message: /takes at least 301 seconds, in "Both",/, at: '/States/Both', part: 'key' }],
    },
    {
      name: 'Express with a longer TimeoutSeconds',
      definition: machine({ Wait: wait(400) }, { TimeoutSeconds: 900 }),
      ...EXPRESS,
      errors: [{ message: /an Express workflow is ended after 300/, at: '/States/Wait/Seconds' }],
    },
    {
      name: 'Express children',
      definition: childOf('EXPRESS', { Wait: wait(600) }),
      errors: [{ messageId: 'certain', at: '/States/Each/ItemProcessor/States/Wait/Seconds' }],
    },
  ],
});
