import type { ItemBatcher, Json } from '@stepproof/asl';
import { compileJsonataTemplate } from '../data-flow/jsonata-template';
import { compileNumberField, type NumberRange } from '../data-flow/number-field';
import { compilePayloadTemplate } from '../data-flow/payload-template';
import { FieldRoots } from '../data-flow/roots';
import type { Items } from './item-set';
import type { Visit } from './visit';

const positive = (name: string): NumberRange => ({
  kind: 'integer',
  fault: (value) => (value > 0 ? undefined : `${name} must be positive.`),
});

/**
 * Groups items into batches, the inputs of the children: `{ BatchInput, Items }`.
 * https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itembatcher.html
 */
export function compileItemBatcher(
  node: ItemBatcher | undefined,
): (visit: Visit, effectiveInput: Json, items: Items) => Items {
  if (!node) return (_visit, _effectiveInput, items) => items;
  const maxItemsOf = compileNumberField(node, 'MaxItemsPerBatch', positive('MaxItemsPerBatch'));
  const maxBytesOf = compileNumberField(node, 'MaxInputBytesPerBatch', positive('MaxInputBytesPerBatch'));
  const batchInputOf = compileBatchInput(node);
  return (visit, effectiveInput, items) => {
    const maxItems = maxItemsOf(visit, effectiveInput) ?? Infinity;
    const maxBytes = maxBytesOf(visit, effectiveInput) ?? Infinity;
    const batchInput = batchInputOf(visit, effectiveInput);
    const batches = groups(items, maxItems, maxBytes, batchInput).map((group) => ({ ...batchInput, Items: group }));
    visit.trial?.inspect('afterItemBatcher', batches);
    return batches;
  };
}

/** `{ BatchInput }`, or nothing. */
type BatchInput = Readonly<Record<string, Json>>;

function compileBatchInput(node: ItemBatcher): (visit: Visit, effectiveInput: Json) => BatchInput {
  const field = node.field('BatchInput');
  if (field && node.queryLanguage === 'JSONata') {
    const template = compileJsonataTemplate(field);
    return (visit) => ({ BatchInput: template(visit, {}) });
  }
  const template = field && compilePayloadTemplate(field);
  return (visit, effectiveInput): BatchInput =>
    template ? { BatchInput: template(new FieldRoots(visit, effectiveInput)) } : {};
}

/** A batch is full when one more item would be too many, or make its JSON text too long. */
function groups(items: Items, maxItems: number, maxBytes: number, batchInput: BatchInput): Json[][] {
  const empty = Buffer.byteLength(JSON.stringify({ ...batchInput, Items: [] }));
  const made: Json[][] = [];
  let group: Json[] = [];
  let bytes = empty;
  for (const item of items) {
    const size = maxBytes === Infinity ? 0 : Buffer.byteLength(JSON.stringify(item)) + (group.length > 0 ? 1 : 0);
    if (group.length > 0 && (group.length >= maxItems || bytes + size > maxBytes)) {
      made.push(group);
      group = [];
      bytes = empty;
    }
    group.push(item);
    bytes += size;
  }
  if (group.length > 0) made.push(group);
  return made;
}
