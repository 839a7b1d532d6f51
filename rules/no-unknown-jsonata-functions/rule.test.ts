import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const machine = (state: object) => ({
  QueryLanguage: 'JSONata',
  StartAt: 'Charge',
  States: { Charge: { Type: 'Task', End: true, ...state } },
});
const at = '/States/Charge/Output';

new AslRuleTester().run('no-unknown-jsonata-functions', rule, {
  valid: [
    ...[
      '{% $sum([1, 2]) %}',
      '{% $uuid() & $hash("a", "MD5") & $random(42) & $partition([1], 1) & $range(1, 2, 1) & $parse("{}") %}',
      '{% [1, 2] ~> $map($string) %}',
      '{% ($double := function($n) { $n * 2 }; $double(2)) %}',
      '{% $map([1], function($n, $index) { $index }) %}',
      '{% ($twice := $join(?, ","); $twice(["a"])) %}',
      '{% $${Function}(1) %}',
      '{% $nothing %}',
      '{% ) %}',
    ].map((Output) => ({ definition: machine({ Output }) })),
    {
      name: 'not under JSONPath',
      definition: { ...machine({ Parameters: { a: '{% $nothing() %}' } }), QueryLanguage: 'JSONPath' },
    },
  ],
  invalid: [
    {
      name: 'a misspelt name',
      definition: machine({ Output: '{% $Sum($states.result.prices) %}' }),
      errors: [{ message: '"$Sum" is not a function; use "$sum"', at, find: '$Sum' }],
    },
    {
      name: '$eval, and a function of another dialect',
      definition: machine({ Output: { a: ['{% $eval("1") %}'], b: '{% $randomSeeded(1) %}' } }),
      errors: [
        {
          messageId: 'unknown',
          data: { message: '"$eval" is not available in Step Functions; use "$parse" to read JSON text' },
          at: `${at}/a[0]`,
          find: '$eval',
        },
        {
          message: '"$randomSeeded" is not a function; define it in the expression',
          at: `${at}/b`,
          find: '$randomSeeded',
        },
      ],
    },
    {
      name: 'names of prototypes, and a function that another expression defines',
      definition: machine({
        Output: ['{% $constructor() %}', '{% ($double := function($n) { $n * 2 }) %}', '{% 2 ~> $double() %}'],
      }),
      errors: [
        {
          message: '"$constructor" is not a function; define it in the expression',
          at: `${at}[0]`,
          find: '$constructor',
        },
        { message: '"$double" is not a function; define it in the expression', at: `${at}[2]`, find: '$double' },
      ],
    },
  ],
});
