import type { AslNode, Field } from '../../syntax';
import { isUnknown } from '../../text/located';
import { GrownMap } from './grown-map';
import { object, unknown, type DataShape } from './data-shape';
import { narrowed } from './narrowed';
import { namesOf } from './narrow';
import { placeShape } from './place';
import type { DataReader, DataRoots } from './reader';
import { shapeOfTemplate } from './template-shape';
import type { World } from './world';

const empty = object([]);

/** InputPath or OutputPath; null stands for an empty object. */
export function throughPath(
  node: AslNode,
  name: 'InputPath' | 'OutputPath',
  input: DataShape,
  reader: DataReader,
): DataShape {
  const field = node.field(name);
  if (!field) return input;
  if (field.value.kind === 'null') return empty;
  const [expression] = field.expressions;
  if (!expression) return unknown;
  const shape = reader.read(expression, { input });
  const { parsed } = expression;
  const path = parsed.language === 'path' ? parsed.result.value : undefined;
  const names = path?.root.kind === 'input' ? namesOf(path) : undefined;
  return names ? narrowed(shape, names, path!.text, name, reader.state) : shape;
}

/** Parameters, ResultSelector, ItemSelector ...; without the field, `otherwise`. */
export function throughTemplate(
  node: AslNode,
  name: string,
  roots: DataRoots,
  reader: DataReader,
  otherwise: DataShape,
): DataShape {
  const field = node.field(name);
  return field ? shapeOfPayload(field, roots, reader) : otherwise;
}

export function shapeOfPayload(field: Field, roots: DataRoots, reader: DataReader): DataShape {
  const shapes = new Map(field.expressions.map((expression) => [expression.value, reader.read(expression, roots)]));
  return shapeOfTemplate(field.value, originOf(field), (value) => shapes.get(value), true);
}

/** Puts a result where ResultPath says: null drops it, and without the field it takes the place of the input. */
export function throughResultPath(node: AslNode, input: DataShape, result: DataShape): DataShape {
  const field = node.field('ResultPath');
  if (!field) return result;
  if (field.value.kind === 'null') return input;
  const parsed = field.expressions[0]?.parsed;
  if (isUnknown(field.value) || parsed?.language !== 'reference-path' || !parsed.result.value) return unknown;
  return placeShape(parsed.result.value.segments, input, result);
}

/** The variables with those that a JSONPath Assign stores. */
export function assigned(node: AslNode, input: DataShape, reader: DataReader): World['variables'] {
  const field = node.field('Assign');
  const values = field && shapeOfPayload(field, { input }, reader);
  return values ? withAssigned(reader.variables, values) : reader.variables;
}

export function withAssigned(variables: World['variables'], values: DataShape): World['variables'] {
  // Which variables have been assigned is not known, so nothing is known of any.
  if (values.kind !== 'object' || values.rest !== 'closed') return new Map();
  return GrownMap.of(
    variables,
    [...values.members].map(([name, { shape }]) => [name, shape] as const),
  );
}

/** `the Parameters of "Format"`. */
export function originOf(field: Field): string {
  const state = stateNameOf(field.parent);
  return state === undefined ? `the ${field.name}` : `the ${field.name} of "${state}"`;
}

function stateNameOf(node: AslNode): string | undefined {
  return node.key?.value ?? (node.parent && stateNameOf(node.parent));
}
