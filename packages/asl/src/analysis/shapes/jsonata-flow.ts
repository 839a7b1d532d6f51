import type { AslNode, Field } from '../../syntax';
import type { DataShape } from './data-shape';
import { originOf, withAssigned } from './json-path-flow';
import type { JsonataRoots } from './jsonata-roots';
import type { DataReader } from './reader';
import { shapeOfTemplate } from './template-shape';
import type { World } from './world';

/** Arguments, Output, Items ...; without the field, `otherwise`. */
export function throughJsonata(
  node: AslNode,
  name: string,
  roots: JsonataRoots,
  reader: DataReader,
  otherwise: DataShape,
): DataShape {
  const field = node.field(name);
  return field ? shapeOfJsonataField(field, roots, reader) : otherwise;
}

export function shapeOfJsonataField(field: Field, roots: JsonataRoots, reader: DataReader): DataShape {
  const shapes = new Map(
    field.expressions.map((expression) => [expression.value, reader.readJsonata(expression, roots)]),
  );
  return shapeOfTemplate(field.value, originOf(field), (value) => shapes.get(value));
}

/** The variables with those that a JSONata Assign stores. */
export function assignedByJsonata(node: AslNode, roots: JsonataRoots, reader: DataReader): World['variables'] {
  const field = node.field('Assign');
  const values = field && shapeOfJsonataField(field, roots, reader);
  return values ? withAssigned(reader.variables, values) : reader.variables;
}
