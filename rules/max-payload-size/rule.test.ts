import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const machine = (state: object, more: object = {}) => ({
  StartAt: 'A',
  States: { A: { Type: 'Pass', ...state, End: true } },
  ...more,
});
const text = (bytes: number) => 'x'.repeat(bytes);
const limit = 262_144;
const pass = (bytes: number, more: object) => ({ Type: 'Pass', Result: text(bytes), ...more });
const two = (first: object, second: object, bytes = 150_000) => ({
  StartAt: 'A',
  States: {
    A: pass(bytes, { ...first, Next: 'B' }),
    B: pass(bytes, { ...second, Next: 'C' }),
    C: { Type: 'Succeed' },
  },
});
const both = (more: object) => ({
  StartAt: 'Both',
  States: {
    Both: {
      Type: 'Parallel',
      Branches: ['A', 'B'].map((name) => ({ StartAt: name, States: { [name]: pass(150_000, { End: true }) } })),
      ...more,
      Next: 'C',
    },
    C: { Type: 'Succeed' },
  },
});

new AslRuleTester().run('max-payload-size', rule, {
  valid: [
    { name: 'the most', definition: machine({ Result: text(limit - 2) }) },
    { name: 'a comment may be as long', definition: machine({ Comment: text(limit) }) },
    {
      name: 'what comes of expressions may be short',
      definition: machine({ Output: `{% $substring("${text(limit)}", 0, 5) %}` }, { QueryLanguage: 'JSONata' }),
    },
    { name: 'a short range', definition: machine({ Output: '{% [1..10000] %}' }, { QueryLanguage: 'JSONata' }) },
    {
      name: 'the literal is one of two',
      definition: machine({ Output: `{% $states.input.a ? "${text(limit)}" : "x" %}` }, { QueryLanguage: 'JSONata' }),
    },
    {
      name: 'what a Map goes over is not handed on',
      definition: {
        QueryLanguage: 'JSONata',
        StartAt: 'Each',
        States: {
          Each: { Type: 'Map', Items: '{% [1..100000] %}', ItemProcessor: machine({}), End: true },
        },
      },
    },
    { name: 'and of placeholders', definition: machine({ Result: '${' + text(limit) + '}' }) },
    {
      name: 'texts that replace each other',
      definition: two({ ResultPath: '$.a' }, { ResultPath: '$.a' }),
    },
    { name: 'texts that fit together', definition: two({ ResultPath: '$.a' }, { ResultPath: '$.b' }, limit / 2 - 20) },
    {
      name: 'texts of branches that are left out',
      definition: both({ ResultPath: null }),
    },
  ],
  invalid: [
    {
      name: 'texts that come together',
      definition: two({ ResultPath: '$.a' }, { ResultPath: '$.b' }),
      errors: [
        {
          message:
            /^"B" hands on at least 3000\d\d bytes, of data that come together in it, and a state can hand on 262144;/,
          at: '/States/B',
          part: 'key',
        },
      ],
    },
    {
      name: 'from the branches of a Parallel',
      definition: both({}),
      errors: [{ messageId: 'gathered', at: '/States/Both', part: 'key' }],
    },
    {
      name: 'in a Task that may also fail',
      definition: {
        StartAt: 'A',
        States: {
          A: pass(150_000, { ResultPath: '$.a', Next: 'B' }),
          B: {
            Type: 'Task',
            Resource: 'arn:aws:states:::sqs:sendMessage',
            Parameters: { QueueUrl: 'q', MessageBody: 'm' },
            ResultSelector: { text: text(150_000) },
            ResultPath: '$.b',
            Catch: [{ ErrorEquals: ['States.ALL'], Next: 'C' }],
            Next: 'C',
          },
          C: { Type: 'Succeed' },
        },
      },
      errors: [{ messageId: 'gathered', at: '/States/B', part: 'key' }],
    },
    {
      name: 'at the end, from a variable',
      definition: {
        QueryLanguage: 'JSONata',
        StartAt: 'A',
        States: {
          A: { Type: 'Pass', Assign: { long: text(150_000) }, Next: 'B' },
          B: { Type: 'Pass', Output: { a: '{% $long %}', b: '{% $long %}' }, End: true },
        },
      },
      errors: [{ messageId: 'gathered', at: '/States/B', part: 'key' }],
    },
    {
      name: 'one byte more, in characters of several bytes',
      definition: machine({ Result: 'é' + text(limit - 3) }),
      errors: [
        {
          message:
            '"Result" makes at least 262145 bytes, and a state can be given or hand on 262144; store the data in S3 and pass its key',
          at: '/States/A/Result',
          part: 'key',
        },
      ],
    },
    {
      name: 'many small parts, with expressions among them',
      definition: machine({ Parameters: { 'id.$': '$.id', list: Array.from({ length: 30_000 }, () => text(8)) } }),
      errors: [
        {
          messageId: 'tooLarge',
          data: { field: 'Parameters', bytes: 330_016, maxBytes: limit },
          at: '/States/A/Parameters',
          part: 'key',
        },
      ],
    },
    {
      name: 'JSONata',
      definition: machine({ Output: { a: text(limit) } }, { QueryLanguage: 'JSONata' }),
      errors: [
        {
          messageId: 'tooLarge',
          data: { field: 'Output', bytes: 262_152, maxBytes: limit },
          at: '/States/A/Output',
          part: 'key',
        },
      ],
    },
    {
      name: 'one text in an expression',
      definition: machine({ Output: `{% "${text(limit)}" %}` }, { QueryLanguage: 'JSONata' }),
      errors: [{ messageId: 'tooLarge', at: '/States/A/Output', part: 'key' }],
    },
    {
      name: 'texts that are joined',
      definition: machine(
        { Output: { all: `{% "${text(limit / 2)}" & $states.input.name & "${text(limit / 2)}" %}` } },
        { QueryLanguage: 'JSONata' },
      ),
      errors: [{ messageId: 'tooLarge', at: '/States/A/Output', part: 'key' }],
    },
    {
      name: 'little to write, much to hand on',
      definition: machine({ Assign: { all: '{% [1..100000] %}' } }, { QueryLanguage: 'JSONata' }),
      errors: [
        {
          messageId: 'tooLarge',
          data: { field: 'Assign', bytes: 588_904, maxBytes: limit },
          at: '/States/A/Assign',
          part: 'key',
        },
      ],
    },
    {
      name: 'texts of States.Format',
      definition: machine({
        Parameters: { 'a.$': `States.Format('${text(limit / 2)}{}', '${text(limit / 2)}')` },
      }),
      errors: [{ messageId: 'tooLarge', at: '/States/A/Parameters', part: 'key' }],
    },
  ],
});
