import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const inside = { StartAt: 'Work', States: { Work: { Type: 'Pass', End: true } } };
const map = (more: object, ProcessorConfig?: object) => ({
  StartAt: 'Each',
  States: { Each: { Type: 'Map', ItemProcessor: { ...inside, ProcessorConfig }, ...more, End: true } },
});
const distributed = { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' };
const http = (more: object, Resource = 'arn:aws:states:::http:invoke') => ({
  StartAt: 'Ask',
  States: { Ask: { Type: 'Task', Resource, ...more, End: true } },
});

new AslRuleTester().run('no-idle-limits', rule, {
  valid: [
    { name: 'as many as an inline Map runs', definition: map({ MaxConcurrency: 40 }) },
    { name: 'no limit', definition: map({ MaxConcurrency: 0 }) },
    { name: 'nothing said', definition: map({}) },
    { name: 'as many as a distributed Map runs', definition: map({ MaxConcurrency: 10_000 }, distributed) },
    { name: 'a mode that is filled in', definition: map({ MaxConcurrency: 100 }, { Mode: '${Mode}' }) },
    { name: 'a number that is filled in', definition: map({ MaxConcurrency: '${Most}' }) },
    { name: 'a number that comes with the input', definition: map({ MaxConcurrencyPath: '$.most' }) },
    { name: 'a distributed Map that tolerates failures', definition: map({ ToleratedFailureCount: 5 }, distributed) },
    { name: 'an inline Map that tolerates none', definition: map({ ToleratedFailurePercentage: 0 }) },
    { name: 'an HTTP task with less', definition: http({ TimeoutSeconds: 60 }) },
    { name: 'an HTTP task without', definition: http({}) },
    {
      name: 'another call may take longer',
      definition: http({ TimeoutSeconds: 120 }, 'arn:aws:states:::lambda:invoke'),
    },
  ],
  invalid: [
    {
      name: 'an inline Map',
      definition: map({ MaxConcurrency: 100 }),
      errors: [
        {
          message:
            '"Each" has a "MaxConcurrency" of 100, but an inline Map runs at most 40 items at once; lower it to 40, or set "Mode" to "DISTRIBUTED"',
          at: '/States/Each/MaxConcurrency',
        },
      ],
    },
    ...[{ ToleratedFailureCount: 5 }, { ToleratedFailurePercentage: 5 }].map((tolerance) => ({
      name: 'an inline Map that is to tolerate failures',
      definition: map(tolerance, { Mode: 'INLINE' }),
      errors: [
        {
          message: `"Each" has a "${Object.keys(tolerance)[0]}" of 5, but an inline Map fails with the first item that does; set "Mode" to "DISTRIBUTED", or catch the failures inside`,
          at: `/States/Each/${Object.keys(tolerance)[0]}` as const,
        },
      ],
    })),
    {
      name: 'an inline Map that says so, in JSONata',
      definition: {
        QueryLanguage: 'JSONata',
        ...map({ Items: '{% $states.input %}', MaxConcurrency: '{% 41 %}' }, { Mode: 'INLINE' }),
      },
      errors: [{ messageId: 'inline', at: '/States/Each/MaxConcurrency' }],
    },
    {
      name: 'a number that a state has put there',
      definition: {
        StartAt: 'Set',
        States: {
          Set: { Type: 'Pass', Result: { most: 200, items: [1] }, Next: 'Each' },
          Each: { ...map({}).States.Each, ItemsPath: '$.items', MaxConcurrencyPath: '$.most' },
        },
      },
      errors: [{ messageId: 'inline', at: '/States/Each/MaxConcurrencyPath' }],
    },
    {
      name: 'a distributed Map',
      definition: map({ MaxConcurrency: 20_000 }, distributed),
      errors: [
        {
          message:
            '"Each" has a "MaxConcurrency" of 20,000, but a distributed Map runs at most 10,000 items at once; lower it to 10,000, or remove it',
          at: '/States/Each/MaxConcurrency',
        },
      ],
    },
    {
      name: 'an HTTP task',
      definition: http({ TimeoutSeconds: 120 }),
      errors: [
        {
          message:
            '"Ask" has a "TimeoutSeconds" of 120, but an HTTP task is ended after 60 seconds with "States.Http.Socket"; lower it to less than 60, or call what takes longer so that it answers with a task token',
          at: '/States/Ask/TimeoutSeconds',
        },
      ],
    },
  ],
});
