import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  graphOf,
  MapState,
  parseStateMachine,
  parseText,
  ParallelState,
  pathsInto,
  pathsTo,
  scopesOf,
  solvePath,
  type PathSolution,
  type PathStep,
  type Scope,
  type Transition,
} from '@stepproof/asl';
import { StateMachine } from '../../src';
import { expected, isWithin, resolverOf, stepsTaken } from './taking-path';

const examples = join(__dirname, '../../../../examples');
const read = (name: string): string => readFileSync(join(examples, name), 'utf8');

/** The shortest ways from StartAt of the machine into a scope. */
function waysInto(scope: Scope): readonly (readonly PathStep[])[] {
  const holder = scope.parent;
  if (!(holder instanceof ParallelState) && !(holder instanceof MapState)) return [[]];
  const [path = []] = pathsInto(holder);
  return waysInto(holder.parent).map((outer) => [...outer, ...path, { state: holder, way: { kind: 'into', scope } }]);
}

/** The first of the shortest paths to a transition that the solver has data for. */
function solvedPath(transition: Transition): { readonly path: readonly PathStep[]; readonly solution: PathSolution } {
  let left = 40;
  let last: { readonly path: readonly PathStep[]; readonly solution: PathSolution } | undefined;
  for (const outer of waysInto(transition.from.parent)) {
    for (const inner of pathsTo(transition, { repeats: 2 })) {
      const path = [...outer, ...inner];
      last = { path, solution: solvePath(path) };
      if (last.solution.kind === 'witness' || left-- === 0) return last;
    }
  }
  return last!;
}

/** Whether mocks can bring the outcomes about: that of a whole Parallel or Map comes from what is inside. */
const isMockable = (solution: Extract<PathSolution, { kind: 'witness' }>): boolean =>
  solution.outcomes.every(({ state }) => state.type === 'TaskState');

/** How many transitions there are, and for how many there is data; the other examples compute in JSONata all the way. */
test.each([
  ['approval/approval.asl.json', 5, 5],
  ['images/images.asl.json', 12, 12],
  ['nested/offer.asl.json', 3, 3],
  ['poller/poller.asl.json', 8, 8],
  ['saga/saga.asl.json', 14, 14],
  ['signup/signup.asl.yaml', 3, 3],
])('the harness takes the paths that are solved of %s', async (file, count, solved) => {
  // Names that a deployment fills in are none of Step Functions' names.
  const text = read(file).replaceAll(/\$\{(\w+)\}/g, 'arn:aws:lambda:us-east-1:123456789012:function:$1');
  const node = parseStateMachine(parseText(text, file.endsWith('.json') ? 'json' : 'yaml').root!);
  const machine = new StateMachine(text);
  const transitions = [...scopesOf(node)].flatMap((scope) => graphOf(scope).transitions);
  let witnesses = 0;
  for (const transition of transitions) {
    const { path, solution } = solvedPath(transition);
    if (solution.kind !== 'witness' || !isMockable(solution)) continue;
    witnesses++;
    const taken = await stepsTaken(machine, solution.input, resolverOf(solution.outcomes));
    const steps = expected(path);
    expect({ steps, taken, isWithin: isWithin(steps, taken) }).toMatchObject({ isWithin: true });
  }
  expect([transitions.length, witnesses]).toEqual([count, solved]);
});
