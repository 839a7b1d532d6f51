import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const alone = (state: object, machine: object = {}) => ({ ...machine, StartAt: 'A', States: { A: state } });
const jsonata = { QueryLanguage: 'JSONata' };
const lambda = 'arn:aws:states:::lambda:invoke';
const inner = { StartAt: 'B', States: { B: { Type: 'Succeed' } } };

/** What is missing in a state of its own, said at its name. */
const missing = (state: object, message: string, machine: object = {}) => ({
  name: `${JSON.stringify(state)} ${JSON.stringify(machine)}`,
  definition: alone(state, machine),
  errors: [{ message, at: '/States/A', part: 'key' as const }],
});

new AslRuleTester().run('required-fields', rule, {
  valid: [
    { definition: alone({ Type: 'Succeed' }) },
    { definition: alone({ Type: 'Fail' }) },
    { definition: alone({ Type: 'Task', Resource: lambda, Retry: [{ ErrorEquals: ['Busy'] }], End: true }) },
    { definition: alone({ Type: 'Map', ItemProcessor: inner, End: true }) },
    { name: 'the old name of an ItemProcessor', definition: alone({ Type: 'Map', Iterator: inner, End: true }) },
    { definition: alone({ Type: 'Wait', TimestampPath: '$.until', End: true }) },
    { definition: alone({ Type: 'Wait', Seconds: '{% $states.input.delay %}', End: true }, jsonata) },
    {
      name: 'a role that is only known when it runs',
      definition: alone({ Type: 'Task', Resource: lambda, Credentials: { 'RoleArn.$': '$.role' }, End: true }),
    },
    { name: 'a state of an unknown type', definition: alone({ Type: 'Tusk' }) },
    { name: 'a state whose type is a placeholder', definition: alone({ Type: '${Kind}' }) },
    {
      name: 'placeholders are there',
      code: '{"StartAt": ${start}, "States": {"A": {"Type": "Wait", "Seconds": ${seconds}, "End": ${end}}, "B": ${state}}}',
    },
    {
      name: 'any field may have a name that is only known after deployment',
      code: '{"${start}": "A", "States": {"A": {"Type": "Wait", "${name}": 5, "${end}": true}}}',
    },
    {
      name: 'End: false with a Next',
      definition: { StartAt: 'A', States: { A: { Type: 'Pass', Next: 'B', End: false }, B: { Type: 'Succeed' } } },
    },
    { name: 'a wrong type is for another rule', definition: alone({ Type: 'Parallel', Branches: 'none', End: true }) },
  ],
  invalid: [
    {
      name: 'an empty definition',
      code: '{}',
      filename: 'order.asl.json',
      errors: [
        {
          message: '"States" and "StartAt" are required in a state machine; add them',
          line: 1,
          column: 1,
          endLine: 1,
          endColumn: 2,
        },
      ],
    },
    {
      name: 'a definition without StartAt',
      definition: { States: { A: { Type: 'Succeed' } } },
      errors: [
        {
          message: '"StartAt" is required in a state machine; add it',
          json: { line: 1, column: 1, endLine: 1, endColumn: 2 },
          yaml: { line: 1, column: 1, endLine: 1, endColumn: 2 },
        },
      ],
    },
    missing({ End: true }, '"Type" is required in a state; add it'),
    missing({ Type: 'Task', End: true }, '"Resource" is required in a Task state; add it'),
    missing({ Type: 'Choice' }, '"Choices" is required in a Choice state; add it'),
    missing({ Type: 'Parallel', End: true }, '"Branches" is required in a Parallel state; add it'),
    missing({ Type: 'Map', End: true }, 'A Map state needs "ItemProcessor" or "Iterator"; add one'),
    missing({ Type: 'Pass' }, 'A Pass state needs "Next" or "End"; add one'),
    missing({ Type: 'Pass' }, 'A Pass state needs "Next" or "End"; add one', jsonata),
    missing(
      { Type: 'Wait', End: true },
      'A Wait state needs "SecondsPath", "Seconds", "TimestampPath" or "Timestamp"; add one',
    ),
    missing({ Type: 'Wait', End: true }, 'A Wait state needs "Seconds" or "Timestamp"; add one', jsonata),
    missing(
      { Type: 'Wait', End: true, QueryLanguage: 'JSONata' },
      'A Wait state needs "Seconds" or "Timestamp"; add one',
    ),
    {
      name: 'a state that neither ends nor goes on',
      definition: alone({ Type: 'Pass', End: false }),
      errors: [
        {
          message: '"End" is false and there is no "Next", so nothing follows; add "Next", or set "End" to true',
          at: '/States/A/End',
        },
      ],
    },
    {
      name: 'Retriers, Catchers and rules, which have no name',
      definition: {
        StartAt: 'A',
        States: {
          A: { Type: 'Task', Resource: lambda, Retry: [{}], Catch: [{ Next: 'B' }, {}], Next: 'B' },
          B: { Type: 'Choice', Choices: [{ Variable: '$.paid', IsPresent: true }] },
        },
      },
      errors: [
        {
          message: '"ErrorEquals" is required in a Retrier; add it',
          json: { line: 8, column: 9, endLine: 8, endColumn: 10 },
          yaml: { line: 7, column: 9, endLine: 7, endColumn: 10 },
        },
        {
          message: '"ErrorEquals" is required in a Catcher; add it',
          json: { line: 11, column: 9, endLine: 11, endColumn: 10 },
          yaml: { line: 9, column: 9, endLine: 9, endColumn: 10 },
        },
        {
          message: '"ErrorEquals" and "Next" are required in a Catcher; add them',
          json: { line: 14, column: 9, endLine: 14, endColumn: 10 },
          yaml: { line: 10, column: 9, endLine: 10, endColumn: 10 },
        },
        {
          message: '"Next" is required in a Choice rule; add it',
          json: { line: 21, column: 9, endLine: 21, endColumn: 10 },
          yaml: { line: 15, column: 9, endLine: 15, endColumn: 10 },
        },
      ],
    },
    {
      name: 'the parts of a Map',
      definition: alone({
        Type: 'Map',
        ItemReader: {},
        ResultWriter: { WriterConfig: {} },
        ItemProcessor: {},
        End: true,
      }),
      errors: [
        { message: '"Resource" is required in "ItemReader"; add it', at: '/States/A/ItemReader', part: 'key' },
        {
          message: '"OutputType" is required in "WriterConfig"; add it',
          at: '/States/A/ResultWriter/WriterConfig',
          part: 'key',
        },
        {
          message: '"States" and "StartAt" are required in "ItemProcessor"; add them',
          at: '/States/A/ItemProcessor',
          part: 'key',
        },
      ],
    },
    {
      name: 'a branch inside a branch',
      definition: alone({
        Type: 'Parallel',
        Branches: [{ StartAt: 'B', States: { B: { Type: 'Parallel', End: true } } }],
        End: true,
      }),
      errors: [
        {
          message: '"Branches" is required in a Parallel state; add it',
          at: '/States/A/Branches[0]/States/B',
          part: 'key',
        },
      ],
    },
    {
      name: 'Credentials without a role',
      definition: alone({ Type: 'Task', Resource: lambda, Credentials: {}, End: true }),
      errors: [
        { message: '"Credentials" needs "RoleArn" or "RoleArn.$"; add one', at: '/States/A/Credentials', part: 'key' },
      ],
    },
    {
      name: 'Credentials without a role in JSONata',
      definition: alone({ Type: 'Task', Resource: lambda, Credentials: {}, End: true }, jsonata),
      errors: [{ message: '"Credentials" needs "RoleArn"; add one', at: '/States/A/Credentials', part: 'key' }],
    },
    {
      name: 'states with names of the prototype',
      code: '{"StartAt":"__proto__","States":{"__proto__":{"Type":"Pass"},"constructor":{"Type":"Task","End":true}}}',
      errors: [
        { message: 'A Pass state needs "Next" or "End"; add one', at: '/States/__proto__', part: 'key' },
        { message: '"Resource" is required in a Task state; add it', at: '/States/constructor', part: 'key' },
      ],
    },
  ],
});
