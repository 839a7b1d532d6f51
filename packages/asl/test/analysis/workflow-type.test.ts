import { hasExpressScope, workflowTypeOf } from '../../src/analysis';
import { machineOf, scopeInside, succeed } from './machines';

const map = (ProcessorConfig: unknown, States: object = { Inside: succeed }) => ({
  Type: 'Map',
  ItemProcessor: { ...(ProcessorConfig ? { ProcessorConfig } : {}), StartAt: 'Inside', States },
  End: true,
});

describe('workflowTypeOf', () => {
  test.each(['STANDARD', 'EXPRESS'] as const)('of the machine: %s', (type) => {
    expect(workflowTypeOf(machineOf({ A: succeed }), type)).toBe(type);
  });

  test.each([
    ['no ProcessorConfig', undefined, 'EXPRESS'],
    ['inline', { Mode: 'INLINE', ExecutionType: 'STANDARD' }, 'EXPRESS'],
    ['distributed, Standard', { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, 'STANDARD'],
    ['distributed, Express', { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' }, 'EXPRESS'],
    ['distributed, no type', { Mode: 'DISTRIBUTED' }, undefined],
    ['distributed, a placeholder', { Mode: 'DISTRIBUTED', ExecutionType: '${Type}' }, undefined],
    ['distributed, a name of a prototype', { Mode: 'DISTRIBUTED', ExecutionType: 'constructor' }, undefined],
    ['a mode that is a placeholder', { Mode: '${Mode}', ExecutionType: 'STANDARD' }, undefined],
  ] as const)('inside a Map of an Express workflow: %s', (_, config, expected) => {
    expect(workflowTypeOf(scopeInside(machineOf({ Each: map(config) }), 'Each'), 'EXPRESS')).toBe(expected);
  });

  test('a Parallel or an inline Map inside the child workflow belongs to it', () => {
    const branch = { Type: 'Parallel', Branches: [{ StartAt: 'Deep', States: { Deep: map(undefined) } }], End: true };
    const machine = machineOf({ Each: map({ Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' }, { Inside: branch }) });
    const inside = scopeInside(machine, 'Each').state('Inside')!;
    const deep = inside.type === 'ParallelState' ? inside.branches[0]!.state('Deep')! : undefined;
    expect(workflowTypeOf(deep!.parent, 'STANDARD')).toBe('EXPRESS');
    expect(deep?.type === 'MapState' && workflowTypeOf(deep.itemProcessor!, 'STANDARD')).toBe('EXPRESS');
  });
});

describe('hasExpressScope', () => {
  const distributed = machineOf({ Each: map({ Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' }) });
  test.each([
    ['an Express workflow', machineOf({ A: succeed }), 'EXPRESS', true],
    ['a Standard workflow', machineOf({ A: succeed }), 'STANDARD', false],
    ['a Standard workflow with a distributed Map of Express workflows', distributed, 'STANDARD', true],
  ] as const)('%s', (_, machine, type, expected) => {
    expect(hasExpressScope(machine, type)).toBe(expected);
  });
});
