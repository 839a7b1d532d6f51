import { nodesOf } from '../../expressions/jsonata/visited-nodes';
import type { JsonataNode, JsonPath, ReferencePath } from '../../expressions';
import type { ChoiceTest, Expression } from '../../syntax';
import type { Range } from '../../text/located';
import { pathStartOf, relativeStartOf, spanOfPath, type PathStart } from './plain-path';

/** A comparison of a value with itself. */
export interface SelfComparison {
  /** Where the operator stands in the file. */
  readonly range: Range;
  readonly operator: string;
  /** What stands on both sides, as it is written on the left. */
  readonly path: string;
  /** Whether it holds of every value that the operator can compare; else it holds of none. */
  readonly holds: boolean;
}

/** `{"Variable": "$.a", "NumericLessThanPath": "$.a"}` */
export function selfComparisonOf(test: ChoiceTest): SelfComparison | undefined {
  const operator = test.operators.find((name) => name.endsWith('Path'));
  const field = operator === undefined ? undefined : test.field(operator);
  const [left, right] = [test.field('Variable'), field].map((one) => one?.expressions[0]?.jsonPath);
  const key = left && keyOfPath(left);
  if (!field || !left || !right || key === undefined || key !== keyOfPath(right)) return undefined;
  return { range: field.key.range, operator: operator!, path: left.text, holds: operator!.includes('Equals') };
}

/** Undefined for a path to more than one value, which is an array and compared with nothing. */
function keyOfPath({ root, segments }: JsonPath | ReferencePath): string | undefined {
  const places = placesOf(segments as JsonPath['segments']);
  return places && JSON.stringify([root, places]);
}

function placesOf(segments: JsonPath['segments']): readonly (string | number)[] | undefined {
  const places = segments.map((segment) =>
    segment.kind === 'name' ? segment.name : segment.kind === 'index' ? segment.index : undefined,
  );
  return places.some((place) => place === undefined) ? undefined : (places as readonly (string | number)[]);
}

const signs: ReadonlySet<string> = new Set(['=', '!=', '<', '<=', '>', '>=']);

/** `$a = $a`, wherever it stands: in a filter, `[id = id]`, both are the member of the one element. */
export function selfComparisonsIn(expression: Expression): readonly SelfComparison[] {
  const { jsonata } = expression;
  if (!jsonata?.ast || !jsonata.isComplete || jsonata.hasPlaceholders) return [];
  const { text } = jsonata;
  if (!/[=<>]/.test(text)) return [];
  return nodesOf(jsonata.ast).flatMap(({ node }): SelfComparison[] => {
    if (node.type !== 'binary' || !signs.has(node.value) || node.position === undefined) return [];
    const [left, right] = [startOf(node.lhs, text), startOf(node.rhs, text)];
    if (!left || !right || keyOfStart(left) !== keyOfStart(right)) return [];
    const { start, end } = spanOfPath(left, text);
    const operator = node.value;
    const range = expression.rangeOf({ start: node.position - operator.length, end: node.position });
    return [{ range, operator, path: text.slice(start, end), holds: operator.endsWith('=') && operator !== '!=' }];
  });
}

function startOf(node: JsonataNode, text: string): PathStart | undefined {
  const path = pathStartOf(node, text) ?? relativeStartOf(node, text);
  return path?.isWhole ? path : undefined;
}

const keyOfStart = ({ root, segments }: PathStart): string => JSON.stringify([root, placesOf(segments)]);
