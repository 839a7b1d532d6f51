import { AslRuleTester, type InvalidDefinition } from '@stepproof/linter/rule-tester';
import rule from './rule';

const alone = (state: object, machine: object = {}) => ({ ...machine, StartAt: 'A', States: { A: state } });
const jsonata = { QueryLanguage: 'JSONata' };
const activity = 'arn:aws:states:eu-west-1:123456789012:activity:approve';
const task = { Type: 'Task', Resource: activity, End: true };
const inner = { StartAt: 'B', States: { B: { Type: 'Succeed' } } };
const map = { Type: 'Map', ItemProcessor: inner, End: true };

/** Two fields, of which the second one in the text is reported. */
const conflict = (
  state: object,
  first: string,
  second: string,
  at = `/States/A/${second}`,
): InvalidDefinition<[], 'invalid'> => ({
  name: `${first} and ${second} in ${at}`,
  definition: alone(state),
  errors: [{ message: `"${first}" and "${second}" exclude one another; keep one of them`, at, part: 'key' }],
});

new AslRuleTester().run('no-conflicting-fields', rule, {
  valid: [
    { definition: alone({ Type: 'Pass', End: true }) },
    {
      name: 'End: false beside a Next says the same twice',
      definition: { StartAt: 'A', States: { A: { Type: 'Pass', Next: 'B', End: false }, B: { Type: 'Succeed' } } },
    },
    { definition: alone({ ...task, TimeoutSecondsPath: '$.patience', HeartbeatSeconds: 5 }) },
    { definition: alone({ ...map, ToleratedFailureCount: 1, ToleratedFailurePercentage: 5 }) },
    {
      name: 'a field of the other query language is for another rule',
      definition: alone({ Type: 'Wait', Seconds: 5, SecondsPath: '$.s', End: true }, jsonata),
    },
    {
      name: 'a placeholder may turn out to be no value',
      filename: 'template.yaml',
      code: `Resources:
  Machine:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      Definition:
        StartAt: A
        States:
          A:
            Type: Wait
            Seconds: !If [IsTest, 1, !Ref AWS::NoValue]
            SecondsPath: $.delay
            End: true
`,
    },
    { name: 'names of the prototype', definition: alone({ Type: 'Pass', constructor: 1, toString: 2, End: true }) },
    {
      name: 'a name given twice is for another rule',
      code: '{"StartAt":"A","States":{"A":{"Type":"Pass","End":true,"End":true}}}',
    },
  ],
  invalid: [
    conflict({ Type: 'Pass', Next: 'A', End: true }, 'Next', 'End'),
    conflict({ Type: 'Pass', End: true, Next: 'A' }, 'End', 'Next'),
    conflict(
      { Type: 'Wait', SecondsPath: '$.s', Timestamp: '2030-01-01T00:00:00Z', End: true },
      'SecondsPath',
      'Timestamp',
    ),
    conflict({ ...task, TimeoutSeconds: 5, TimeoutSecondsPath: '$.t' }, 'TimeoutSeconds', 'TimeoutSecondsPath'),
    conflict({ ...task, HeartbeatSeconds: 5, HeartbeatSecondsPath: '$.t' }, 'HeartbeatSeconds', 'HeartbeatSecondsPath'),
    conflict({ Type: 'Fail', Error: 'Lost', ErrorPath: '$.error' }, 'Error', 'ErrorPath'),
    conflict({ Type: 'Fail', Cause: 'Lost', CausePath: '$.cause' }, 'Cause', 'CausePath'),
    conflict(
      { ...task, Credentials: { RoleArn: 'arn:aws:iam::123456789012:role/a', 'RoleArn.$': '$.role' } },
      'RoleArn',
      'RoleArn.$',
      '/States/A/Credentials/RoleArn.$',
    ),
    conflict({ ...map, Iterator: inner }, 'ItemProcessor', 'Iterator'),
    conflict({ ...map, ItemSelector: {}, Parameters: {} }, 'ItemSelector', 'Parameters'),
    conflict({ ...map, MaxConcurrency: 1, MaxConcurrencyPath: '$.n' }, 'MaxConcurrency', 'MaxConcurrencyPath'),
    conflict(
      { ...map, ToleratedFailureCount: 1, ToleratedFailureCountPath: '$.n' },
      'ToleratedFailureCount',
      'ToleratedFailureCountPath',
    ),
    conflict(
      { ...map, ToleratedFailurePercentage: 1, ToleratedFailurePercentagePath: '$.n' },
      'ToleratedFailurePercentage',
      'ToleratedFailurePercentagePath',
    ),
    conflict(
      { ...map, ItemReader: { ReaderConfig: { MaxItems: 1, MaxItemsPath: '$.n' } } },
      'MaxItems',
      'MaxItemsPath',
      '/States/A/ItemReader/ReaderConfig/MaxItemsPath',
    ),
    conflict(
      { ...map, ItemBatcher: { MaxItemsPerBatch: 1, MaxItemsPerBatchPath: '$.n' } },
      'MaxItemsPerBatch',
      'MaxItemsPerBatchPath',
      '/States/A/ItemBatcher/MaxItemsPerBatchPath',
    ),
    conflict(
      { ...map, ItemBatcher: { MaxInputBytesPerBatch: 1, MaxInputBytesPerBatchPath: '$.n' } },
      'MaxInputBytesPerBatch',
      'MaxInputBytesPerBatchPath',
      '/States/A/ItemBatcher/MaxInputBytesPerBatchPath',
    ),
    {
      name: 'three at once',
      definition: alone({ Type: 'Wait', Seconds: 5, SecondsPath: '$.s', TimestampPath: '$.t', End: true }),
      errors: [
        {
          message: '"Seconds", "SecondsPath" and "TimestampPath" exclude one another; keep one of them',
          at: '/States/A/SecondsPath',
          part: 'key',
        },
      ],
    },
    {
      name: 'in JSONata, and in a branch',
      definition: alone(
        {
          Type: 'Parallel',
          Branches: [
            { StartAt: 'B', States: { B: { Type: 'Wait', Seconds: '{% 5 %}', Timestamp: '{% $now() %}', End: true } } },
          ],
          End: true,
        },
        jsonata,
      ),
      errors: [
        {
          message: '"Seconds" and "Timestamp" exclude one another; keep one of them',
          at: '/States/A/Branches[0]/States/B/Timestamp',
          part: 'key',
        },
      ],
    },
    {
      name: 'a state called __proto__',
      code: '{"StartAt":"__proto__","States":{"__proto__":{"Type":"Fail","Error":"Lost","ErrorPath":"$.error"}}}',
      errors: [
        {
          message: '"Error" and "ErrorPath" exclude one another; keep one of them',
          at: '/States/__proto__/ErrorPath',
          part: 'key',
        },
      ],
    },
  ],
});
