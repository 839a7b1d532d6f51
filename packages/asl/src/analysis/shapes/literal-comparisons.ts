import type { JsonataNode, Span } from '../../expressions';
import {
  ChoiceState,
  ChoiceTest,
  statesOf,
  type Expression,
  type QueryLanguage,
  type StateMachine,
} from '../../syntax';
import { isUnknown, type Range } from '../../text/located';
import { dataFlowOf } from './data-flow';
import type { DataShape } from './data-shape';
import { comparisonsIn } from './impossible-jsonata-comparisons';
import { shapeOfJsonata } from './jsonata-shape';
import { pathStartOf, spanOfPath } from './plain-path';
import type { World } from './world';

/** A comparison of a Choice of what a path leads to with a text or a number that is written out. */
export interface LiteralComparison {
  /** What is compared, as it is written. */
  readonly path: string;
  /** `NumericEquals`, or `>=` in JSONata. */
  readonly operator: string;
  readonly literal: string | number;
  /** Where the text or the number stands in the file. */
  readonly range: Range;
  /** Where the operator of JSONata stands; in JSONPath, where what it is compared with does. */
  readonly operatorRange: Range;
  readonly language: QueryLanguage;
  /** What the path may lead to, one for each way. */
  readonly shapes: readonly DataShape[];
}

/** Those of JSONPath first, each in the order of the states. */
export const literalComparisonsOf = (machine: StateMachine): readonly LiteralComparison[] =>
  machine.once(findComparisons);

const findComparisons = (machine: StateMachine): readonly LiteralComparison[] => [
  ...inPaths(machine),
  ...inJsonata(machine),
];

function* inPaths(machine: StateMachine): Generator<LiteralComparison> {
  const found = new Map<ChoiceTest, { path: string; shapes: DataShape[] }>();
  for (const { expression, path, reading } of dataFlowOf(machine).reads) {
    const { parent: test } = expression.parent;
    if (!(test instanceof ChoiceTest) || expression.parent.name !== 'Variable') continue;
    const known = found.get(test);
    if (known) known.shapes.push(reading.shape);
    else found.set(test, { path, shapes: [reading.shape] });
  }
  for (const [test, { path, shapes }] of found) {
    const [operator] = test.operators;
    const value = operator === undefined ? undefined : test.field(operator)?.value;
    if ((value?.kind !== 'string' && value?.kind !== 'number') || isUnknown(value)) continue;
    const { value: literal, range } = value;
    yield { path, operator: operator!, literal, range, operatorRange: range, language: 'JSONPath', shapes };
  }
}

function* inJsonata(machine: StateMachine): Generator<LiteralComparison> {
  const flow = dataFlowOf(machine);
  for (const state of statesOf(machine)) {
    if (!(state instanceof ChoiceState) || state.queryLanguage !== 'JSONata') continue;
    const worlds = flow.worldsAt(state);
    for (const expression of state.choices.flatMap((rule) => rule.field('Condition')?.expressions ?? []))
      yield* inCondition(expression, worlds);
  }
}

function* inCondition(expression: Expression, worlds: readonly World[]): Generator<LiteralComparison> {
  const { jsonata } = expression;
  if (!jsonata?.ast || !jsonata.isComplete || jsonata.hasPlaceholders) return;
  for (const { lhs, rhs, value: operator, position } of comparisonsIn(jsonata.ast)) {
    const [literal, other] = isLiteral(rhs) || operator !== '=' ? [rhs, lhs] : [lhs, rhs];
    const path = pathStartOf(other, jsonata.text);
    if (position === undefined || !path?.isWhole || !isLiteral(literal)) continue;
    const shapes = worlds.map(
      ({ input, variables }) => shapeOfJsonata({ ...jsonata, ast: other }, { input }, variables, () => undefined).shape,
    );
    const { start, end } = spanOfPath(path, jsonata.text);
    yield {
      path: jsonata.text.slice(start, end),
      operator,
      literal: literal.value,
      range: expression.rangeOf(spanOf(literal, jsonata.text)),
      operatorRange: expression.rangeOf({ start: position - operator.length, end: position }),
      language: 'JSONata',
      shapes,
    };
  }
}

type Literal = JsonataNode & { readonly type: 'string' | 'number'; readonly value: string | number };

const isLiteral = (node: JsonataNode): node is Literal =>
  (node.type === 'string' || node.type === 'number') && typeof node.value === node.type && !node.predicate;

/** A text with its quotes; its end is known. */
function spanOf({ position, value }: Literal, text: string): Span {
  const end = position ?? text.length;
  return { start: Math.max(0, end - (typeof value === 'string' ? value.length + 2 : String(value).length)), end };
}
