import type { Span, TypeOf } from '../../expressions';
import type { Expression, StateMachine } from '../../syntax';
import { dataFlowOf } from './data-flow';
import type { DataShape } from './data-shape';
import { partsOf } from './parts';
import { pathStartOf, relativeStartOf, spanOfPath } from './plain-path';
import { typeOf, type ValueType } from './value-type';

/** What a path gives whenever it leads to something, by all ways to its state. */
export interface ReadType {
  readonly path: string;
  readonly type: ValueType;
  /** Whether JSONata may find many values, in the elements of a list; the type is that of one. */
  readonly isMany?: true;
  /** The type of all elements of an array, where that is known. */
  readonly items?: ValueType;
}

/** The paths of an expression by where they stand in it; those that may give several types are left out. */
export type ReadTypes = (expression: Expression, span: Span) => ReadType | undefined;

/** The types of what the paths of a machine read. */
export const readTypesOf = (machine: StateMachine): ReadTypes => machine.once(findTypes);

interface Found {
  readonly path: string;
  /** What the path gives on each way, where there is something. */
  readonly shapes: DataShape[];
  isMany: boolean;
}

function findTypes(machine: StateMachine): ReadTypes {
  const found = new Map<Expression, Map<string, Found>>();
  for (const { expression, span, path, root, reading } of dataFlowOf(machine).reads) {
    if (root === 'result') continue;
    const paths = found.get(expression) ?? new Map<string, Found>();
    found.set(expression, paths);
    const known = paths.get(keyOf(span)) ?? { path, shapes: [], isMany: false };
    paths.set(keyOf(span), known);
    if (reading.missing === 'sure') continue;
    known.shapes.push(reading.element ?? reading.shape);
    if (reading.element) known.isMany = true;
  }
  return (expression, span) => {
    const known = found.get(expression)?.get(keyOf(span));
    const type = known && onlyTypeOf(known.shapes);
    if (!type) return undefined;
    const arrays = known.shapes.flatMap(partsOf).filter((part) => part.kind === 'array');
    const items = onlyTypeOf(arrays.map(({ item }) => item));
    return { path: known.path, type, ...(known.isMany && { isMany: true }), ...(items && { items }) };
  };
}

function onlyTypeOf(shapes: readonly DataShape[]): ValueType | undefined {
  if (shapes.some(({ kind }) => kind === 'unknown')) return undefined;
  const [type, ...others] = new Set(shapes.flatMap(partsOf).map(typeOf));
  return others.length ? undefined : type;
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
