import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const retry = (...names: string[][]) => ({ Retry: names.map((ErrorEquals) => ({ ErrorEquals })) });
const catching = (...names: string[][]) => ({ Catch: names.map((ErrorEquals) => ({ ErrorEquals, Next: 'B' })) });
const task = (recovery: object, machine: object = {}) => ({
  ...machine,
  StartAt: 'A',
  States: {
    A: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', ...recovery, Next: 'B' },
    B: { Type: 'Succeed' },
  },
});
const alone = '"States.ALL" matches every error and must stand alone in its "ErrorEquals"; remove the other names';
const last = (kind: string) =>
  `"States.ALL" matches every error, so no ${kind} after this one could ever match; move this ${kind} to the end`;

new AslRuleTester().run('valid-error-names', rule, {
  valid: [
    { definition: task({ ...retry(['Busy'], ['States.ALL']), ...catching(['States.ALL']) }) },
    {
      definition: task(catching(['States.Timeout', 'States.TaskFailed'], ['States.ALL']), { QueryLanguage: 'JSONata' }),
    },
    { name: 'States.TaskFailed need not be last', definition: task(retry(['States.TaskFailed'], ['Busy'])) },
    { name: 'the same name twice', definition: task(catching(['Busy'], ['Busy'])) },
    { name: 'empty lists', definition: task({ Retry: [], Catch: [] }) },
    { name: 'a name that only begins so', definition: task(catching(['States.ALLOWED'], ['Busy'])) },
    {
      name: 'a Retrier of its own for each state',
      definition: task({ ...retry(['States.ALL']), ...catching(['Busy']) }),
    },
    { name: 'a wrong type is for another rule', definition: task({ Retry: [{ ErrorEquals: 'States.ALL' }, {}] }) },
    {
      name: 'placeholders',
      code: '{"StartAt":"A","States":{"A":{"Type":"Task","Catch":[{"ErrorEquals":${names}},${catcher},{"ErrorEquals":[${name}]}]}}}',
    },
    { name: 'names of the prototype', definition: task(catching(['constructor'], ['__proto__'])) },
  ],
  invalid: [
    {
      name: 'beside other names',
      definition: task(retry(['Busy', 'States.ALL'])),
      errors: [{ message: alone, at: '/States/A/Retry[0]/ErrorEquals[1]' }],
    },
    {
      name: 'twice is beside another name, too',
      definition: task(catching(['States.ALL', 'States.ALL'])),
      errors: [{ message: alone, at: '/States/A/Catch[0]/ErrorEquals[0]' }],
    },
    {
      name: 'before others',
      definition: task({ ...retry(['States.ALL'], ['Busy']), ...catching(['Busy'], ['States.ALL'], ['Lost']) }),
      errors: [
        { message: last('Retrier'), at: '/States/A/Retry[0]/ErrorEquals[0]' },
        { message: last('Catcher'), at: '/States/A/Catch[1]/ErrorEquals[0]' },
      ],
    },
    {
      name: 'in both ways at once: first the one thing, then the other',
      definition: task(catching(['States.ALL', 'Busy'], ['Lost'])),
      errors: [{ message: alone, at: '/States/A/Catch[0]/ErrorEquals[0]' }],
    },
    {
      name: 'in a Map inside a Parallel, in JSONata',
      definition: {
        QueryLanguage: 'JSONata',
        StartAt: 'P',
        States: {
          P: {
            Type: 'Parallel',
            ...retry(['States.ALL'], ['Busy']),
            Branches: [
              {
                StartAt: 'M',
                States: {
                  M: {
                    Type: 'Map',
                    ...catching(['States.ALL'], ['Busy']),
                    ItemProcessor: { StartAt: 'B', States: { B: { Type: 'Succeed' } } },
                    End: true,
                  },
                },
              },
            ],
            End: true,
          },
        },
      },
      errors: [
        { message: last('Retrier'), at: '/States/P/Retry[0]/ErrorEquals[0]' },
        { message: last('Catcher'), at: '/States/P/Branches[0]/States/M/Catch[0]/ErrorEquals[0]' },
      ],
    },
  ],
});
