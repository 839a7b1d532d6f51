import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const machine = (States: object) => ({ StartAt: Object.keys(States)[0], States });
const pass = (Assign: object) => ({ Type: 'Pass', Assign, End: true });
const inMap = (inner: object, more: object = {}, config: object = {}) =>
  machine({ Each: { Type: 'Map', ItemProcessor: { ...config, ...machine({ Inside: inner }) }, End: true, ...more } });
const distributed = { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' } };
const notAName = (name: string) =>
  `"${name}" is not a variable name; use letters, digits and "_", beginning with a letter`;
const outside = (name: string, what = 'item processor') =>
  `The variable "${name}" is assigned outside this ${what}, too, and inside it can only be read; choose another name`;

new AslRuleTester().run('valid-variables', rule, {
  valid: [
    {
      definition: machine({ Set: pass({ total: 1, 'tax.$': '$.tax', größe: 2, x1_y: 3, constructor: 4, States: 5 }) }),
    },
    { name: 'a name of 80 characters', definition: machine({ Set: pass({ ['x'.repeat(80)]: 1 }) }) },
    {
      name: 'names inside a value are no variables',
      definition: machine({ Set: pass({ order: { states: 1, 'a-b': 2 } }) }),
    },
    {
      name: 'one name in several states of a scope',
      definition: machine({ First: pass({ total: 1 }), Second: pass({ total: 2 }) }),
    },
    {
      name: 'one name in two branches',
      definition: machine({
        Both: {
          Type: 'Parallel',
          Branches: [machine({ A: pass({ total: 1 }) }), machine({ B: pass({ total: 1 }) })],
          End: true,
        },
      }),
    },
    {
      name: 'the child workflows of a distributed Map see nothing from outside',
      definition: inMap(pass({ total: 1 }), { Assign: { total: 0 } }, distributed),
    },
    {
      name: 'a mode that is filled in',
      definition: inMap(pass({ total: 1 }), { Assign: { total: 0 } }, { ProcessorConfig: { Mode: '${Mode}' } }),
    },
    { name: 'a name that is filled in', definition: machine({ Set: pass({ '${Name}-1': 1 }) }) },
    {
      name: 'Fail and Succeed assign nothing, which is a finding of its own',
      definition: machine({ Done: { Type: 'Succeed', Assign: { states: 1 } } }),
    },
    { name: 'Assign of a wrong type is a finding of its own', definition: machine({ Set: pass(['states']) }) },
  ],
  invalid: [
    {
      definition: machine({ Set: pass({ 'total-tax': 1, '1st': 2, '': 3, 'a.b': 4, __proto: 5, 'x[0]': 6 }) }),
      errors: [
        { message: notAName('total-tax'), at: '/States/Set/Assign/total-tax', part: 'key' },
        { message: notAName('1st'), at: '/States/Set/Assign/1st', part: 'key' },
        {
          message: 'The variable name is empty; write a name that starts with a letter',
          at: ['States', 'Set', 'Assign', ''],
          part: 'key',
        },
        { message: notAName('a.b'), at: '/States/Set/Assign/a.b', part: 'key' },
        { message: notAName('__proto'), at: '/States/Set/Assign/__proto', part: 'key' },
        { message: notAName('x[0]'), at: ['States', 'Set', 'Assign', 'x[0]'], part: 'key' },
      ],
    },
    {
      name: '$states, by either spelling',
      definition: machine({ Set: pass({ states: 1 }), Again: pass({ 'states.$': '$.a' }) }),
      errors: ['Set/Assign/states', 'Again/Assign/states.$'].map((place) => ({
        message: '"states" is reserved for "$states"; choose another variable name',
        at: `/States/${place}`,
        part: 'key' as const,
      })),
    },
    {
      name: 'too long a name',
      definition: machine({ Set: pass({ ['x'.repeat(81)]: 1 }) }),
      errors: [
        {
          message: `The variable name "${'x'.repeat(81)}" is 81 characters long; use at most 80`,
          at: `/States/Set/Assign/${'x'.repeat(81)}`,
          part: 'key',
        },
      ],
    },
    {
      name: 'JSONata has no .$ keys',
      definition: { QueryLanguage: 'JSONata', ...machine({ Set: pass({ 'total.$': 1 }) }) },
      errors: [{ message: notAName('total.$'), at: '/States/Set/Assign/total.$', part: 'key' }],
    },
    {
      name: 'the Assign of rules and Catchers',
      definition: machine({
        Choose: { Type: 'Choice', Choices: [{ Assign: { 'a b': 1 }, Next: 'Try' }] },
        Try: { Type: 'Task', Catch: [{ Assign: { states: 1 }, Next: 'Try' }], End: true },
      }),
      errors: [
        { message: notAName('a b'), at: '/States/Choose/Choices[0]/Assign/a b', part: 'key' },
        {
          message: '"states" is reserved for "$states"; choose another variable name',
          at: '/States/Try/Catch[0]/Assign/states',
          part: 'key',
        },
      ],
    },
    {
      name: 'a name from outside, through two scopes',
      definition: machine({
        Set: { ...pass({ 'total.$': '$.total', constructor: 1 }), End: undefined, Next: 'Both' },
        Both: {
          Type: 'Parallel',
          Branches: [{ ...inMap(pass({ total: 1 })) }, machine({ B: pass({ 'constructor.$': '$.a' }) })],
          End: true,
        },
      }),
      errors: [
        {
          message: outside('total'),
          at: '/States/Both/Branches[0]/States/Each/ItemProcessor/States/Inside/Assign/total',
          part: 'key',
        },
        {
          message: outside('constructor', 'branch'),
          at: '/States/Both/Branches[1]/States/B/Assign/constructor.$',
          part: 'key',
        },
      ],
    },
    {
      name: 'the Assign of a Map and of its Catchers belongs outside',
      definition: inMap(pass({ failed: 1, done: 2 }), { Assign: { done: 1 }, Catch: [{ Assign: { failed: true } }] }),
      errors: [
        { message: outside('failed'), at: '/States/Each/ItemProcessor/States/Inside/Assign/failed', part: 'key' },
        { message: outside('done'), at: '/States/Each/ItemProcessor/States/Inside/Assign/done', part: 'key' },
      ],
    },
    {
      name: 'within a child workflow of a distributed Map',
      definition: inMap(
        {
          Type: 'Parallel',
          Assign: { total: 1 },
          Branches: [machine({ Deep: pass({ total: 1, done: 2 }) })],
          End: true,
        },
        { Assign: { done: 1 } },
        distributed,
      ),
      errors: [
        {
          message: outside('total', 'branch'),
          at: '/States/Each/ItemProcessor/States/Inside/Branches[0]/States/Deep/Assign/total',
          part: 'key',
        },
      ],
    },
  ],
});
