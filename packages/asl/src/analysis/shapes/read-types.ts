import type { Span, TypeOf } from '../../expressions';
import type { Expression, StateMachine } from '../../syntax';
import { dataFlowOf } from './data-flow';
import { partsOf } from './parts';
import { pathStartOf, relativeStartOf, spanOfPath } from './plain-path';
import { typeOf, type ValueType } from './value-type';

/** What a path gives whenever it leads to something, by all ways to its state. */
export interface ReadType {
  readonly path: string;
  readonly type: ValueType;
}

/** The paths of an expression by where they stand in it; those that may give several types are left out. */
export type ReadTypes = (expression: Expression, span: Span) => ReadType | undefined;

/** The types of what the paths of a machine read. */
export const readTypesOf = (machine: StateMachine): ReadTypes => machine.once(findTypes);

function findTypes(machine: StateMachine): ReadTypes {
  const found = new Map<Expression, Map<string, { path: string; types: Set<ValueType> | undefined }>>();
  for (const { expression, span, path, root, reading } of dataFlowOf(machine).reads) {
    if (root === 'result') continue;
    const paths = found.get(expression) ?? new Map<string, { path: string; types: Set<ValueType> | undefined }>();
    found.set(expression, paths);
    const known = paths.get(keyOf(span)) ?? { path, types: new Set<ValueType>() };
    paths.set(keyOf(span), known);
    if (reading.missing === 'sure') continue;
    if (reading.shape.kind === 'unknown') known.types = undefined;
    else for (const part of partsOf(reading.shape)) known.types?.add(typeOf(part));
  }
  return (expression, span) => {
    const known = found.get(expression)?.get(keyOf(span));
    const [type, ...others] = known?.types ?? [];
    return known && type !== undefined && !others.length ? { path: known.path, type } : undefined;
  };
}

const keyOf = ({ start, end }: Span): string => `${start} ${end}`;

/** The same for the nodes of a JSONata expression. */
export function jsonataTypesOf(expression: Expression, types: ReadTypes): TypeOf {
  const { parsed } = expression;
  const text = parsed.language === 'jsonata' ? parsed.result.value?.text : undefined;
  if (text === undefined) return () => undefined;
  return (node) => {
    if (node.type !== 'path' && node.type !== 'variable') return undefined;
    const path = pathStartOf(node, text) ?? relativeStartOf(node, text);
    return path?.isWhole ? types(expression, spanOfPath(path, text)) : undefined;
  };
}
