import type { Jsonata, JsonataNode, Span } from '../../expressions';
import { ChoiceState, ChoiceTest, type Expression, type QueryLanguage, type StateMachine } from '../../syntax';
import { isUnknown, type Located, type Range } from '../../text/located';
import { grouped } from '../grouped';
import { dataFlowOf } from './data-flow';
import type { DataRead } from './data-read';
import type { DataShape } from './data-shape';
import { comparisonsIn } from './impossible-jsonata-comparisons';
import { shapeOfJsonata } from './jsonata-shape';
import { pathStartOf, spanOfPath } from './plain-path';
import type { World } from './world';

/** A comparison of a Choice of what a path leads to with a text, a number or a Boolean that is written out. */
export interface LiteralComparison {
  readonly state: ChoiceState;
  /** What is compared, as it is written. */
  readonly path: string;
  /** `NumericEquals`, or `>=` in JSONata. */
  readonly operator: string;
  readonly literal: string | number | boolean;
  /** Where the literal stands in the file. */
  readonly range: Range;
  /** Where the operator of JSONata stands; in JSONPath, where what it is compared with does. */
  readonly operatorRange: Range;
  readonly language: QueryLanguage;
  /** Whether something before it in the Condition may decide that it is not come to, of which `ways` do not know. */
  readonly isGuarded: boolean;
  /** What the path may lead to on each way to the comparison. */
  readonly ways: readonly ComparedWay[];
}

interface ComparedWay {
  readonly world: World;
  readonly shape: DataShape;
}

/** Those of JSONPath first. */
export const literalComparisonsOf = (machine: StateMachine): readonly LiteralComparison[] =>
  machine.once(findComparisons);

const findComparisons = (machine: StateMachine): readonly LiteralComparison[] => [
  ...inPaths(machine),
  ...inJsonata(machine),
];

function* inPaths(machine: StateMachine): Generator<LiteralComparison> {
  for (const [test, reads] of grouped(dataFlowOf(machine).reads, testOfVariable)) {
    const [operator] = test.operators;
    const [{ state, path }] = reads as [DataRead];
    const value = operator === undefined || operator.startsWith('Is') ? undefined : test.field(operator)?.value;
    if (!(state instanceof ChoiceState) || !value || !isScalar(value) || isUnknown(value)) continue;
    const { value: literal, range } = value;
    const ways = reads.map(({ world, reading }) => ({ world, shape: reading.shape }));
    yield {
      state,
      isGuarded: false,
      path,
      operator: operator!,
      literal,
      range,
      operatorRange: range,
      language: 'JSONPath',
      ways,
    };
  }
}

/** The test whose Variable a read is of. */
const testOfVariable = ({ expression: { parent: field } }: DataRead): readonly ChoiceTest[] =>
  field.parent instanceof ChoiceTest && field.name === 'Variable' ? [field.parent] : [];

function* inJsonata(machine: StateMachine): Generator<LiteralComparison> {
  const evaluated = grouped(dataFlowOf(machine).reads, ({ state, expression, root }) =>
    root === 'result' && state instanceof ChoiceState ? [expression] : [],
  );
  for (const [expression, reads] of evaluated)
    if (expression.parent.name === 'Condition') yield* inCondition(expression, reads);
}

function* inCondition(expression: Expression, results: readonly DataRead[]): Generator<LiteralComparison> {
  const { jsonata } = expression;
  const [{ state }] = results as [DataRead];
  if (!(state instanceof ChoiceState)) return;
  if (!jsonata?.ast || !jsonata.isComplete || jsonata.hasPlaceholders) return;
  for (const { lhs, rhs, value: operator, position } of comparisonsIn(jsonata.ast)) {
    const [literal, other] = isLiteral(rhs) || operator !== '=' ? [rhs, lhs] : [lhs, rhs];
    const path = pathStartOf(other, jsonata.text);
    if (position === undefined || !path?.isWhole || !isLiteral(literal)) continue;
    const span = spanOfPath(path, jsonata.text);
    yield {
      state,
      isGuarded: !/^\{%(?:[\s(]|\$not)*$/.test(jsonata.text.slice(0, path.start)),
      path: jsonata.text.slice(span.start, span.end),
      operator,
      literal: literal.value,
      range: expression.rangeOf(spanOf(literal, jsonata.text)),
      operatorRange: expression.rangeOf({ start: position - operator.length, end: position }),
      language: 'JSONata',
      ways: results.map(({ world }) => ({ world, shape: shapeOf({ ...jsonata, ast: other }, world) })),
    };
  }
}

const shapeOf = (jsonata: Jsonata, { input, variables }: World): DataShape =>
  shapeOfJsonata(jsonata, { input }, variables, () => undefined).shape;

const isScalar = (value: Located): value is Extract<Located, { kind: 'string' | 'number' | 'boolean' }> =>
  value.kind === 'string' || value.kind === 'number' || value.kind === 'boolean';

type Literal = JsonataNode & {
  readonly type: 'string' | 'number' | 'value';
  readonly value: string | number | boolean;
};

/** A node of the type `value` is a Boolean, or null. */
const isLiteral = (node: JsonataNode): node is Literal =>
  (node.type === 'string' || node.type === 'number' || node.type === 'value') &&
  typeof node.value === (node.type === 'value' ? 'boolean' : node.type) &&
  !node.predicate;

/** A text with its quotes; its end is known. */
function spanOf({ position, value }: Literal, text: string): Span {
  const end = position ?? text.length;
  return { start: Math.max(0, end - (typeof value === 'string' ? value.length + 2 : String(value).length)), end };
}
