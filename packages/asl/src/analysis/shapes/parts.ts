import {
  array,
  boolean,
  nothing,
  number,
  object,
  string,
  unknown,
  type ArrayShape,
  type DataShape,
  type ObjectShape,
  type ScalarShape,
} from './data-shape';

export type Part = ScalarShape | ObjectShape | ArrayShape;

const anything: readonly Part[] = [object([], 'open'), array(unknown), string, number, boolean, nothing];

/** The object, the array and the scalars that a shape may be; those of a shape that may be anything are all of them. */
export function partsOf(shape: DataShape): readonly Part[] {
  switch (shape.kind) {
    case 'unknown':
      return anything;
    case 'never':
      return [];
    case 'union':
      return shape.of;
    case 'api':
      return partsOf(shape.expanded);
    default:
      return [shape];
  }
}

/** The words that an API is known to give, where the shape is a text of one. */
export const wordsOf = (shape: DataShape): readonly string[] | undefined => onlyScalarOf(shape)?.words;

/** The scalar that the shape is, if it is nothing else. */
export function onlyScalarOf(shape: DataShape): ScalarShape | undefined {
  if (shape.kind === 'unknown') return undefined;
  const [part, ...others] = partsOf(shape);
  return part?.kind === 'scalar' && !others.length ? part : undefined;
}
