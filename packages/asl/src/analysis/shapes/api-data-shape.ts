import type { Shape } from '../../services';
import {
  array,
  boolean,
  number,
  object,
  possible,
  string,
  unknown,
  type ApiDataShape,
  type DataShape,
  type ScalarShape,
} from './data-shape';

const modelled = (shape: ScalarShape): ScalarShape => ({ ...shape, isModelled: true });

/** The data that an API gives back; `origin` says which, for messages. */
export function shapeOfApi(shape: Shape, origin: string): DataShape {
  switch (shape.kind) {
    case 'structure':
    case 'list':
    case 'map':
      return { kind: 'api', shape, origin };
    case 'string':
      return { ...modelled(string), ...(shape.values && { words: shape.values }) };
    case 'integer':
    case 'number':
      return modelled(number);
    case 'boolean':
      return modelled(boolean);
    // Its bytes as text, also where that is JSON; what integrations read in it is `json`: see `taskResultShape`.
    case 'blob':
      return modelled(string);
    // Dates are texts in some integrations and numbers in others.
    case 'timestamp':
    case 'json':
      return unknown;
  }
}

/** Made once for each shape and origin: AWS's models are graphs. */
const expansions = new WeakMap<Shape, Map<string, DataShape>>();

/**
 * One level of an API's structure. Members are only possibly there, also those that the model calls required: nothing is
 * concluded from their being there.
 */
export function expandApiShape({ shape, origin }: ApiDataShape): DataShape {
  const known = expansions.get(shape) ?? new Map<string, DataShape>();
  expansions.set(shape, known);
  let expanded = known.get(origin);
  if (!expanded) known.set(origin, (expanded = expand(shape, origin)));
  return expanded;
}

function expand(shape: Shape, origin: string): DataShape {
  switch (shape.kind) {
    case 'structure': {
      const members = [...shape.members].map(([name, member]) => [name, possible(shapeOfApi(member, origin))] as const);
      return object(members, 'modelled', origin);
    }
    case 'list':
      return { ...array(shapeOfApi(shape.item, origin)), isModelled: true };
    case 'map':
      return { ...object([], 'open', origin), other: shapeOfApi(shape.value, origin) };
    default:
      return unknown;
  }
}
