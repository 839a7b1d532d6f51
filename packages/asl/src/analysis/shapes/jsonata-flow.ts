import type { AslNode, Field } from '../../syntax';
import type { DataShape } from './data-shape';
import { originOf, withAssigned } from './json-path-flow';
import { narrowed } from './narrowed';
import { plainPathOf } from './plain-path';
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
  if (!field) return otherwise;
  const shape = shapeOfJsonataField(field, roots, reader);
  return name === 'Output' ? narrowedByOutput(field, shape, reader) : shape;
}

/** An Output that hands on a part of the input alone. */
function narrowedByOutput(field: Field, shape: DataShape, { state }: DataReader): DataShape {
  const { ast } = field.expressions.find(({ value }) => value === field.value)?.jsonata ?? {};
  const path = ast && plainPathOf(ast);
  if (path?.root !== 'states' || path.names[0] !== 'input') return shape;
  return narrowed(shape, path.names.slice(1), `$states.${path.names.join('.')}`, 'Output', state);
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
