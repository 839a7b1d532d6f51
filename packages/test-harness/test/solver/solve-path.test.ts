import fc from 'fast-check';
import { graphOf, parseStateMachine, parseText, pathsTo, solvePath } from '@stepproof/asl';
import { StateMachine } from '../../src';
import { inputs, machines, taskOutcomes } from './machines';
import { expected, resolverOf, stepsTaken } from './taking-path';

const runs = Number(process.env.FC_RUNS ?? 120);

const first = <T>(items: Iterable<T>, count: number): T[] => {
  const taken: T[] = [];
  for (const item of items) if (taken.push(item) === count) break;
  return taken;
};

const isBeginning = (steps: readonly string[], taken: readonly string[]): boolean =>
  steps.every((step, index) => step === taken[index]);

describe('solvePath, on generated machines', () => {
  test('the harness takes the path of every witness, and never one that is impossible', async () => {
    const kinds = { witness: 0, impossible: 0, unknown: 0 };
    const outcomes = fc.array(taskOutcomes, { minLength: 1, maxLength: 4 });
    const attempts = fc.array(fc.tuple(inputs, outcomes), { minLength: 30, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(machines, attempts, async (definition, tries) => {
        const node = parseStateMachine(parseText(JSON.stringify(definition), 'json').root!);
        const machine = new StateMachine(definition);
        const runs: string[][] = [];
        for (const [input, answers] of tries) {
          let calls = 0;
          runs.push(await stepsTaken(machine, input, () => answers[calls++ % answers.length]));
        }
        const paths = graphOf(node).transitions.flatMap((transition) => first(pathsTo(transition, { repeats: 2 }), 3));
        for (const path of paths) {
          const solution = solvePath(path);
          kinds[solution.kind]++;
          const steps = expected(path);
          if (solution.kind === 'witness') {
            const taken = await stepsTaken(machine, solution.input, resolverOf(solution.outcomes));
            expect(taken.slice(0, steps.length)).toEqual(steps);
          } else if (solution.kind === 'impossible') {
            expect(runs.find((taken) => isBeginning(steps, taken))).toBeUndefined();
          }
        }
      }),
      { numRuns: runs, endOnFailure: true },
    );
    expect(kinds.witness).toBeGreaterThan(kinds.unknown * 4);
    expect(kinds.impossible).toBeGreaterThan(0);
  });
});
