import type { ValueKind } from '../../expressions';
import { array, boolean, nothing, number, object, string, unknown, type DataShape } from './data-shape';

/** All values of a kind. */
export function shapeOfKind(kind: ValueKind | undefined): DataShape {
  switch (kind) {
    case 'array':
      return array(unknown);
    case 'object':
      return object([], 'open');
    case 'string':
      return string;
    case 'number':
      return number;
    case 'boolean':
      return boolean;
    case 'null':
      return nothing;
    case undefined:
      return unknown;
  }
}
