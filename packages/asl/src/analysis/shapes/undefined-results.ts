import { evaluateJsonataWithin, pureFunctions, type Jsonata } from '../../expressions';
import type { Expression, StateMachine } from '../../syntax';
import type { Json } from '../../text/located';
import { dataFlowOf } from './data-flow';
import { jsonataTypeFaultsOf } from './jsonata-type-faults';
import { knownValueOf } from './known-value';
import type { World } from './world';

/** An expression in JSONata that gives nothing on every way to its state, which fails the state. */
export interface UndefinedResult {
  readonly expression: Expression;
  /** Whether it reads the input or a variable, so that it is their values that make it so. */
  readonly readsData: boolean;
}

/**
 * The expressions of a machine that give nothing for what they read, all of which is known. Those with a path that leads
 * to nothing are among the gaps of the data, and those with a faulty call among the faults of types.
 */
export const undefinedResultsOf = (machine: StateMachine): readonly UndefinedResult[] =>
  machine.once(findUndefinedResults);

function findUndefinedResults(machine: StateMachine): readonly UndefinedResult[] {
  const found = new Map<Expression, boolean>();
  for (const { expression, root, reading, world } of dataFlowOf(machine).reads) {
    const { jsonata } = expression;
    if (root !== 'result' || !jsonata || found.get(expression) === false) continue;
    found.set(expression, reading.missing !== 'sure' && mayGiveNothing(jsonata) && givesNothing(jsonata, world));
  }
  return [...found].flatMap(([expression, isUndefined]): UndefinedResult[] => {
    if (!isUndefined || jsonataTypeFaultsOf(expression).some(({ onWay }) => !onWay)) return [];
    const { states, variables } = expression.jsonata!.references;
    return [{ expression, readsData: states.length + variables.length > 0 }];
  });
}

/** Only a look at a part of something gives nothing, or a function that is given too little; and only these are evaluated. */
const mayGiveNothing = ({ ast, isComplete, hasPlaceholders, text, references }: Jsonata): boolean =>
  ast !== undefined &&
  isComplete &&
  !hasPlaceholders &&
  references.topLevel.length === 0 &&
  (references.calls.length > 0 || /[.[]/.test(text)) &&
  references.calls.every(({ name }) => pureFunctions.has(name));

const steps = 1000;

function givesNothing(jsonata: Jsonata, world: World): boolean {
  const variables = valuesOfVariables(jsonata, world);
  const states = valueOfStates(jsonata, world);
  if (!variables || states === undefined) return false;
  const environment = { now: () => 0, uuid: () => '', random: () => 0 };
  return evaluateJsonataWithin({ steps }, jsonata, { states, variables }, environment)?.kind === 'undefined';
}

function valueOfStates({ references }: Jsonata, { input }: World): Json | undefined {
  if (!references.states.length) return {};
  if (references.states.some(({ member }) => member !== 'input')) return undefined;
  const value = knownValueOf(input);
  return value === undefined ? undefined : { input: value };
}

function valuesOfVariables({ references }: Jsonata, world: World): ReadonlyMap<string, Json> | undefined {
  const values = new Map<string, Json>();
  for (const { name } of references.variables) {
    const shape = world.variables.get(name);
    if (!shape && pureFunctions.has(name)) continue;
    const value = shape && knownValueOf(shape);
    if (value === undefined) return undefined;
    values.set(name, value);
  }
  return references.calls.some(({ name }) => world.variables.has(name)) ? undefined : values;
}
