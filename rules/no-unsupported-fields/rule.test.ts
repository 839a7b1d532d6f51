import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const alone = (state: object, machine: object = {}) => ({ ...machine, StartAt: 'A', States: { A: state } });
const lambda = 'arn:aws:states:::lambda:invoke';
const activity = 'arn:aws:states:eu-west-1:123456789012:activity:approve';
const task = { Type: 'Task', Resource: lambda, End: true };
const role = { RoleArn: 'arn:aws:iam::123456789012:role/billing' };

new AslRuleTester().run('no-unsupported-fields', rule, {
  valid: [
    { definition: alone({ ...task, Comment: 'Charges the card', Retry: [], Catch: [], TimeoutSeconds: 5 }) },
    {
      name: 'what lies inside data is nobody’s field',
      definition: alone({
        Type: 'Pass',
        Result: { Typo: 1 },
        Parameters: { 'typo.$': '$.x' },
        Assign: { typo: 1 },
        End: true,
      }),
    },
    {
      name: 'a field of the other query language is for another rule',
      definition: alone({ ...task, Arguments: {}, Output: {} }),
    },
    {
      name: 'Parameters on a Parallel',
      definition: alone({ Type: 'Parallel', Parameters: {}, Branches: [], End: true }),
    },
    {
      name: 'a state of an unknown type may have any fields',
      definition: alone({ Type: 'Tusk', Whatever: 1 }),
    },
    { name: 'a name that is only known after deployment', definition: alone({ Type: 'Succeed', '${Name}': 1 }) },
    { name: 'a state whose type is a placeholder', definition: alone({ Type: '${Kind}', Whatever: 1 }) },
    { name: 'a Lambda function may be called with another role', definition: alone({ ...task, Credentials: role }) },
    {
      name: 'an activity without Credentials, and one that is a placeholder',
      definition: {
        StartAt: 'A',
        States: { A: { ...task, Resource: activity }, B: { ...task, Resource: '${Work}', Credentials: role } },
      },
    },
  ],
  invalid: [
    {
      name: 'a misspelt field',
      definition: alone({ ...task, ResultPaht: '$.payment' }),
      errors: [
        {
          message: '"ResultPaht" is not a field of a Task state; did you mean "ResultPath"?',
          at: '/States/A/ResultPaht',
          part: 'key',
          suggestions: [
            { desc: 'Rename "ResultPaht" to "ResultPath"', output: alone({ ...task, ResultPath: '$.payment' }) },
          ],
        },
      ],
    },
    {
      name: 'a field in the wrong case',
      definition: alone({ ...task, comment: 'Charges the card' }),
      errors: [
        {
          message: '"comment" is not a field of a Task state; did you mean "Comment"?',
          at: '/States/A/comment',
          part: 'key',
          suggestions: [
            { desc: 'Rename "comment" to "Comment"', output: alone({ ...task, Comment: 'Charges the card' }) },
          ],
        },
      ],
    },
    {
      name: 'no suggestion of a field that is there already',
      definition: alone({ ...task, Resorce: lambda }),
      errors: [
        { message: '"Resorce" is not a field of a Task state; remove it', at: '/States/A/Resorce', part: 'key' },
      ],
    },
    {
      name: 'no suggestion of a field of the other query language',
      definition: alone({ ...task, Argments: {} }),
      errors: [
        { message: '"Argments" is not a field of a Task state; remove it', at: '/States/A/Argments', part: 'key' },
      ],
    },
    {
      name: 'a suggestion in JSONata',
      definition: alone({ ...task, Argments: {} }, { QueryLanguage: 'JSONata' }),
      errors: [
        {
          message: '"Argments" is not a field of a Task state; did you mean "Arguments"?',
          at: '/States/A/Argments',
          part: 'key',
          suggestions: [
            {
              desc: 'Rename "Argments" to "Arguments"',
              output: alone({ ...task, Arguments: {} }, { QueryLanguage: 'JSONata' }),
            },
          ],
        },
      ],
    },
    {
      name: 'a field of other states',
      definition: alone({ Type: 'Wait', Seconds: 5, Catch: [], TimeoutSeconds: 5, End: true }),
      errors: [
        {
          message:
            '"Catch" is not a field of a Wait state; only "Task", "Parallel" and "Map" states have it, so remove it',
          at: '/States/A/Catch',
          part: 'key',
        },
        {
          message: '"TimeoutSeconds" is not a field of a Wait state; only "Task" states have it, so remove it',
          at: '/States/A/TimeoutSeconds',
          part: 'key',
        },
      ],
    },
    {
      name: 'Arguments on a Map and Assign on a Succeed',
      definition: {
        QueryLanguage: 'JSONata',
        StartAt: 'A',
        States: {
          A: {
            Type: 'Map',
            Arguments: {},
            ItemProcessor: { StartAt: 'B', States: { B: { Type: 'Succeed', Assign: {} } } },
            End: true,
          },
        },
      },
      errors: [
        {
          message: '"Arguments" is not a field of a Map state; only "Task" and "Parallel" states have it, so remove it',
          at: '/States/A/Arguments',
          part: 'key',
        },
        {
          message:
            '"Assign" is not a field of a Succeed state; only "Task", "Parallel", "Map", "Pass", "Wait" and "Choice" states have it, so remove it',
          at: '/States/A/ItemProcessor/States/B/Assign',
          part: 'key',
        },
      ],
    },
    {
      name: 'fields of the prototype are fields like others',
      code: '{"StartAt":"A","constructor":1,"States":{"A":{"Type":"Succeed","__proto__":1}}}',
      errors: [
        { message: '"constructor" is not a field of a state machine; remove it', at: '/constructor', part: 'key' },
        { message: '"__proto__" is not a field of a Succeed state; remove it', at: '/States/A/__proto__', part: 'key' },
      ],
    },
    {
      name: 'fields of the state machine that a scope inside does not have',
      definition: alone({
        Type: 'Parallel',
        Branches: [{ QueryLanguage: 'JSONata', TimeoutSeconds: 60, StartAt: 'B', States: { B: { Type: 'Succeed' } } }],
        End: true,
      }),
      errors: [
        {
          message: '"QueryLanguage" is not a field of a branch; set it in each state or for the whole state machine',
          at: '/States/A/Branches[0]/QueryLanguage',
          part: 'key',
        },
        {
          message: '"TimeoutSeconds" is not a field of a branch; it belongs to the state machine, so move it there',
          at: '/States/A/Branches[0]/TimeoutSeconds',
          part: 'key',
        },
      ],
    },
    {
      name: 'the old name of an ItemProcessor',
      definition: alone({
        Type: 'Map',
        Iterator: { ItemsPath: '$.orders', StartAt: 'B', States: { B: { Type: 'Succeed' } } },
        End: true,
      }),
      errors: [
        {
          message: '"ItemsPath" is not a field of "Iterator"; it belongs to the Map state, so move it there',
          at: '/States/A/Iterator/ItemsPath',
          part: 'key',
        },
      ],
    },
    {
      name: 'a Next inside a rule',
      definition: {
        StartAt: 'A',
        States: {
          A: {
            Type: 'Choice',
            Choices: [
              { Not: { Variable: '$.paid', BooleanEquals: true, Next: 'B' }, Next: 'B' },
              { And: [{ Or: [{ Variable: '$.paid', BooleanEquals: true, Next: 'B' }] }] },
            ],
          },
          B: { Type: 'Succeed' },
        },
      },
      errors: [
        {
          message:
            '"Next" is not a field of a condition inside a Choice rule; the Choice rule around it has one, so remove it',
          at: '/States/A/Choices[0]/Not/Next',
          part: 'key',
        },
        {
          message:
            '"Next" is not a field of a condition inside a Choice rule; it belongs to the Choice rule, so move it there',
          at: '/States/A/Choices[1]/And[0]/Or[0]/Next',
          part: 'key',
        },
      ],
    },
    {
      name: 'no suggestion of another name where the field is one of states',
      definition: alone({
        Type: 'Map',
        ItemProcessor: {
          StartAt: 'B',
          States: {
            B: { Type: 'Choice', Choices: [{ Variable: '$.paid', BooleanEquals: true, Next: 'C', End: true }] },
            C: { Type: 'Succeed', Cause: 'paid' },
          },
        },
        End: true,
      }),
      errors: [
        {
          message: '"End" is not a field of a Choice rule; remove it',
          at: '/States/A/ItemProcessor/States/B/Choices[0]/End',
          part: 'key',
        },
        {
          message: '"Cause" is not a field of a Succeed state; only "Fail" states have it, so remove it',
          at: '/States/A/ItemProcessor/States/C/Cause',
          part: 'key',
        },
      ],
    },
    {
      name: 'Retriers and Catchers',
      definition: alone({
        ...task,
        Retry: [{ ErrorEquals: ['States.Timeout'], MaxRetries: 3 }],
        Catch: [{ ErrorEquals: ['States.ALL'], Next: 'A', OutputPath: '$.error' }],
      }),
      errors: [
        {
          message: '"MaxRetries" is not a field of a Retrier; remove it',
          at: '/States/A/Retry[0]/MaxRetries',
          part: 'key',
        },
        {
          message: '"OutputPath" is not a field of a Catcher; it belongs to the Task state, so move it there',
          at: '/States/A/Catch[0]/OutputPath',
          part: 'key',
        },
      ],
    },
    {
      name: 'Credentials of an activity',
      definition: alone({ ...task, Resource: activity, Credentials: role }),
      errors: [
        {
          message: '"Credentials" cannot be used with an activity, whose worker has its own; remove them',
          at: '/States/A/Credentials',
          part: 'key',
        },
      ],
    },
  ],
});
