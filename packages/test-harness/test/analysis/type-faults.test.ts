import {
  ChoiceRule,
  impossibleComparisonsOf,
  impossibleJsonataComparisonsOf,
  intrinsicTypeFaultsOf,
  jsonataTypeFaultsOf,
  statesOf,
  undefinedResultsOf,
  unplaceableResultsOf,
  wrongTypesOf,
  wrongValuesOf,
  type Expression,
  type StateMachine,
} from '@stepproof/asl';
import fc from 'fast-check';
import { execute, flowOf, isValid } from './observed';
import { definitionOf } from './random-machines';
import { typedStates } from './typed-machines';

const runs = Number(process.env.FC_RUNS ?? 800);

/** The states that fail whenever they are entered, by the analysis that says so. */
function* doomedIn(machine: StateMachine): Generator<readonly [analysis: string, state: string]> {
  for (const { ways, read } of wrongTypesOf(machine)) if (ways === 'every') yield ['type', read.state.name];
  for (const { read } of wrongValuesOf(machine)) yield ['value', read.state.name];
  for (const { expression } of undefinedResultsOf(machine)) yield ['nothing', nameOf(machine, expression)];
  for (const { state } of unplaceableResultsOf(machine)) yield ['place', state.name];
  for (const state of statesOf(machine)) {
    for (const expression of state.fields.flatMap(({ expressions }) => expressions)) {
      if (intrinsicTypeFaultsOf(expression).some(({ onWay }) => !onWay)) yield ['intrinsic', state.name];
      if (jsonataTypeFaultsOf(expression).some(({ onWay }) => !onWay)) yield ['jsonata', state.name];
    }
  }
}

/** The Choices whose only rule, one comparison, never holds. */
function* neverTakenIn(machine: StateMachine): Generator<readonly [analysis: string, state: string]> {
  for (const { read, operator } of impossibleComparisonsOf(machine))
    if (operator.parent instanceof ChoiceRule) yield ['comparison', read.state.name];
  for (const { expression } of impossibleJsonataComparisonsOf(machine))
    yield ['jsonata comparison', nameOf(machine, expression)];
}

const nameOf = (machine: StateMachine, { range: [start] }: Expression): string =>
  statesOf(machine).find(({ range }) => range[0] <= start && start < range[1])!.name;

test('what is called faulty fails, and a comparison that is called impossible never holds', async () => {
  const seen = new Map<string, number>();
  const count = (analysis: string): unknown => seen.set(analysis, (seen.get(analysis) ?? 0) + 1);
  await fc.assert(
    fc.asyncProperty(typedStates, async (random) => {
      const definition = definitionOf(random);
      if (!isValid(definition)) return;
      const { machine } = flowOf(definition);
      const doomed = [...doomedIn(machine)];
      const neverTaken = [...neverTakenIn(machine)];
      if (!doomed.length && !neverTaken.length) return;
      const { entered, left, events } = await execute(definition, {}, [1]);
      const fail = (analysis: string, name: string): never => {
        throw new Error(`${analysis}: "${name}" of ${JSON.stringify(definition)}`);
      };
      for (const [analysis, name] of doomed) {
        if (left.some((one) => one.name === name)) fail(analysis, name);
        if (entered.some((one) => one.name === name)) count(analysis);
      }
      for (const [analysis, name] of neverTaken) {
        if (events.some(({ note }) => note?.kind === 'rule' && note.state === name)) fail(analysis, name);
        if (entered.some((one) => one.name === name)) count(analysis);
      }
    }),
    { numRuns: runs },
  );
  const analyses = ['comparison', 'intrinsic', 'jsonata', 'jsonata comparison', 'nothing', 'place', 'type', 'value'];
  expect([...seen.keys()].sort()).toEqual(analyses);
});
