import { array, boolean, count, object, scalar, string, unknown, type DataShape } from './data-shape';
import { there, type Evaluated } from './evaluated';
import { mergeShapes } from './intrinsic-shape';
import { shapeOfKind } from './shape-of-kind';

/** What functions give back, whatever they are given, unless they give nothing. */
const results: ReadonlyMap<string, DataShape> = new Map([
  ...['string', 'uuid', 'now', 'lowercase', 'uppercase', 'join', 'trim', 'replace', 'hash', 'fromMillis'].map(
    (name) => [name, shapeOfKind('string')] as const,
  ),
  ...['count', 'length'].map((name) => [name, count] as const),
  ...['number', 'sum', 'millis', 'toMillis', 'floor', 'ceil', 'round', 'abs', 'random'].map(
    (name) => [name, shapeOfKind('number')] as const,
  ),
  ...['exists', 'boolean', 'not', 'contains'].map((name) => [name, shapeOfKind('boolean')] as const),
  ['split', array(string)],
]);

const asking: ReadonlySet<string> = new Set(['exists', 'boolean', 'not', 'type', 'count', 'append']);

/** Whether a function only asks if something is there. */
export const onlyAsks = (name: string): boolean => asking.has(name);

/** What a function gives for its arguments. */
export function resultOfCall(name: string, given: readonly Evaluated[]): Evaluated {
  const [argument] = given;
  if (argument && given.length === 1) {
    if (name === 'not') return there(negated(argument.shape));
    if (name === 'exists') return there(existence(argument));
  }
  return { shape: results.get(name) ?? unknown, missing: 'possible' };
}

function negated(shape: DataShape): DataShape {
  const value = shape.kind === 'scalar' ? shape.value : undefined;
  return typeof value === 'boolean' ? scalar('boolean', !value) : boolean;
}

const existence = ({ missing }: Evaluated): DataShape =>
  missing === 'possible' ? boolean : scalar('boolean', missing === 'no');

/** What `$merge` gives for the elements of its array. */
export function resultOfMerge(parts: readonly Evaluated[]): Evaluated {
  if (parts.some(({ missing }) => missing !== 'no') || !parts.length) return there(object([], 'open'));
  return there(parts.map(({ shape }) => shape).reduce(mergeShapes));
}
