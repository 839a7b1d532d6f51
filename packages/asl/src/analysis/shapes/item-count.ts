import type { MapState } from '../../syntax';
import type { JsonataNode } from '../../expressions';
import { dataFlowOf } from './data-flow';
import { lengthOf } from './data-shape';

/** How many items a Map runs, where the definition says so: they are written out, or are a range of numbers. */
export const itemCountOf = (map: MapState): number | undefined => map.once(countItems);

/**
 * How many items a Map runs at once at most: https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html and
 * https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
 */
export const mostItemsAtOnce = { INLINE: 40, DISTRIBUTED: 10_000 } as const;

function countItems(map: MapState): number | undefined {
  const items = map.field('Items');
  if (items?.value.kind === 'array') return items.value.items.length;
  const jsonata = items?.expressions[0]?.jsonata;
  if (jsonata) return lengthOfRange(jsonata.ast) ?? lengthOfRead(map, 'Items');
  return map.queryLanguage === 'JSONPath' ? lengthOfRead(map, 'ItemsPath') : undefined;
}

/** `[1..500]` */
function lengthOfRange(node: JsonataNode | undefined): number | undefined {
  if (node?.type !== 'unary' || node.value !== '[' || node.expressions.length !== 1) return undefined;
  const [range] = node.expressions;
  if (range?.type !== 'binary' || range.value !== '..') return undefined;
  const [first, last] = [range.lhs, range.rhs].map((side) => (side.type === 'number' ? side.value : undefined));
  return typeof first === 'number' && typeof last === 'number' ? Math.max(0, last - first + 1) : undefined;
}

/** The least number of items that any way brings. */
function lengthOfRead(map: MapState, name: 'Items' | 'ItemsPath'): number | undefined {
  const field = map.field(name);
  const counts = dataFlowOf(map.parent.machine).reads.flatMap(({ expression, reading: { shape }, root, state }) => {
    // Of an expression in JSONata its parts are read, too.
    if (state !== map || expression.value !== field?.value || (name === 'Items' && root !== 'result')) return [];
    return [shape.kind === 'array' ? (lengthOf(shape) ?? 0) : 0];
  });
  return counts.length ? Math.min(...counts) : undefined;
}
