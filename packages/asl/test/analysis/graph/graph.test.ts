import { graphOf, transitionFields } from '../../../src/analysis';
import { call, choice, machineOf, namesOf, pass, scopeInside, succeed } from '../machines';

test('the transitions of a scope: where they are written, and where they lead', () => {
  const machine = machineOf({
    Charge: call('sqs:sendMessage', { Catch: [{ Next: 'Refund' }], Next: 'Paid?' }),
    'Paid?': { ...choice('Ship', 'Nowhere'), Default: '${Fallback}' },
    Refund: pass('Charge'),
    Ship: {
      Type: 'Parallel',
      Branches: [{ StartAt: 'Pack', States: { Pack: pass('Label'), Label: succeed } }],
      End: true,
    },
  });
  const graph = graphOf(machine);
  expect(graph.start?.name).toBe('Charge');
  expect(
    graph.transitions.map(({ from, to, target, field, node }) => [
      from.name,
      to?.name,
      target,
      field.location,
      node.type,
    ]),
  ).toEqual([
    ['Charge', 'Paid?', 'Paid?', '/States/Charge/Next', 'TaskState'],
    ['Charge', 'Refund', 'Refund', '/States/Charge/Catch[0]/Next', 'Catcher'],
    ['Paid?', undefined, undefined, '/States/Paid?/Default', 'ChoiceState'],
    ['Paid?', 'Ship', 'Ship', '/States/Paid?/Choices[0]/Next', 'ChoiceRule'],
    ['Paid?', undefined, 'Nowhere', '/States/Paid?/Choices[1]/Next', 'ChoiceRule'],
    ['Refund', 'Charge', 'Charge', '/States/Refund/Next', 'PassState'],
  ]);
  const [charge, , refund] = machine.states;
  expect(namesOf(graph.transitionsFrom(charge!).map(({ to }) => to))).toEqual(['Paid?', 'Refund']);
  expect(namesOf(graph.transitionsTo(charge!).map(({ from }) => from))).toEqual(['Refund']);
  expect(graph.transitionsTo(refund!)).toHaveLength(1);
});

test('an inner scope has a graph of its own, made once', () => {
  const machine = machineOf({
    Each: { Type: 'Map', ItemProcessor: { StartAt: 'Pack', States: { Pack: pass('Done'), Done: succeed } }, End: true },
    Done: succeed,
  });
  const inner = graphOf(scopeInside(machine, 'Each'));
  expect(inner.transitions.map(({ to }) => to)).toEqual([scopeInside(machine, 'Each').state('Done')]);
  expect(graphOf(inner.scope)).toBe(inner);
  expect(inner.transitionsFrom(machine.state('Each')!)).toEqual([]);
  expect(inner.transitionsTo(machine.state('Done')!)).toEqual([]);
});

test('only fields that the state type has are transitions', () => {
  const [done] = machineOf({ Done: { Type: 'Succeed', Next: 'Done', Default: 'Done' } }).states;
  expect(transitionFields(done!)).toEqual([]);
});

describe('isPartial', () => {
  const text = (states: string) => `{"StartAt":"A","States":${states}}`;

  test.each([
    ['all is known', '{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Succeed"}}'],
    ['a target that is missing', '{"A":{"Type":"Pass","Next":"C"}}'],
    ['the same placeholder as name and target', '{"A":{"Type":"Pass","Next":"${B}"},"${B}":{"Type":"Succeed"}}'],
    ['Retry and Branches lead nowhere', '{"A":{"Type":"Parallel","Retry":${R},"Branches":${B},"End":true}}'],
    ['nor do conditions inside a rule', '{"A":{"Type":"Choice","Choices":[{"And":${And},"Next":"A"}]}}'],
    ['other fields may be unknown', '{"A":{"Type":"Pass","Parameters":${P},"Comment":"${C}","End":true}}'],
  ])('no: %s', (_, states) => {
    expect(graphOf(machineOf(text(states))).isPartial).toBe(false);
  });

  test.each([
    ['a Next', '{"A":{"Type":"Pass","Next":"${Next}"}}'],
    ['a Next without quotes', '{"A":{"Type":"Pass","Next":${Next}}}'],
    ['a Default', '{"A":{"Type":"Choice","Choices":[],"Default":"${Next}"}}'],
    ['a Catch', '{"A":{"Type":"Task","Catch":${Catch}}}'],
    ['a Catcher', '{"A":{"Type":"Task","Catch":[${Catcher}]}}'],
    ['Choices', '{"A":{"Type":"Choice","Choices":${Choices}}}'],
    ['a rule', '{"A":{"Type":"Choice","Choices":[{"Next":"A"},${Rule}]}}'],
    ['a state', '{"A":{"Type":"Succeed"},"B":${B}}'],
    ['all states', '${States}'],
    ['a name that a missing target may mean', '{"A":{"Type":"Pass","Next":"B"},"${B}":{"Type":"Succeed"}}'],
    ['a Type that is misspelt', '{"A":{"Type":"Taks","Next":"B"},"B":{"Type":"Succeed"}}'],
  ])('yes: %s', (_, states) => {
    expect(graphOf(machineOf(text(states))).isPartial).toBe(true);
  });

  test('yes: StartAt', () => {
    expect(graphOf(machineOf('{"StartAt":"${First}","States":{"A":{"Type":"Succeed"}}}')).isPartial).toBe(true);
  });
});
