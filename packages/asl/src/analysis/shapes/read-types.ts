import type { Span, TypeOf } from '../../expressions';
import type { Expression, StateMachine } from '../../syntax';
import { isTypeAskedFor } from './asked-types';
import { dataFlowOf } from './data-flow';
import type { DataRead } from './data-read';
import type { DataShape } from './data-shape';
import { partsOf } from './parts';
import { pathStartOf, relativeStartOf, spanOfPath } from './plain-path';
import { typeOf, type ValueType } from './value-type';
import type { World } from './world';

/** What a path gives whenever it leads to something. */
export interface ReadType {
  readonly path: string;
  readonly type: ValueType;
  /** Whether JSONata may find many values, in the elements of a list; the type is that of one. */
  readonly isMany?: true;
  /** The type of all elements of an array, where that is known. */
  readonly items?: ValueType;
}

/** The types of what the paths of a machine read. */
export const readTypesOf = (machine: StateMachine): ReadTypes => machine.once(findTypes);

const findTypes = (machine: StateMachine): ReadTypes => new ReadTypes(dataFlowOf(machine).reads);

/** The paths of expressions by where they stand in these. */
export class ReadTypes {
  readonly #found = new Map<Expression, Map<string, DataRead[]>>();

  constructor(reads: readonly DataRead[]) {
    for (const read of reads) {
      if (read.root === 'result') continue;
      const paths = this.#found.get(read.expression) ?? new Map<string, DataRead[]>();
      this.#found.set(read.expression, paths);
      const known = paths.get(keyOf(read.span));
      if (known) known.push(read);
      else paths.set(keyOf(read.span), [read]);
    }
  }

  /** By all ways to the state, or by one; undefined for what may be of several types. */
  at(expression: Expression, span: Span, way?: World): ReadType | undefined {
    const reads = this.#found.get(expression)?.get(keyOf(span)) ?? [];
    return typeAmong(way ? reads.filter(({ world }) => world === way) : reads);
  }

  /** Whether the type of any path is known. */
  hasAny(expression: Expression): boolean {
    return [...(this.#found.get(expression)?.values() ?? [])].some((reads) => typeAmong(reads));
  }

  /** A look from each way on which a path is of a type that it does not have on all of them, where nothing on the way has asked for types. */
  apart(expression: Expression): readonly DataRead[] {
    const found = new Map<World, DataRead>();
    for (const reads of this.#found.get(expression)?.values() ?? []) {
      if (reads.length < 2 || typeAmong(reads)) continue;
      for (const read of reads) {
        const { world } = read;
        if (!found.has(world) && typeAmong([read]) && !isTypeAskedFor(world)) found.set(world, read);
      }
    }
    return [...found.values()];
  }
}

function typeAmong(reads: readonly DataRead[]): ReadType | undefined {
  const there = reads.map(({ reading }) => reading).filter(({ missing }) => missing !== 'sure');
  const shapes = there.map(({ element, shape }) => element ?? shape);
  const type = onlyTypeOf(shapes);
  if (!type) return undefined;
  const arrays = shapes.flatMap(partsOf).filter((part) => part.kind === 'array');
  const items = onlyTypeOf(arrays.map(({ item }) => item));
  const isMany = there.some(({ element }) => element);
  return { path: reads[0]!.path, type, ...(isMany && { isMany: true }), ...(items && { items }) };
}

function onlyTypeOf(shapes: readonly DataShape[]): ValueType | undefined {
  if (shapes.some(({ kind }) => kind === 'unknown')) return undefined;
  const [type, ...others] = new Set(shapes.flatMap(partsOf).map(typeOf));
  return others.length ? undefined : type;
}

const keyOf = ({ start, end }: Span): string => `${start} ${end}`;

/** The same for the nodes of a JSONata expression. */
export function jsonataTypesOf(expression: Expression, types: ReadTypes, way?: World): TypeOf {
  const { parsed } = expression;
  const text = parsed.language === 'jsonata' ? parsed.result.value?.text : undefined;
  if (text === undefined) return () => undefined;
  return (node) => {
    if (node.type !== 'path' && node.type !== 'variable') return undefined;
    const path = pathStartOf(node, text) ?? relativeStartOf(node, text);
    return path?.isWhole ? types.at(expression, spanOfPath(path, text), way) : undefined;
  };
}
