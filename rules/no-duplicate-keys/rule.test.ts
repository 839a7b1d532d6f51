import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const duplicate = (name: string, line: number) =>
  `"${name}" is given twice in this object, first on line ${line}, and only one of the two counts; remove or rename one`;

new AslRuleTester().run('no-duplicate-keys', rule, {
  valid: [
    {
      definition: { StartAt: 'A', States: { A: { Type: 'Pass', Parameters: { Type: 'Pass', End: true }, End: true } } },
    },
    {
      name: 'the same name in two scopes is for another rule',
      definition: {
        StartAt: 'A',
        States: { A: { Type: 'Map', ItemProcessor: { StartAt: 'A', States: { A: { Type: 'Succeed' } } }, End: true } },
      },
    },
    {
      name: 'names that differ in case',
      code: '{"StartAt":"a","States":{"a":{"Type":"Pass","End":true},"A":{"Type":"Pass"}}}',
    },
    {
      name: 'names of the prototype once each',
      code: '{"StartAt":"A","States":{"A":{"Type":"Pass","Result":{"__proto__":1,"constructor":2,"toString":3}}}}',
    },
    { name: 'a file without a state machine', filename: 'values.yaml', code: 'Region: a\nRegion: b\n' },
  ],
  invalid: [
    {
      name: 'two states of one name',
      code: `{
  "StartAt": "Charge",
  "States": {
    "Charge": { "Type": "Pass", "End": true },
    "Charge": { "Type": "Succeed" }
  }
}`,
      errors: [{ message: duplicate('Charge', 4), line: 5, column: 5, endLine: 5, endColumn: 13 }],
    },
    {
      name: 'a field that is given three times',
      code: '{"StartAt":"A","StartAt":"B","States":{},"StartAt":"C"}',
      errors: [
        { message: duplicate('StartAt', 1), line: 1, column: 16, endLine: 1, endColumn: 25 },
        { message: duplicate('StartAt', 1), line: 1, column: 42, endLine: 1, endColumn: 51 },
      ],
    },
    {
      name: 'one name written in two ways',
      code: '{"StartAt":"A","States":{"A":{"Type":"Succeed"},"\\u0041":{"Type":"Succeed"}}}',
      errors: [{ message: duplicate('A', 1), line: 1, column: 49, endLine: 1, endColumn: 57 }],
    },
    {
      name: 'inside data, with names of the prototype',
      code: `StartAt: A
States:
  A:
    Type: Pass
    Result:
      __proto__: 1
      constructor: 2
      __proto__: 3
      constructor: 4
    End: true
`,
      errors: [
        { message: duplicate('__proto__', 6), line: 8, column: 7, endLine: 8, endColumn: 16 },
        { message: duplicate('constructor', 7), line: 9, column: 7, endLine: 9, endColumn: 18 },
      ],
    },
    {
      name: 'in a template',
      filename: 'template.yaml',
      code: `Resources:
  Order:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      Definition:
        StartAt: A
        States:
          A: { Type: Succeed }
          A: { Type: Fail }
`,
      errors: [{ message: duplicate('A', 8), line: 9, column: 11, endLine: 9, endColumn: 12 }],
    },
  ],
});
