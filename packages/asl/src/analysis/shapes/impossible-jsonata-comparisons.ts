import { calledVariable, type Jsonata, type JsonataNode } from '../../expressions';
import { ChoiceState, statesOf, type Expression, type StateMachine } from '../../syntax';
import { dataFlowOf } from './data-flow';
import { shapeOfJsonata } from './jsonata-shape';
import { partsOf } from './parts';
import { typeOf, type ValueType } from './value-type';
import { contextShapeOf } from './context-shape';
import { lengthOf, type DataShape } from './data-shape';
import type { World } from './world';

/** A comparison in the Condition of a Choice whose sides are of different types on every way. */
export interface ImpossibleJsonataComparison {
  readonly expression: Expression;
  /** Where the operator stands in the text of the expression. */
  readonly span: { readonly start: number; readonly end: number };
  readonly operator: string;
  readonly left: readonly ValueType[];
  readonly right: readonly ValueType[];
}

type Binary = Extract<JsonataNode, { type: 'binary' }>;

/**
 * `=` never holds between values of different types, and `<`, `<=`, `>`, `>=` fail with anything but two numbers or two
 * texts (evaluateEqualityExpression and evaluateComparisonExpression of jsonata); what is undefined holds in neither.
 */
export const impossibleJsonataComparisonsOf = (machine: StateMachine): readonly ImpossibleJsonataComparison[] =>
  machine.once(findImpossible);

function findImpossible(machine: StateMachine): readonly ImpossibleJsonataComparison[] {
  const flow = dataFlowOf(machine);
  return [...statesOf(machine)].flatMap((state) => {
    if (!(state instanceof ChoiceState) || state.queryLanguage !== 'JSONata') return [];
    const worlds = flow.worldsAt(state);
    if (!worlds.length) return [];
    const context = contextShapeOf(state);
    return state.choices.flatMap((rule) =>
      (rule.field('Condition')?.expressions ?? []).flatMap((expression) => impossibleIn(expression, worlds, context)),
    );
  });
}

function impossibleIn(
  expression: Expression,
  worlds: readonly World[],
  context: DataShape,
): ImpossibleJsonataComparison[] {
  const { jsonata } = expression;
  if (!jsonata?.ast || !jsonata.isComplete || jsonata.hasPlaceholders) return [];
  return comparisonsIn(jsonata.ast).flatMap((node) => {
    const end = node.position;
    const [left, right] = [node.lhs, node.rhs].map((side) => typesOf(jsonata, side, worlds, context));
    if (end === undefined || !left || !right || left.some((type) => right.includes(type))) return [];
    return [{ expression, span: { start: end - node.value.length, end }, operator: node.value, left, right }];
  });
}

const compares: ReadonlySet<string> = new Set(['=', '<', '<=', '>', '>=']);

/** Those that the condition is made of; what is inside functions may be of another item each time. */
export function comparisonsIn(node: JsonataNode): readonly Binary[] {
  if (node.type === 'block' && node.expressions.length === 1) return comparisonsIn(node.expressions[0]!);
  if (node.type === 'function' && calledVariable(node) === 'not') return node.arguments.flatMap(comparisonsIn);
  if (node.type !== 'binary') return [];
  if (node.value === 'and' || node.value === 'or') return [node.lhs, node.rhs].flatMap(comparisonsIn);
  return compares.has(node.value) ? [node] : [];
}

/**
 * Undefined where it may be of any type, or where there may be a sequence that stands for its only item: a list is known to be one where it
 * has two elements or more. To ask whether
 * something is null is no mistake, though it may never be.
 */
function typesOf(
  jsonata: Jsonata,
  ast: JsonataNode,
  worlds: readonly World[],
  context: DataShape,
): ValueType[] | undefined {
  const types = new Set<ValueType>();
  for (const { input, variables } of worlds) {
    const { shape, missing } = shapeOfJsonata({ ...jsonata, ast }, { input, context }, variables, () => undefined);
    if (missing === 'sure' || shape.kind === 'unknown') return undefined;
    for (const part of partsOf(shape)) {
      if (part.kind === 'array' && (lengthOf(part) ?? 0) < 2) return undefined;
      types.add(typeOf(part));
    }
  }
  return types.size === 0 || types.has('null') ? undefined : [...types];
}
