import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const machine = (States: object, more: object = {}) => ({ StartAt: Object.keys(States)[0], States, ...more });
const jsonata = { QueryLanguage: 'JSONata' };

new AslRuleTester().run('no-dynamic-literals', rule, {
  valid: [
    { definition: machine({ A: { Type: 'Pass', Result: { total: 1, text: '$.a', $: 'x' }, End: true } }) },
    { definition: machine({ A: { Type: 'Pass', Parameters: { 'total.$': '$.total' }, End: true } }) },
    {
      name: 'no path behind it',
      definition: machine({ A: { Type: 'Pass', Result: { 'US.$': 12, 'CA.$': 'dollar' }, End: true } }),
    },
    {
      definition: machine({ A: { Type: 'Pass', Output: { total: '{% $states.input.total %}' }, End: true } }, jsonata),
    },
    {
      name: 'a JSONPath state in a machine that has JSONata states, too',
      definition: machine({
        A: { Type: 'Pass', QueryLanguage: 'JSONata', Output: 1, Next: 'B' },
        B: { Type: 'Pass', Parameters: { 'a.$': '$' }, End: true },
      }),
    },
    {
      name: 'a placeholder as the whole',
      code: '{"StartAt":"A","States":{"A":{"Type":"Pass","Result":${Result},"End":true}}}',
    },
  ],
  invalid: [
    {
      name: 'in the Result of a Pass, at any depth',
      definition: machine({
        A: { Type: 'Pass', Result: { 'id.$': '$.id', list: [{ 'at.$': "States.Format('{}', $.a)" }] }, End: true },
      }),
      errors: [
        ['/States/A/Result/id.$', 'id.$'],
        ['/States/A/Result/list[0]/at.$', 'at.$'],
      ].map(([at, key]) => ({
        message: `"${key}" stays as it is: the Result of a Pass is literal, so the output has the name "${key}" and the text of the path; use "Parameters" instead of "Result"`,
        at: at!,
        part: 'key' as const,
      })),
    },
    {
      name: 'under JSONata',
      definition: machine(
        {
          A: {
            Type: 'Task',
            Resource: 'arn:aws:states:::sns:publish',
            Arguments: { 'Message.$': '$.message' },
            Assign: { 'x.$': '{% $states.result %}' },
            End: true,
          },
        },
        jsonata,
      ),
      errors: [
        {
          message:
            '"Message.$" stays as it is: JSONata does not evaluate it; name it "Message" and write its value as an expression in "{% %}"',
          at: '/States/A/Arguments/Message.$',
          part: 'key',
        },
        { messageId: 'jsonata', data: { key: 'x.$', name: 'x' }, at: '/States/A/Assign/x.$', part: 'key' },
      ],
    },
  ],
});
