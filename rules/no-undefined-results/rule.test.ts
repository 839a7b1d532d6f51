import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

/** A Pass that makes the data, and one that hands on what an expression makes of it. */
const machine = (code: string, made: object = {}) => ({
  QueryLanguage: 'JSONata',
  StartAt: 'Make',
  States: {
    Make: { Type: 'Pass', ...made, Next: 'Use' },
    Use: { Type: 'Pass', Output: { n: `{% ${code} %}` }, End: true },
  },
});
const at = '/States/Use/Output/n';
const limits = { Assign: { limits: { dev: 1, test: 2 }, stage: 'prod' } };
const orders = { Output: { orders: [{ id: 'a' }, { id: 'b' }] } };

new AslRuleTester().run('no-undefined-results', rule, {
  valid: [
    ...[
      "$states.input.full ? 'full' : 'delta'",
      "{ 'mode': $states.input.full ? 'full' }",
      "'mode ' & ($states.input.full ? 'full')",
      '$exists($states.input.full ? 1)',
      '${Full} ? 1',
      "$lookup({ 'a': 1 }, 'a') + $lookup({ 'a': 1 }, $states.input.key)",
      "$count([1, 2][$ > 5]) & $lookup({ 'a': 1 }, 'b')",
      "[[1, 2][5], { 'a': 1 }.b]",
      "$lookup({ 'a': 1 }, ${Key})",
      '{}',
      "$string('')",
      'null',
      '$now().zone',
      '$foo(1).a',
    ].map((code) => ({ name: code, definition: machine(code) })),
    { name: 'under JSONPath', definition: { ...machine('true ? 1'), QueryLanguage: 'JSONPath' } },
    {
      name: 'a key that is there',
      definition: machine('$lookup($limits, $stage)', { Assign: { limits: { prod: 1 }, stage: 'prod' } }),
    },
    {
      name: 'a variable of one of two values',
      definition: {
        QueryLanguage: 'JSONata',
        StartAt: 'Which',
        States: {
          Which: {
            Type: 'Choice',
            Choices: [{ Condition: '{% $states.input.a %}', Assign: { stage: 'dev' }, Next: 'Use' }],
            Assign: { stage: 'prod' },
            Default: 'Use',
          },
          Use: { Type: 'Pass', Output: "{% $lookup({ 'dev': 1 }, $stage) %}", End: true },
        },
      },
    },
    { name: 'an element that is there', definition: machine("$states.input.orders[id = 'b']", orders) },
    { name: 'a list of none', definition: machine("[$states.input.orders[id = 'c']]", orders) },
    {
      name: 'of what is not all known',
      definition: machine("$states.input.orders[id = 'c']", { Output: { orders: ['{% $states.input.a %}'] } }),
    },
    { name: 'a path to nothing is a finding of its own', definition: machine('$states.input.total', orders) },
    {
      name: 'a variable that has the name of a function',
      definition: machine('$count.a', { Assign: { count: '{% $states.input %}' } }),
    },
  ],
  invalid: [
    {
      name: 'a condition without its other side',
      definition: machine("$states.input.full ? 'full'"),
      errors: [
        {
          message:
            '"?" has no ":", so that "Output" is given nothing where the condition does not hold, and the state fails; add ":" and the value for then',
          at,
          find: '?',
        },
      ],
    },
    {
      name: 'in a block, and in each field that takes JSONata',
      definition: {
        QueryLanguage: 'JSONata',
        StartAt: 'Use',
        States: {
          Use: {
            Type: 'Pass',
            Assign: { stage: "{% ($states.input.b ? 'b') %}" },
            Output: '{% ($a := $states.input.a; $a ? 1) %}',
            Next: 'Which',
          },
          Which: {
            Type: 'Choice',
            Choices: [{ Condition: "{% ($stage = 'a' ? true) %}", Next: 'Done' }],
            Default: 'Done',
          },
          Done: { Type: 'Succeed' },
        },
      },
      errors: [
        { messageId: 'oneSided', data: { field: 'Assign' }, at: '/States/Use/Assign/stage', find: '?' },
        { messageId: 'oneSided', data: { field: 'Output' }, at: '/States/Use/Output', find: '?' },
        { messageId: 'oneSided', data: { field: 'Condition' }, at: '/States/Which/Choices[0]/Condition', find: '?' },
      ],
    },
    {
      name: 'a key that no literal has',
      definition: machine("$lookup({ 'dev': 1, 'test': 2 }, 'prod')"),
      errors: [
        {
          message:
            '"Output" is given nothing, and the state fails: the expression comes to nothing whatever the data is; correct what it looks for, or give another value for then',
          at,
        },
      ],
    },
    ...["{ 'a': 1 }.b", '[1, 2][5]', '[1, 2, 3][$ > 5]', '$max([])', '$keys({})', "('a'; [1][1])"].map((code) => ({
      name: code,
      definition: machine(code),
      errors: [{ messageId: 'undefined' as const, at }],
    })),
    {
      name: 'variables of which all is known',
      definition: machine('$lookup($limits, $stage)', limits),
      errors: [
        {
          message:
            '"Output" is given nothing, and the state fails: the expression comes to nothing with the values that it reads, which are all known; correct what it looks for, or give another value for then',
          at,
        },
      ],
    },
    {
      name: 'a filter that nothing passes',
      definition: machine("$states.input.orders[id = 'c'].id", orders),
      errors: [{ messageId: 'undefined', at }],
    },
  ],
});
