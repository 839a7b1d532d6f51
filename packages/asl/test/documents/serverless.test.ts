import { definitionOf, onlyMachine, read } from './reading';

const pass = { StartAt: 'A', States: { A: { Type: 'Pass', End: true } } };

test('stepFunctions.stateMachines', () => {
  const text = `service: shop
functions:
  pay:
    handler: pay.handler
stepFunctions:
  stateMachines:
    order:
      name: order-\${self:provider.stage}
      type: EXPRESS
      definition:
        StartAt: Pay
        States:
          Pay:
            Type: Task
            Resource:
              Fn::GetAtt: [pay, Arn]
            TimeoutSeconds: \${self:custom.timeout}
            Next: Yes
          Yes:
            Type: Task
            Resource: !GetAtt pay.Arn
            End: true
    refund:
      definition: \${file(refund.asl.yml)}
    empty:
      definition: {}
`;
  const { machines, problems } = read('serverless.yml', text);
  expect(problems).toEqual([]);
  expect(machines.map(({ declaration }) => declaration)).toMatchObject([
    { name: 'order', workflowType: 'EXPRESS' },
    { name: 'empty', workflowType: 'STANDARD' },
  ]);
  const [pay, yes] = machines[0]!.states;
  expect(pay!.field('Resource')!.isUnknown).toBe(true);
  expect(pay!.field('TimeoutSeconds')!.isUnknown).toBe(true);
  expect(yes!.name).toBe('Yes');
  expect(yes!.field('Resource')!.value.kind).toBe('placeholder');
});

test.each([
  ['a list of machines', { stepFunctions: { stateMachines: [{ order: { type: 'EXPRESS', definition: pass } }] } }],
  ['a file of machines', { stateMachines: { order: { type: 'EXPRESS', definition: pass } } }],
  ['a file with one machine', { order: { type: 'EXPRESS', definition: pass } }],
  ['a definition as text', { stateMachines: { order: { type: 'EXPRESS', definition: JSON.stringify(pass) } } }],
  [
    'a JSON file of Terraform',
    { resource: { aws_sfn_state_machine: { order: { type: 'EXPRESS', definition: JSON.stringify(pass) } } } },
  ],
])('%s', (_, value) => {
  const machine = onlyMachine('serverless.json', JSON.stringify(value));
  expect(definitionOf(machine)).toEqual(pass);
  expect(machine.declaration).toMatchObject({ name: 'order', workflowType: 'EXPRESS' });
});

test('the answer of DescribeStateMachine', () => {
  const text = JSON.stringify({ name: 'order', type: 'EXPRESS', definition: JSON.stringify(pass) });
  expect(onlyMachine('order.json', text).declaration.workflowType).toBe('EXPRESS');
});

test.each([
  ['a type known after deployment', { type: '${self:custom.type}', definition: pass }, undefined],
  ['no type', { definition: pass }, 'STANDARD'],
])('%s', (_, entry, expected) => {
  const text = JSON.stringify({ stepFunctions: { stateMachines: { order: entry } } });
  expect(onlyMachine('serverless.json', text).declaration.workflowType).toBe(expected);
});

test('other things have definitions too', () => {
  const text = JSON.stringify({
    word: { definition: 'States of mind' },
    TaskStateMachine: { definition: { States: 1 } },
  });
  expect(read('dictionary.json', text).machines).toEqual([]);
});
