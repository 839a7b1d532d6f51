import type { Shape } from '../../services';
import {
  array,
  boolean,
  number,
  object,
  possible,
  string,
  parsedJson,
  unknown,
  type ApiDataShape,
  type DataShape,
  type Member,
  type ScalarShape,
} from './data-shape';

const modelled = (shape: ScalarShape): ScalarShape => ({ ...shape, isModelled: true });

const modelledString = modelled(string);
const modelledNumber = modelled(number);
const modelledBoolean = modelled(boolean);

/** The data that an API gives back; `origin` says which, for messages. */
export function shapeOfApi(shape: Shape, origin: string | undefined): DataShape {
  switch (shape.kind) {
    case 'structure':
    case 'list':
    case 'map':
      return new ApiData(shape, origin);
    case 'string':
      return shape.values ? { ...modelledString, words: shape.values } : modelledString;
    case 'integer':
    case 'number':
      return modelledNumber;
    case 'boolean':
      return modelledBoolean;
    // Its bytes as text, also where that is JSON; what integrations read in it is `json`: see `taskResultShape`.
    case 'blob':
      return modelledString;
    // Dates are texts in some integrations and numbers in others.
    case 'timestamp':
      return unknown;
    case 'json':
      return shape.isParsed ? parsedJson : unknown;
  }
}

/** A structure of an API's model with members beside those of the model. */
export const structureWith = (
  shape: Shape,
  more: readonly (readonly [string, Member])[],
  origin: string | undefined,
): DataShape => new ApiData(shape, origin, more);

/** The same of two origins. */
export const ofAnyOrigin = ({ shape, more }: ApiDataShape): ApiDataShape => new ApiData(shape, undefined, more);

/** Made when it is asked for, and once: AWS's models are graphs, and of most results nobody reads more than a member. */
class ApiData implements ApiDataShape {
  readonly kind = 'api';
  readonly shape: Shape;
  readonly origin: string | undefined;
  readonly more: readonly (readonly [string, Member])[];
  #expanded: DataShape | undefined;

  constructor(shape: Shape, origin: string | undefined, more: readonly (readonly [string, Member])[] = []) {
    this.shape = shape;
    this.origin = origin;
    this.more = more;
  }

  get expanded(): DataShape {
    return (this.#expanded ??= expand(this));
  }
}

function expand({ shape, more, origin }: ApiDataShape): DataShape {
  switch (shape.kind) {
    case 'structure': {
      const members = [...shape.members].map(([name, member]) => [name, possible(shapeOfApi(member, origin))] as const);
      return object([...members, ...more], 'modelled', origin);
    }
    case 'list':
      return { ...array(shapeOfApi(shape.item, origin)), isModelled: true };
    case 'map':
      return { ...object([], 'open', origin), other: shapeOfApi(shape.value, origin) };
    default:
      return unknown;
  }
}
