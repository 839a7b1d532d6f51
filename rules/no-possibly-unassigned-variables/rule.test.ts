import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const machine = (States: object, more: object = {}) => ({ StartAt: Object.keys(States)[0], ...more, States });
const jsonata = (States: object) => machine(States, { QueryLanguage: 'JSONata' });
const pass = (more: object = { End: true }) => ({ Type: 'Pass', ...more });
const task = (more: object) => ({ Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', ...more });
const route = (first: object, Default: string) => ({
  Type: 'Choice',
  Choices: [{ Condition: '{% $states.input.a %}', ...first }],
  Default,
});
const use = (Output: unknown = '{% $id %}') => pass({ Output, End: true });
const at = { at: '/States/Use/Output', find: '$id' } as const;

new AslRuleTester().run('no-possibly-unassigned-variables', rule, {
  valid: [
    {
      name: 'on both ways',
      definition: jsonata({
        Route: { ...route({ Assign: { id: 1 }, Next: 'Use' }, 'Use'), Assign: { id: 2 } },
        Use: use(),
      }),
    },
    {
      name: 'before a loop',
      definition: jsonata({
        Start: pass({ Assign: { id: 0 }, Next: 'Use' }),
        Use: pass({ Assign: { id: '{% $id + 1 %}' }, Next: 'Again' }),
        Again: route({ Next: 'Use' }, 'Done'),
        Done: pass(),
      }),
    },
    { name: 'by none is a finding of its own', definition: jsonata({ Use: use() }) },
    {
      name: 'JSONata that can do without',
      definition: jsonata({
        Route: route({ Assign: { id: 1 }, Next: 'Use' }, 'Use'),
        Use: use({ a: '{% { "id": $id } %}', b: '{% "no " & $id = "no 1" %}', c: '{% $id ? 1 : 2 %}' }),
      }),
    },
    {
      name: 'a text that grows in a loop',
      definition: jsonata({
        Use: pass({ Assign: { id: '{% $id & "next, " %}' }, Next: 'Again' }),
        Again: route({ Next: 'Use' }, 'Done'),
        Done: pass(),
      }),
    },
    {
      name: 'a function that has the name of a variable',
      definition: jsonata({
        Route: route({ Assign: { sum: 1 }, Next: 'Use' }, 'Use'),
        Use: use('{% $map($states.input.lists, $sum) %}'),
      }),
    },
    {
      name: 'asked for anywhere',
      definition: jsonata({
        Route: route({ Assign: { id: 1 }, Next: 'Ask' }, 'Ask'),
        Ask: { Type: 'Choice', Choices: [{ Condition: '{% $exists($id) %}', Next: 'Use' }], Default: 'Done' },
        Use: use(),
        Done: pass(),
      }),
    },
    {
      name: 'asked for in JSONPath',
      definition: machine({
        Route: {
          Type: 'Choice',
          Choices: [{ Variable: '$.a', IsNull: true, Assign: { id: 1 }, Next: 'Ask' }],
          Default: 'Ask',
        },
        Ask: { Type: 'Choice', Choices: [{ Variable: '$id', IsPresent: true, Next: 'Use' }], Default: 'Done' },
        Use: pass({ OutputPath: '$id', End: true }),
        Done: pass(),
      }),
    },
    {
      name: 'a Next that is filled in',
      definition: jsonata({ Route: route({ Assign: { id: 1 }, Next: 'Use' }, '${Next}'), Use: use() }),
    },
  ],
  invalid: [
    ...['"Order " & $id & " failed"', '{ "text": $uppercase("order " & $id.number) }'].map((text) => ({
      name: `a part of a text: ${text}`,
      definition: jsonata({
        Route: route({ Assign: { id: { number: 1 } }, Next: 'Use' }, 'Use'),
        Use: use(`{% ${text} %}`),
      }),
      errors: [
        {
          message:
            '"$id" has no value here, and the text lacks it, when the execution comes by "Route" → "Use"; assign it on that way, too, or where all ways begin',
          ...at,
        },
      ],
    })),
    {
      name: 'handed to a function that gives nothing for nothing',
      definition: jsonata({
        Route: route({ Assign: { id: 'a' }, Next: 'Use' }, 'Use'),
        Use: use("{% $split($id, '-')[0] %}"),
      }),
      errors: [{ messageId: 'unassigned', ...at }],
    },
    {
      name: 'a variable that has the name of a function',
      definition: jsonata({
        Use: pass({ Assign: { count: '{% $count + 1 %}' }, Next: 'Again' }),
        Again: route({ Next: 'Use' }, 'Done'),
        Done: pass(),
      }),
      errors: [
        {
          message:
            '"$count" has no value here, and the state fails, when "Use" is entered first; assign it in a state before',
          at: '/States/Use/Assign/count',
          find: '$count',
        },
      ],
    },
    {
      name: 'Default does not assign it',
      definition: jsonata({
        Route: route({ Assign: { id: 1 }, Next: 'Use' }, 'Other'),
        Other: pass({ Next: 'Use' }),
        Use: use(),
      }),
      errors: [
        {
          message:
            '"$id" has no value here, and the state fails, when the execution comes by "Route" → "Other" → "Use"; assign it on that way, too, or where all ways begin',
          ...at,
        },
      ],
    },
    {
      name: 'the Assign of a Task that fails',
      definition: jsonata({
        Work: task({
          Arguments: {},
          Assign: { id: '{% $states.result.Payload %}' },
          Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Use' }],
          Next: 'Use',
        }),
        Use: use(),
      }),
      errors: [
        {
          messageId: 'unassigned',
          data: { name: 'id', way: '"Work" → "Use"', state: 'Work', effect: 'the state fails' },
          ...at,
        },
      ],
    },
    {
      name: 'the first turn of a loop',
      definition: jsonata({
        Use: pass({ Output: '{% $id %}', Next: 'Count' }),
        Count: pass({ Assign: { id: 1 }, Next: 'Again' }),
        Again: route({ Next: 'Use' }, 'Done'),
        Done: pass(),
      }),
      errors: [
        {
          message:
            '"$id" has no value here, and the state fails, when "Use" is entered first; assign it in a state before',
          ...at,
        },
      ],
    },
    {
      name: 'read inside, in JSONPath',
      definition: machine({
        Route: {
          Type: 'Choice',
          Choices: [{ Variable: '$.a', IsNull: true, Assign: { id: 1 }, Next: 'Both' }],
          Default: 'Both',
        },
        Both: { Type: 'Parallel', Branches: [machine({ Use: pass({ OutputPath: '$id', End: true }) })], End: true },
      }),
      errors: [
        {
          messageId: 'unassigned',
          data: { name: 'id', way: '"Route" → "Both"', state: 'Route', effect: 'the state fails' },
          at: '/States/Both/Branches[0]/States/Use/OutputPath',
          find: '$id',
        },
      ],
    },
    {
      name: 'a long way is cut',
      definition: jsonata({
        Route: route({ Assign: { id: 1 }, Next: 'Use' }, 'S1'),
        ...Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`S${n}`, pass({ Next: n < 5 ? `S${n + 1}` : 'Use' })])),
        Use: use(),
      }),
      errors: [
        {
          messageId: 'unassigned',
          data: {
            name: 'id',
            way: '"Route" → "S1" → … → "S4" → "S5" → "Use"',
            state: 'Route',
            effect: 'the state fails',
          },
          ...at,
        },
      ],
    },
  ],
});
