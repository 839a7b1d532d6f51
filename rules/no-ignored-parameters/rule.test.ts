import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const pass = (fields: object, machine: object = {}) => ({
  ...machine,
  StartAt: 'Prepare',
  States: { Prepare: { Type: 'Pass', ...fields, End: true } },
});
const Result = { retries: 0 };
const Parameters = { 'order.$': '$.order' };

new AslRuleTester().run('no-ignored-parameters', rule, {
  valid: [
    { name: 'Parameters', definition: pass({ Parameters }) },
    { name: 'Result', definition: pass({ Result }) },
    { name: 'a Result that is put beside the input', definition: pass({ Result, ResultPath: '$.state' }) },
    {
      name: 'JSONata, where AWS takes neither',
      definition: pass({ Result, Parameters }, { QueryLanguage: 'JSONata' }),
    },
  ],
  invalid: [
    {
      name: 'both',
      definition: pass({ Parameters, Result }),
      errors: [
        {
          message:
            '"Parameters" of "Prepare" come to nothing, because its "Result" takes their place; put what "Result" holds into "Parameters", or remove one of the two',
          at: '/States/Prepare/Parameters',
          part: 'key',
        },
      ],
    },
    {
      name: 'both, with a ResultPath',
      definition: pass({ Result: null, ResultPath: '$.state', Parameters }),
      errors: [{ messageId: 'ignored', at: '/States/Prepare/Parameters', part: 'key' }],
    },
  ],
});
