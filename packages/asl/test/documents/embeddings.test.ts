import { definitionOf, onlyMachine, read, written } from './reading';

const pass = { StartAt: 'A', States: { A: { Type: 'Pass', End: true } } };
const json = JSON.stringify(pass);
const cloudFormation = (definition: unknown): string =>
  JSON.stringify({
    Resources: { M: { Type: 'AWS::StepFunctions::StateMachine', Properties: { DefinitionString: definition } } },
  });

describe('intrinsic functions around a whole definition', () => {
  test('Fn::ToJsonString', () => {
    expect(definitionOf(onlyMachine('t.json', cloudFormation({ 'Fn::ToJsonString': pass })))).toEqual(pass);
  });

  test('both outcomes of Fn::If are machines, each at its place', () => {
    const other = { ...pass, Comment: 'the other' };
    const text = cloudFormation({
      'Fn::If': ['Prod', pass, { 'Fn::If': ['Test', { 'Fn::Sub': JSON.stringify(other) }, { Ref: 'AWS::NoValue' }] }],
    });
    const { machines, problems } = read('t.json', text);
    expect(problems).toEqual([]);
    expect(machines.map(definitionOf)).toEqual([pass, other]);
    expect(machines.map(({ declaration }) => declaration.name)).toEqual(['M', 'M']);
    expect(written(text, machines[0]!.range)).toBe(json);
  });
});

describe('JSON under a key that no template knows', () => {
  test.each([
    ['a ConfigMap', `kind: ConfigMap\ndata:\n  order: |\n    ${json}\n`],
    ['a list', `orders:\n  - '${json}'\n`],
    ['a text in JSON', JSON.stringify({ order: json })],
    ['a definition with a comment first', JSON.stringify({ order: JSON.stringify({ Comment: 'x', ...pass }) })],
  ])('%s', (_, text) => {
    const { located, declaration } = onlyMachine(text.startsWith('{') ? 'x.json' : 'x.yaml', text);
    expect(declaration.name).toMatch(/^orders?$/);
    expect(text[located.range[0]]).toBe('{');
  });

  test.each([
    ['prose', `text: 'write "StartAt":, then "States":'`],
    ['half a definition', `text: '{"StartAt": "A", "States": '`],
    ['a definition that a program fills in', `text: '{"StartAt": "A", "States": STATES}'`],
    ['states that are a list', `text: '{"StartAt": "A", "States": []}'`],
  ])('%s is none, and no problem', (_, text) => {
    const { machines, problems } = read('x.yaml', text);
    expect({ machines, problems }).toEqual({ machines: [], problems: [] });
  });
});

describe('Jinja', () => {
  test('expressions are placeholders, in quotes and bare', () => {
    const text = `{ "StartAt": "A", "TimeoutSeconds": {{ seconds | default(30) }},
  "States": { "A": { "Type": "Task", "Resource": "arn:{{ vars["region"] }}", "Next": "B" } } }`;
    const machine = onlyMachine('order.asl.json.j2', text);
    expect(machine.field('TimeoutSeconds')!.isUnknown).toBe(true);
    expect(machine.states[0]!.field('Resource')!.json).toBe('arn:${ vars[_region_]  }');
    expect(written(text, machine.states[0]!.field('Next')!.value.range)).toBe('"B"');
  });

  test.each(['{% for s in states %}{{ s }}{% endfor %}', '{# none #}'])('%s has to be rendered first', (states) => {
    const text = `{ "StartAt": "A", "States": { ${states} } }`;
    expect(read('order.json.j2', text)).toMatchObject({ machines: [], problems: [] });
  });
});

test.each([
  ['pulumi.interpolate', 'pulumi.interpolate'],
  ['interpolate', 'interpolate'],
  ['String.raw', 'String.raw'],
])('a template literal behind %s', (_, tag) => {
  const text = `new aws.sfn.StateMachine('order', { type: 'EXPRESS', definition: ${tag}\`{ "StartAt": "A",
  "States": { "A": { "Type": "Task", "Resource": "\${fn.arn}", "End": true } } }\` });`;
  const { declaration, states } = onlyMachine('stack.ts', text);
  expect(declaration).toMatchObject({ name: 'order', workflowType: 'EXPRESS' });
  expect(states[0]!.field('Resource')!.isUnknown).toBe(true);
  expect(written(text, states[0]!.field('End')!.range)).toBe('"End": true');
});
