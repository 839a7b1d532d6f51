import { definitionOf, onlyMachine, read, written } from './reading';

const pass = { StartAt: 'A', States: { A: { Type: 'Pass', End: true } } };
const serverless = 'AWS::Serverless::StateMachine';
const stepFunctions = 'AWS::StepFunctions::StateMachine';

const template = (type: string, properties: object): string =>
  JSON.stringify({ Resources: { Order: { Type: type, Properties: properties } } });

describe('where the definition stands', () => {
  const text = JSON.stringify(pass);
  test.each([
    ['Definition', { Definition: pass }],
    ['DefinitionString', { DefinitionString: text }],
    ['Fn::Sub', { DefinitionString: { 'Fn::Sub': text } }],
    [
      'Fn::Sub with variables',
      { DefinitionString: { 'Fn::Sub': [text.replace('"A"', '"${First}"'), { First: 'A' }] } },
    ],
    ['Fn::Join', { DefinitionString: { 'Fn::Join': ['', [text.slice(0, 10), text.slice(10)]] } }],
    ['YAML text', { DefinitionString: 'StartAt: A\nStates:\n  A:\n    Type: Pass\n    End: true\n' }],
  ])('%s', (_, properties) => {
    for (const type of [serverless, stepFunctions]) {
      const machine = onlyMachine('template.json', template(type, properties));
      expect(definitionOf(machine)).toEqual(pass);
      expect(machine.declaration).toMatchObject({ name: 'Order', workflowType: 'STANDARD' });
    }
  });

  test.each([
    ['DefinitionUri', { DefinitionUri: 'order.asl.json' }],
    ['a bucket', { DefinitionS3Location: { Bucket: 'b', Key: 'k' } }],
    ['Ref', { DefinitionString: { Ref: 'Definition' } }],
    ['a parameter as the whole text', { DefinitionString: { 'Fn::Sub': '${Definition}' } }],
    ['a dynamic reference', { DefinitionString: '{{resolve:ssm:/machines/order}}' }],
    ['an include', { Definition: { 'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: 's3://b/k' } } } }],
    ['nothing', {}],
    ['null', { Definition: null }],
  ])('%s: nothing to read here', (_, properties) => {
    const { machines, problems } = read('template.json', template(serverless, properties));
    expect({ machines, problems }).toEqual({ machines: [], problems: [] });
  });
});

describe('workflow type', () => {
  test.each([
    [serverless, { Type: 'EXPRESS' }, 'EXPRESS'],
    [serverless, { Type: 'STANDARD' }, 'STANDARD'],
    [serverless, {}, 'STANDARD'],
    [serverless, { Type: { Ref: 'Kind' } }, undefined],
    [serverless, { Type: { 'Fn::If': ['Prod', 'EXPRESS', 'STANDARD'] } }, undefined],
    [stepFunctions, { StateMachineType: 'EXPRESS' }, 'EXPRESS'],
    [stepFunctions, { StateMachineType: 'express' }, undefined],
    [stepFunctions, { Type: 'EXPRESS' }, 'STANDARD'],
  ])('%s %j', (type, properties, expected) => {
    const machine = onlyMachine('template.json', template(type, { ...properties, Definition: pass }));
    expect(machine.declaration.workflowType).toBe(expected);
  });
});

test('several machines in YAML with short tags, each at its place', () => {
  const text = `AWSTemplateFormatVersion: '2010-09-09'
Resources:
  First:
    Type: AWS::Serverless::StateMachine
    Properties:
      Type: EXPRESS
      Definition:
        StartAt: Pay
        States:
          Pay:
            Type: Task
            Resource: !GetAtt PayFunction.Arn
            TimeoutSeconds: !Ref Timeout
            Parameters:
              TableName: !Sub "orders-\${Stage}"
            End: true
  Bucket:
    Type: AWS::S3::Bucket
  Second:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      DefinitionString: !Sub |
        {
          "StartAt": "Ship",
          "States": { "Ship": { "Type": "Task", "Resource": "\${Ship.Arn}", "End": true } }
        }
`;
  const { machines, problems } = read('template.yaml', text);
  expect(problems).toEqual([]);
  expect(machines.map(({ declaration }) => declaration)).toMatchObject([
    { name: 'First', workflowType: 'EXPRESS' },
    { name: 'Second', workflowType: 'STANDARD' },
  ]);
  const [pay, ship] = machines.map((machine) => machine.states[0]!);
  expect(written(text, pay!.key!.range)).toBe('Pay');
  expect(pay!.field('Resource')!.value).toMatchObject({ kind: 'placeholder', text: '${PayFunction.Arn}' });
  expect(written(text, pay!.field('TimeoutSeconds')!.value.range)).toBe('!Ref Timeout');
  expect(pay!.field('Parameters')!.json).toEqual({ TableName: 'orders-${Stage}' });
  expect(written(text, ship!.key!.range)).toBe('"Ship"');
  expect(written(text, ship!.field('Resource')!.value.range)).toBe('"${Ship.Arn}"');
});

test('a definition escaped in a JSON string keeps its places', () => {
  const text = template(stepFunctions, { DefinitionString: JSON.stringify(pass, null, 2) });
  const machine = onlyMachine('stack.template.json', text);
  expect(written(text, machine.field('StartAt')!.value.range)).toBe('\\"A\\"');
});

test('substitutions with a literal value are put in', () => {
  const definition = {
    StartAt: 'A',
    States: {
      A: { Type: 'Task', Resource: '${Function}', TimeoutSeconds: 5, Comment: '${Other} ${Count}', End: true },
    },
  };
  const properties = {
    Definition: definition,
    DefinitionSubstitutions: { Function: 'arn:aws:states:::sns:publish', Count: 3, Other: { Ref: 'Other' } },
  };
  const [state] = onlyMachine('template.json', template(serverless, properties)).states;
  expect(state!.field('Resource')!.json).toBe('arn:aws:states:::sns:publish');
  expect(state!.field('Comment')!.json).toBe('${Other} 3');
});

test('what Fn::Sub puts into a text is read where it is put in', () => {
  const text = `Resources:
  Order:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      DefinitionString: !Sub
        - |-
          {"StartAt": "A", "States": \${States}, "Comment": "x"}
        - States: !Sub '{"A": {"Type": "Task", "Resource": "\${F.Arn}", "Next": "B"}, "B": {"Type": "Succeed"}}'
`;
  const machine = onlyMachine('template.yaml', text);
  expect(machine.states.map(({ name }) => name)).toEqual(['A', 'B']);
  expect(machine.states[0]!.field('Resource')!.json).toBe('${F.Arn}');
  expect(machine.states[0]!.field('Next')!.value.range[0]).toBe(text.indexOf('${States}'));
  expect(written(text, machine.field('Comment')!.value.range)).toBe('"x"');
});

test('a substitution that Fn::Sub makes', () => {
  const definition = { StartAt: 'A', States: { A: { Type: 'Task', Resource: '${R}', Comment: '${C}', End: true } } };
  const properties = {
    Definition: definition,
    DefinitionSubstitutions: {
      R: { 'Fn::Sub': 'arn:aws:states:::sns:publish' },
      C: { 'Fn::Sub': '${AWS::Region}' },
    },
  };
  const [state] = onlyMachine('template.json', template(serverless, properties)).states;
  expect(state!.field('Resource')!.json).toBe('arn:aws:states:::sns:publish');
  expect(state!.field('Comment')!.json).toBe('${C}');
});

test('resources are found wherever they stand: in a Serverless file, in a loop', () => {
  const resource = { Type: stepFunctions, Properties: { Definition: pass } };
  const text = JSON.stringify({
    resources: [{ Resources: { One: resource } }],
    Resources: { 'Fn::ForEach::Machines': ['Name', ['a', 'b'], { 'Machine${Name}': resource }] },
  });
  expect(read('serverless.json', text).machines.map(({ declaration }) => declaration.name)).toMatchObject([
    'One',
    'Machine${Name}',
  ]);
});

test('a machine that its definition creates is part of that definition', () => {
  const inner = template(stepFunctions, { Definition: pass });
  const outer = { StartAt: 'A', States: { A: { Type: 'Pass', Result: JSON.parse(inner) as object, End: true } } };
  expect(read('template.json', template(serverless, { Definition: outer })).machines).toHaveLength(1);
});

test.each([
  ['Shop/Order/Resource', 'Shop/Order'],
  ['Shop/Order', 'Shop/Order'],
  [{ Ref: 'Path' }, undefined],
])('the construct of the CDK that a machine is from: %j', (path, constructPath) => {
  const resource = { Type: stepFunctions, Properties: { Definition: pass }, Metadata: { 'aws:cdk:path': path } };
  const { declaration } = onlyMachine('template.json', JSON.stringify({ Resources: { OrderB1C2D3: resource } }));
  expect([declaration.name, declaration.constructPath]).toEqual(['OrderB1C2D3', constructPath]);
});
