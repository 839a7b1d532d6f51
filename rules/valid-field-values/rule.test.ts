import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const alone = (state: object, machine: object = {}) => ({ ...machine, StartAt: 'A', States: { A: state } });
const jsonata = { QueryLanguage: 'JSONata' };
const task = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', End: true };
const inner = { StartAt: 'B', States: { B: { Type: 'Succeed' } } };
const map = { Type: 'Map', ItemProcessor: inner, End: true };
const choice = (test: object) => ({ Type: 'Choice', Choices: [{ ...test, Next: 'A' }] });

/** One wrong value in the only state, shown at the value. */
const wrong = (state: object, at: string, message: string, machine: object = {}) => ({
  name: `${at} ${JSON.stringify(state)} ${JSON.stringify(machine)}`,
  definition: alone(state, machine),
  errors: [{ message, at: `/States/A/${at}` }],
});

new AslRuleTester().run('valid-field-values', rule, {
  valid: [
    { definition: { ...alone({ Type: 'Succeed' }), Comment: '', Version: '1.0', TimeoutSeconds: 0 } },
    { definition: alone({ ...task, TimeoutSeconds: 99_999_999, HeartbeatSeconds: 1 }) },
    { definition: alone({ Type: 'Wait', Seconds: 0, End: true }) },
    { definition: alone({ Type: 'Pass', InputPath: null, ResultPath: null, OutputPath: null, End: true }) },
    {
      name: 'a percentage may be a fraction',
      definition: alone({ ...map, ToleratedFailurePercentage: 0.5, ToleratedFailureCount: 0, MaxConcurrency: 0 }),
    },
    {
      name: 'AWS accepts an interval of no seconds',
      definition: alone({
        ...task,
        Retry: [
          { ErrorEquals: ['Busy'], IntervalSeconds: 0, MaxAttempts: 0, BackoffRate: 1.5, MaxDelaySeconds: 31_622_400 },
        ],
        Catch: [],
      }),
    },
    {
      name: 'comparisons with any number',
      definition: alone(choice({ Variable: '$.balance', NumericLessThan: -0.5 })),
    },
    {
      name: 'a Condition may be a literal, and Output anything',
      definition: alone(
        {
          Type: 'Choice',
          Output: 'paid',
          Choices: [
            { Condition: true, Next: 'A', Output: null },
            { Condition: '{% true %}', Next: 'A' },
          ],
        },
        jsonata,
      ),
    },
    {
      name: 'an array of constants can be assigned in JSONPath',
      definition: alone({ Type: 'Pass', Assign: { currencies: ['EUR', 'USD'] }, End: true }),
    },
    {
      name: 'expressions in place of numbers and words',
      definition: alone({ ...task, TimeoutSeconds: '{% $patience %}', Arguments: '{% $states.input %}' }, jsonata),
    },
    {
      name: 'Parameters and ItemSelector may be any JSON',
      definition: alone({ ...map, ItemSelector: 'one', ResultPath: '$.all' }),
    },
    {
      name: 'placeholders without quotes',
      code: `{
  "Comment": \${comment}, "Version": \${version}, "TimeoutSeconds": \${seconds}, "StartAt": \${start}, "QueryLanguage": \${language},
  "States": { "A": \${state}, "B": { "Type": "Task", "Resource": \${arn}, "Retry": \${retry}, "Catch": [\${catcher}], "TimeoutSeconds": \${n}, "End": \${end} } }
}`,
    },
    {
      name: 'placeholders in quotes where only they stand',
      definition: alone({ ...map, MaxConcurrency: '${n}', End: '${end}', ToleratedFailurePercentage: ' ${percent} ' }),
    },
    {
      name: 'placeholders in words',
      definition: {
        ...alone({
          ...map,
          ItemProcessor: { ...inner, ProcessorConfig: { Mode: '${mode}', ExecutionType: '${prefix}RESS' } },
        }),
        QueryLanguage: '${language}',
      },
    },
    {
      name: 'intrinsic functions of a template',
      filename: 'template.yaml',
      code: `Resources:
  Machine:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      Definition:
        StartAt: A
        TimeoutSeconds: !Ref Patience
        States:
          A:
            Type: Task
            Resource: !GetAtt Charge.Arn
            TimeoutSeconds: { 'Fn::FindInMap': [Limits, Charge, Seconds] }
            Retry:
              - !If [IsTest, !Ref AWS::NoValue, !Ref Retrier]
            End: true
`,
    },
    {
      name: 'fields of the other query language are for another rule',
      definition: alone({ ...task, Arguments: 5, Output: 5 }),
    },
    {
      name: 'a placeholder in quotes may be replaced by an object or an array, quotes and all',
      definition: {
        StartAt: 'A',
        States: { A: { ...task, Retry: ['${retrier}'], Catch: '${local.catch}' }, B: '${state}' },
      },
    },
    { name: 'a state of an unknown type is looked at no further', definition: alone({ Type: '${Kind}', End: 'yes' }) },
    { name: 'names of the prototype', code: '{"StartAt":"__proto__","States":{"__proto__":{"Type":"Succeed"}}}' },
  ],
  invalid: [
    {
      name: 'a definition that is no object',
      code: '["States"]',
      filename: 'order.asl.json',
      errors: [
        {
          message: 'A definition must be an object; write one with "StartAt" and "States"',
          line: 1,
          column: 1,
          endLine: 1,
          endColumn: 11,
        },
      ],
    },
    {
      name: 'fields of the machine',
      definition: { Comment: 5, Version: '2.0', TimeoutSeconds: -1, QueryLanguage: 'JSONPATH', StartAt: 1, States: {} },
      errors: [
        { message: '"Comment" must be a string, not 5', at: '/Comment' },
        {
          message: '"Version" must be "1.0", not "2.0"; did you mean "1.0"?',
          at: '/Version',
          suggestions: [
            {
              desc: 'Change to "1.0"',
              output: {
                Comment: 5,
                Version: '1.0',
                TimeoutSeconds: -1,
                QueryLanguage: 'JSONPATH',
                StartAt: 1,
                States: {},
              },
            },
          ],
        },
        { message: '"TimeoutSeconds" must be at least 0, not -1', at: '/TimeoutSeconds' },
        {
          message: '"QueryLanguage" must be one of "JSONPath" or "JSONata", not "JSONPATH"; did you mean "JSONPath"?',
          at: '/QueryLanguage',
          suggestions: [
            {
              desc: 'Change to "JSONPath"',
              output: {
                Comment: 5,
                Version: '2.0',
                TimeoutSeconds: -1,
                QueryLanguage: 'JSONPath',
                StartAt: 1,
                States: {},
              },
            },
          ],
        },
        { message: '"StartAt" must be a string, not 1', at: '/StartAt' },
        { message: '"States" must be an object with at least one state, not an empty object', at: '/States' },
      ],
    },
    {
      name: 'States as an array',
      definition: { StartAt: 'A', States: [{ A: { Type: 'Succeed' } }] },
      errors: [{ message: '"States" must be an object, not an array', at: '/States' }],
    },
    {
      name: 'states that are no objects',
      definition: { StartAt: 'A', States: { A: 'Succeed', B: null, QueryLanguage: 'JSONata' } },
      errors: [
        { message: 'The state "A" must be an object, not "Succeed"; write one with a "Type"', at: '/States/A' },
        { message: 'The state "B" must be an object, not null; write one with a "Type"', at: '/States/B' },
        {
          message: '"QueryLanguage" is taken for a state inside "States"; move it out of "States"',
          at: '/States/QueryLanguage',
        },
      ],
    },
    {
      name: 'a misspelt type',
      definition: alone({ Type: 'task', Resource: 'x' }),
      errors: [
        {
          message:
            '"Type" must be one of "Task", "Wait", "Pass", "Succeed", "Fail", "Choice", "Parallel" or "Map", not "task"; did you mean "Task"?',
          at: '/States/A/Type',
          suggestions: [{ desc: 'Change to "Task"', output: alone({ Type: 'Task', Resource: 'x' }) }],
        },
      ],
    },
    wrong(
      { Type: 'Lambda' },
      'Type',
      '"Type" must be one of "Task", "Wait", "Pass", "Succeed", "Fail", "Choice", "Parallel" or "Map", not "Lambda"',
    ),
    wrong(
      { Type: ['Task'] },
      'Type',
      '"Type" must be one of "Task", "Wait", "Pass", "Succeed", "Fail", "Choice", "Parallel" or "Map", not an array',
    ),
    wrong({ ...task, TimeoutSeconds: 0 }, 'TimeoutSeconds', '"TimeoutSeconds" must be at least 1, not 0'),
    wrong(
      { ...task, TimeoutSeconds: 100_000_000 },
      'TimeoutSeconds',
      '"TimeoutSeconds" must be at most 99999999, not 100000000',
    ),
    wrong({ ...task, TimeoutSeconds: 1.5 }, 'TimeoutSeconds', '"TimeoutSeconds" must be an integer, not 1.5'),
    wrong({ ...task, TimeoutSeconds: '30' }, 'TimeoutSeconds', '"TimeoutSeconds" must be an integer, not "30"'),
    wrong(
      { ...task, TimeoutSeconds: '30' },
      'TimeoutSeconds',
      '"TimeoutSeconds" must be an integer, not "30"',
      jsonata,
    ),
    wrong({ ...task, TimeoutSeconds: '${n}0' }, 'TimeoutSeconds', '"TimeoutSeconds" must be an integer, not "${n}0"'),
    wrong(
      { ...task, TimeoutSeconds: '{% $patience %}' },
      'TimeoutSeconds',
      '"TimeoutSeconds" must be an integer, not "{% $patience %}"',
    ),
    wrong({ ...task, TimeoutSeconds: null }, 'TimeoutSeconds', '"TimeoutSeconds" must be an integer, not null'),
    wrong({ Type: 'Wait', Seconds: -1, End: true }, 'Seconds', '"Seconds" must be at least 0, not -1'),
    wrong({ Type: 'Wait', Timestamp: 5, End: true }, 'Timestamp', '"Timestamp" must be a string, not 5'),
    wrong(
      { ...map, ToleratedFailurePercentage: 101 },
      'ToleratedFailurePercentage',
      '"ToleratedFailurePercentage" must be at most 100, not 101',
    ),
    wrong(
      { ...map, ToleratedFailurePercentage: true },
      'ToleratedFailurePercentage',
      '"ToleratedFailurePercentage" must be a number, not true',
    ),
    wrong(
      { ...map, ItemBatcher: { MaxItemsPerBatch: -1 } },
      'ItemBatcher/MaxItemsPerBatch',
      '"MaxItemsPerBatch" must be at least 0, not -1',
    ),
    wrong(
      { ...map, ItemReader: { Resource: 'x', ReaderConfig: { MaxItems: 100_000_001 } } },
      'ItemReader/ReaderConfig/MaxItems',
      '"MaxItems" must be at most 100000000, not 100000001',
    ),
    wrong(
      { ...map, ItemReader: { Resource: 'x', ReaderConfig: { ItemsPointer: `/${'a'.repeat(2000)}` } } },
      'ItemReader/ReaderConfig/ItemsPointer',
      '"ItemsPointer" must be at most 2000 characters long, not "/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"...',
    ),
    wrong({ Type: 'Pass', End: 'true' }, 'End', '"End" must be true or false, not "true"'),
    wrong({ Type: 'Pass', Next: 5 }, 'Next', '"Next" must be a string, not 5'),
    wrong({ Type: 'Pass', InputPath: {}, End: true }, 'InputPath', '"InputPath" must be a string, not an empty object'),
    wrong({ Type: 'Pass', ResultPath: false, End: true }, 'ResultPath', '"ResultPath" must be a string, not false'),
    wrong({ ...task, ResultSelector: [1] }, 'ResultSelector', '"ResultSelector" must be an object, not an array'),
    wrong({ ...task, Resource: { Ref: 1, Two: 2 } }, 'Resource', '"Resource" must be a string, not an object'),
    wrong({ ...task, Credentials: 'role' }, 'Credentials', '"Credentials" must be an object, not "role"'),
    wrong(
      { ...task, Arguments: 5 },
      'Arguments',
      '"Arguments" must be an object or a JSONata expression, not 5',
      jsonata,
    ),
    wrong({ Type: 'Pass', Assign: 'x', End: true }, 'Assign', '"Assign" must be an object, not "x"'),
    wrong({ ...task, Catch: { ErrorEquals: ['Busy'] } }, 'Catch', '"Catch" must be an array of objects, not an object'),
    wrong({ ...task, Retry: ['Busy'] }, 'Retry[0]', '"Retry" must be an array of objects, not "Busy"'),
    wrong(
      { ...task, Retry: [{ ErrorEquals: 'Busy' }] },
      'Retry[0]/ErrorEquals',
      '"ErrorEquals" must be an array of strings, not "Busy"',
    ),
    wrong(
      { ...task, Retry: [{ ErrorEquals: [] }] },
      'Retry[0]/ErrorEquals',
      '"ErrorEquals" must be an array of at least one string, not an empty array',
    ),
    wrong(
      { ...task, Retry: [{ ErrorEquals: ['Busy', ''] }] },
      'Retry[0]/ErrorEquals[1]',
      '"ErrorEquals" must be an array of strings of at least one character, not ""',
    ),
    wrong(
      { ...task, Retry: [{ ErrorEquals: ['Busy', 500] }] },
      'Retry[0]/ErrorEquals[1]',
      '"ErrorEquals" must be an array of strings, not 500',
    ),
    wrong(
      { ...task, Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: -1 }] },
      'Retry[0]/IntervalSeconds',
      '"IntervalSeconds" must be at least 0, not -1',
    ),
    wrong(
      { ...task, Retry: [{ ErrorEquals: ['Busy'], BackoffRate: 0.5 }] },
      'Retry[0]/BackoffRate',
      '"BackoffRate" must be at least 1, not 0.5',
    ),
    wrong(
      { ...task, Retry: [{ ErrorEquals: ['Busy'], MaxAttempts: '{% 3 %}' }] },
      'Retry[0]/MaxAttempts',
      '"MaxAttempts" must be an integer, not "{% 3 %}"',
      jsonata,
    ),
    wrong(
      { Type: 'Parallel', Branches: [], End: true },
      'Branches',
      '"Branches" must be an array of at least one object, not an empty array',
    ),
    wrong(
      { Type: 'Choice', Choices: [] },
      'Choices',
      '"Choices" must be an array of at least one object, not an empty array',
    ),
    wrong(choice({ And: [] }), 'Choices[0]/And', '"And" must be an array of at least one object, not an empty array'),
    wrong(choice({ Not: [] }), 'Choices[0]/Not', '"Not" must be an object, not an empty array'),
    wrong(
      choice({ Variable: '$.n', NumericEquals: '5' }),
      'Choices[0]/NumericEquals',
      '"NumericEquals" must be a number, not "5"',
    ),
    wrong(
      choice({ Variable: '$.n', StringEquals: 5 }),
      'Choices[0]/StringEquals',
      '"StringEquals" must be a string, not 5',
    ),
    wrong(
      choice({ Variable: '$.n', IsPresent: 'true' }),
      'Choices[0]/IsPresent',
      '"IsPresent" must be true or false, not "true"',
    ),
    wrong(
      choice({ Not: { Variable: '$.n', BooleanEquals: 1 } }),
      'Choices[0]/Not/BooleanEquals',
      '"BooleanEquals" must be true or false, not 1',
    ),
    wrong(
      choice({ Condition: 1 }),
      'Choices[0]/Condition',
      '"Condition" must be true, false or a JSONata expression, not 1',
      jsonata,
    ),
    {
      name: 'a huge number is shortened, and keeps its form',
      code: `{"StartAt":"A","States":{"A":{"Type":"Wait","Seconds":1${'0'.repeat(60)},"End":true}}}`,
      errors: [
        {
          message: '"Seconds" must be at most 99999999, not 1000000000000000000000000000000000000...',
          at: '/States/A/Seconds',
        },
      ],
    },
    {
      name: 'deep inside',
      definition: alone({
        ...map,
        ItemProcessor: {
          ProcessorConfig: { Mode: 'distributed', ExecutionType: 'STANDARD' },
          StartAt: 'B',
          States: { B: { Type: 'Wait', Seconds: 'five', End: true } },
        },
      }),
      errors: [
        {
          message: '"Mode" must be one of "INLINE" or "DISTRIBUTED", not "distributed"; did you mean "DISTRIBUTED"?',
          at: '/States/A/ItemProcessor/ProcessorConfig/Mode',
          suggestions: [
            {
              desc: 'Change to "DISTRIBUTED"',
              output: alone({
                ...map,
                ItemProcessor: {
                  ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
                  StartAt: 'B',
                  States: { B: { Type: 'Wait', Seconds: 'five', End: true } },
                },
              }),
            },
          ],
        },
        { message: '"Seconds" must be an integer, not "five"', at: '/States/A/ItemProcessor/States/B/Seconds' },
      ],
    },
  ],
});
