import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const machine = (state: object, more: object = {}) => ({
  StartAt: 'A',
  States: { A: { Type: 'Pass', ...state, End: true } },
  ...more,
});
const text = (bytes: number) => 'x'.repeat(bytes);
const limit = 262_144;

new AslRuleTester().run('max-payload-size', rule, {
  valid: [
    { name: 'the most', definition: machine({ Result: text(limit - 2) }) },
    { name: 'a comment may be as long', definition: machine({ Comment: text(limit) }) },
    {
      name: 'what comes of expressions may be short',
      definition: machine({ Output: `{% "${text(limit)}" %}` }, { QueryLanguage: 'JSONata' }),
    },
    { name: 'and of placeholders', definition: machine({ Result: '${' + text(limit) + '}' }) },
  ],
  invalid: [
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
  ],
});
