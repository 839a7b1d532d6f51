import { definitionOf, onlyMachine, read, written } from './reading';

const definition = { StartAt: 'A', States: { A: { Type: 'Succeed' } } };

const manifest = (fields = '', text = JSON.stringify(definition)): string =>
  `apiVersion: sfn.services.k8s.aws/v1alpha1
kind: StateMachine
metadata:
  name: order
spec:
  roleARN: arn:aws:iam::123456789012:role/order
  definition: |
    ${text}
${fields}`;

test('the definition of an ACK resource is called by the name of the resource', () => {
  const machine = onlyMachine('order.yaml', manifest());
  expect(definitionOf(machine)).toEqual(definition);
  expect(machine.declaration).toMatchObject({ name: 'order', workflowType: 'STANDARD', isLogged: false });
});

test('the name, the type and the logging of the state machine', () => {
  const fields = `  name: Orders\n  type: EXPRESS\n  loggingConfiguration:\n    level: ALL\n`;
  const text = manifest(fields);
  const { declaration } = onlyMachine('order.yaml', text);
  expect(declaration).toMatchObject({ name: 'Orders', workflowType: 'EXPRESS', isLogged: true });
  expect(written(text, declaration.typeRange!)).toBe('EXPRESS');
});

test('Crossplane', () => {
  const text = `apiVersion: sfn.aws.upbound.io/v1beta1
kind: StateMachine
metadata: { name: order }
spec:
  forProvider:
    type: EXPRESS
    loggingConfiguration: [{ level: ERROR }]
    definition: '${JSON.stringify(definition)}'
`;
  const { declaration } = onlyMachine('order.yaml', text);
  expect(declaration).toMatchObject({ name: 'order', workflowType: 'EXPRESS', isLogged: true });
});

test('a mistake in the definition is told where it stands', () => {
  const text = manifest('', '{ "StartAt": "A", "States": ]');
  const { problems } = read('order.yaml', text);
  expect(problems[0]?.range[0]).toBe(text.indexOf(']'));
});

test('nothing is told of JSON that Helm has yet to complete', () => {
  const text = manifest('', '{ "StartAt": "A", "States": {{ toJson .Values.states }} }');
  expect(read('order.yaml', text)).toMatchObject({ machines: [], problems: [] });
});

test.each([
  ['kind: StateMachine', 'kind: Workflow'],
  ['sfn.services.k8s.aws', 'example.org'],
])('what else evidently holds a definition is called by its place: %s as %s', (is, becomes) => {
  expect(onlyMachine('a.yaml', manifest().replace(is, becomes)).declaration.name).toBe('spec');
});
