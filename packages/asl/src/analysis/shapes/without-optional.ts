import {
  array,
  nothing,
  object,
  union,
  type ArrayShape,
  type DataShape,
  type ObjectShape,
  type ScalarShape,
} from './data-shape';

/** The same values, but nothing is said any more of members that may be missing. */
export function withoutOptional(shape: DataShape): DataShape {
  switch (shape.kind) {
    case 'object':
    case 'array':
      return partWithout(shape);
    case 'union':
      return union(shape.of.map(partWithout));
    default:
      return shape;
  }
}

function partWithout<Part extends ObjectShape | ArrayShape | ScalarShape>(part: Part): Part;
function partWithout(part: ObjectShape | ArrayShape | ScalarShape): ObjectShape | ArrayShape | ScalarShape {
  if (part.kind === 'object') {
    const members = [...part.members].map(
      ([name, { shape, presence }]) => [name, { shape: withoutOptional(shape), presence }] as const,
    );
    return object(members, part.rest, part.origin);
  }
  if (part.kind === 'array') {
    const items = part.items?.map(withoutOptional);
    return { ...array(withoutOptional(part.item), items), ...(part.by !== undefined && { by: part.by }) };
  }
  // That it may be null somebody says by the name of the contract.
  return part.type === 'null' ? nothing : part;
}
