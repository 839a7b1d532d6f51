import fc from 'fast-check';
import {
  isTerminal,
  loopsOf,
  mayBeTerminal,
  reachableStates,
  statesAfterOneFailure,
  statesWithoutFailure,
} from '../../../src/analysis';
import { call, choice, machineOf, namesOf, pass, succeed } from '../machines';

/** Begin -> Try -> (Catch) Undo -> Failed; Try -> Check <-> Wait; Check -> Done; Lost <-> Astray */
const machine = machineOf({
  Begin: pass('Try'),
  Try: call('sqs:sendMessage', { Catch: [{ Next: 'Undo' }], Next: 'Check' }),
  Check: { ...choice('Wait'), Default: 'Done' },
  Wait: pass('Check'),
  Done: succeed,
  Undo: pass('Failed'),
  Failed: { Type: 'Fail' },
  Lost: pass('Astray'),
  Astray: pass('Lost'),
});

test('reachableStates', () => {
  expect(namesOf(reachableStates(machine))).toEqual(['Begin', 'Try', 'Check', 'Undo', 'Done', 'Wait', 'Failed']);
  expect(reachableStates(machineOf('{"StartAt":"B","States":{"A":{"Type":"Succeed"}}}')).size).toBe(0);
});

test('statesWithoutFailure', () => {
  expect(namesOf(statesWithoutFailure(machine))).toEqual(['Begin', 'Try', 'Check', 'Done', 'Wait']);
});

test('statesAfterOneFailure', () => {
  const saga = machineOf({
    Try: call('sqs:sendMessage', { Catch: [{ Next: 'Undo' }], Next: 'Done' }),
    Done: succeed,
    Undo: call('sqs:sendMessage', { Catch: [{ Next: 'Page' }], Next: 'Told' }),
    Told: pass('Failed'),
    Page: pass('Failed'),
    Failed: { Type: 'Fail' },
  });
  expect(namesOf(statesAfterOneFailure(saga))).toEqual(['Try', 'Done', 'Undo', 'Told', 'Failed']);
});

test('loopsOf', () => {
  expect(loopsOf(machine).map((loop) => namesOf(loop).sort())).toEqual([
    ['Check', 'Wait'],
    ['Astray', 'Lost'],
  ]);
  expect(loopsOf(machineOf({ Again: pass('Again') })).map(namesOf)).toEqual([['Again']]);
  expect(loopsOf(machineOf({ A: pass('B'), B: pass('C'), C: choice('B', 'A', 'D'), D: succeed })).map(namesOf)).toEqual(
    [['A', 'B', 'C']],
  );
});

test('loopsOf, with some states taken away', () => {
  const two = machineOf({ A: pass('B'), B: choice('A', 'C'), C: choice('B', 'D'), D: succeed });
  expect(loopsOf(two).map((loop) => namesOf(loop).sort())).toEqual([['A', 'B', 'C']]);
  expect(loopsOf(two, ({ name }) => name !== 'C').map((loop) => namesOf(loop).sort())).toEqual([['A', 'B']]);
  expect(loopsOf(two, ({ name }) => name !== 'B')).toEqual([]);
});

const placeholder = '${Value}';

test.each([
  ['Succeed', { Type: 'Succeed' }, true, true],
  ['Fail', { Type: 'Fail' }, true, true],
  ['End: true', { Type: 'Pass', End: true }, true, true],
  ['End: false', { Type: 'Pass', End: false }, false, false],
  ['End: "true"', { Type: 'Pass', End: 'true' }, false, false],
  ['Next', pass('A'), false, false],
  ['a Choice', { ...choice('A'), End: true }, false, false],
  ['End: a placeholder', { Type: 'Pass', End: placeholder }, false, true],
  ['Type: a placeholder', { Type: placeholder }, false, true],
  ['a misspelt Type', { Type: 'Sucess' }, false, true],
])('%s: isTerminal, mayBeTerminal', (_, definition, is, may) => {
  const [only] = machineOf({ A: definition }).states;
  expect([isTerminal(only!), mayBeTerminal(only!)]).toEqual([is, may]);
});

describe('10,000 states', () => {
  const many = Array.from({ length: 10_000 }, (_, index) => `S${index}`);

  test('in a chain', () => {
    const chain = machineOf({
      ...Object.fromEntries(many.map((name, index) => [name, pass(many[index + 1] ?? 'End')])),
      End: succeed,
    });
    expect(reachableStates(chain).size).toBe(10_001);
    expect(loopsOf(chain)).toEqual([]);
  });

  test('in a loop', () => {
    const loop = machineOf(Object.fromEntries(many.map((name, index) => [name, pass(many[index + 1] ?? 'S0')])));
    expect(loopsOf(loop).map((states) => states.length)).toEqual([10_000]);
  });
});

/** Machines of up to 8 states, each a Choice with any targets, some of which do not exist. */
const anyMachine = fc
  .array(fc.array(fc.nat(9).map(String), { maxLength: 3 }), { minLength: 1, maxLength: 8 })
  .map((targets) => machineOf(Object.fromEntries(targets.map((names, index) => [`${index}`, choice(...names)]))));

/** What the graph says, by trying all ways. */
const canReach = (from: string, to: string, machine: ReturnType<typeof machineOf>): boolean => {
  const seen = new Set<string>();
  const visit = (name: string): boolean =>
    machine.state(name)?.fields.some((field) => {
      const rules = field.name === 'Choices' ? (field.json as { Next: string }[]) : [];
      return rules.some(({ Next }) => {
        if (!machine.state(Next)) return false;
        if (Next === to) return true;
        if (seen.has(Next)) return false;
        seen.add(Next);
        return visit(Next);
      });
    }) ?? false;
  return visit(from);
};

test('reachability and loops agree with a search of all ways', () => {
  fc.assert(
    fc.property(anyMachine, (any) => {
      const reachable = new Set(namesOf(reachableStates(any)));
      const inLoops = new Set(loopsOf(any).flatMap(namesOf));
      for (const one of any.states) {
        expect(reachable.has(one.name)).toBe(one.name === '0' || canReach('0', one.name, any));
        expect(inLoops.has(one.name)).toBe(canReach(one.name, one.name, any));
      }
      for (const loop of loopsOf(any)) {
        for (const a of loop) for (const b of loop) expect(canReach(a.name, b.name, any)).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});
