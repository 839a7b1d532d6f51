import { run } from '@stepproof/test-harness';
import '../../src/setup';

const definition = { StartAt: 'Pay', States: { Pay: { Type: 'Pass', End: true } } } as const;

describe('with the global expect of @types/jest, the compiler', () => {
  test('knows the names of states', async () => {
    const execution = await run(definition);
    expect(execution).toHaveVisited('Pay');
    expect(execution).not.toHaveRetried('Pay');
    await expect(run(definition)).resolves.toHaveVisitedOnly('Pay');
    // @ts-expect-error -- no state has that name
    expect(() => expect(execution).toHaveVisited('Pya')).toThrow('no state named "Pya"');
    // @ts-expect-error -- no state has that name
    expect(() => expect(execution).not.toHaveCaught('Pya')).toThrow('no state named "Pya"');
    // @ts-expect-error -- no state has that name
    await expect(expect(run(definition)).resolves.toHaveTakenPath(['Pya'])).rejects.toThrow('no state named "Pya"');
  });

  test('takes any name where it does not know the definition', async () => {
    const unknown = await run(JSON.stringify(definition));
    const name: string = unknown.path[0]!;
    expect(unknown).toHaveVisited(name);
  });

  test('knows what each matcher takes', async () => {
    const execution = await run(definition);
    // @ts-expect-error -- seconds are a number
    expect(execution).not.toHaveTakenSeconds('1');
    // @ts-expect-error -- the state has no number
    expect(() => expect(execution).toBeWaitingFor(1)).toThrow('no state named 1');
  });

  test('knows the asymmetric matchers', async () => {
    const results = { execution: await run(definition) };
    expect(results).toEqual({ execution: expect.toHaveVisited('Pay') });
    expect(results).toEqual({ execution: expect.not.toHaveTimedOut() });
    // @ts-expect-error -- seconds are a number
    expect(results).not.toEqual({ execution: expect.toHaveTakenSeconds('1') });
  });
});
