import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const machine = (state: object) => ({ StartAt: 'Charge', States: { Charge: { Type: 'Task', End: true, ...state } } });
const call = (text: string) => machine({ Parameters: { 'value.$': text } });
const at = '/States/Charge/Parameters/value.$';

new AslRuleTester().run('valid-intrinsics', rule, {
  valid: [
    ...[
      'States.Array()',
      "States.Format('Order {} of {}', $.id, $$.Execution.Name)",
      "States.Format('It\\'s \\{literal\\} \\\\ {}', $.a)",
      'States.Format($.template, $.a, $.b)',
      'States.ArrayGetItem(States.StringSplit($.path, $.separator), 0)',
      'States.MathAdd($count, -1)',
      "States.Hash($.id, '${Algorithm}')",
      "States.Format('${Prefix}{}', $.a, $.b)",
      'States.${Function}(1, 2)',
      'States.UUID()',
    ].map((text) => ({ definition: call(text) })),
    {
      name: 'calls that give a string, or may',
      definition: machine({
        Type: 'Fail',
        ErrorPath: 'States.ArrayGetItem($.errors, 0)',
        CausePath: 'States.JsonToString($.cause)',
      }),
    },
    {
      name: 'not under JSONata',
      definition: machine({ QueryLanguage: 'JSONata', Arguments: { 'value.$': 'States.Nothing(' } }),
    },
    {
      name: 'literal text',
      definition: machine({ Parameters: { value: 'States.Nothing(' }, Comment: 'States.Nothing(' }),
    },
  ],
  invalid: [
    {
      name: 'no such function',
      definition: call("States.Formt('{}', $.id)"),
      errors: [
        {
          message: '"value.$": "States.Formt" is not an intrinsic function; use "States.Format"',
          at,
          find: 'States.Formt',
        },
      ],
    },
    {
      name: 'names of prototypes',
      definition: call('States.constructor()'),
      errors: [
        {
          message: '"value.$": "States.constructor" is not an intrinsic function; use one of the "States." functions',
          at,
          find: 'States.constructor',
        },
      ],
    },
    {
      name: 'a mistake inside',
      definition: machine({ Assign: { list: [{ 'value.$': 'States.Array($.a, "b")' }] } }),
      errors: [
        {
          message: '"value.$": Strings stand in single quotes; replace the double quotes',
          at: '/States/Charge/Assign/list[0]/value.$',
          find: '"',
        },
      ],
    },
    {
      name: 'an escape that AWS refuses',
      definition: call('States.StringToJson(\'{\\"id\\":1}\')'),
      errors: [{ message: '"value.$": "\\"" is not an escape; write "\\\\" for a backslash', at, find: '\\"' }],
    },
    {
      name: 'a path inside',
      definition: call('States.MathAdd($.a., 1)'),
      errors: [
        {
          message: `"value.$": A name is missing before ","; write one, or ['name'] for special characters`,
          at,
          find: ',',
        },
      ],
    },
    {
      name: 'the number of arguments',
      definition: call("States.Format('{} {}', $.a)"),
      errors: [
        {
          message:
            '"value.$": "States.Format" needs as many values as its template has "{}", 2, not 1; make the numbers equal',
          at,
          find: "States.Format('{} {}', $.a)",
        },
      ],
    },
    {
      name: 'every argument that cannot be right',
      definition: call("States.MathAdd('1', States.UUID())"),
      errors: [
        {
          message: '"value.$": The argument "first" of "States.MathAdd" is of kind string; pass one of kind number',
          at,
          find: "'1'",
        },
        {
          message: '"value.$": The argument "second" of "States.MathAdd" is of kind string; pass one of kind number',
          at,
          find: 'States.UUID()',
        },
      ],
    },
    {
      name: 'an error name must be text',
      definition: machine({ Type: 'Fail', ErrorPath: 'States.Array($.a)', CausePath: 'States.Nothing()' }),
      errors: [
        {
          message:
            '"ErrorPath" needs a string, and "States.Array" gives a value of kind array; wrap it in "States.JsonToString"',
          at: '/States/Charge/ErrorPath',
        },
        {
          message: '"CausePath": "States.Nothing" is not an intrinsic function; use one of the "States." functions',
          at: '/States/Charge/CausePath',
          find: 'States.Nothing',
        },
      ],
    },
  ],
});
