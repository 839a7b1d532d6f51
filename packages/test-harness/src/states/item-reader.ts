import type { ItemReader, Json } from '@stepproof/asl';
import { compileJsonataTemplate } from '../data-flow/jsonata-template';
import { compileNumberField } from '../data-flow/number-field';
import { compilePayloadTemplate } from '../data-flow/payload-template';
import { FieldRoots } from '../data-flow/roots';
import { StateFailure } from '../recovery/state-failure';
import type { Work } from '../scheduler/fiber';
import { callS3 } from '../tasks/s3';
import { itemsOfText } from './item-formats';
import type { Items } from './map-items';
import type { Visit } from './visit';

/** Items that are still to be read. */
export interface ReadItems {
  /** What MapStateStarted says: with a reader 0, since nothing has been read yet (recorded). */
  readonly length: number;
  /** Where the items come from, for `$$.Map.Item.Source`. */
  readonly source: string;
  read(): Work<Items>;
}

export const itemReaderFailed = (cause: string): StateFailure => new StateFailure('States.ItemReaderFailed', cause);

/** The greatest number of items of a Map Run; a greater MaxItemsPath is cut down to it (recorded). */
const maxMapItems = 100_000_000;

/**
 * Reads the items of a distributed Map from S3:
 * https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html
 */
export function compileItemReader(node: ItemReader): (visit: Visit, effectiveInput: Json) => Work<ReadItems> {
  const parametersOf = compileCallParameters(node);
  const config = node.readerConfig;
  const maxItemsOf = config && compileNumberField(config, 'MaxItems', { kind: 'integer', fault: () => undefined });
  const resource = node.Resource as string;
  const isListing = resource.endsWith(':listObjectsV2');

  return function* (visit, effectiveInput) {
    const parameters = yield* parametersOf(visit, effectiveInput);
    const maxItems = (yield* maxItemsOf?.(visit, effectiveInput) ?? noLimit()) ?? 0;
    const { Bucket, Key } = parameters as { readonly Bucket?: Json; readonly Key?: Json };
    return {
      length: 0,
      source: isListing ? `S3://${String(Bucket)}` : `S3://${String(Bucket)}/${String(Key)}`,
      *read() {
        if (maxItems < 0) throw itemReaderFailed('field MaxItems must be positive');
        const answer = yield* callS3(visit, resource, parameters, 'States.ItemReaderFailed');
        const items = isListing ? listedObjects(answer) : itemsOfText(bodyOf(answer), config);
        return maxItems === 0 ? items : items.slice(0, Math.min(maxItems, maxMapItems));
      },
    };
  };
}

// eslint-disable-next-line require-yield -- stands in for a field that may wait
function* noLimit(): Work<undefined> {
  return undefined;
}

/** Parameters or Arguments of an ItemReader or a ResultWriter. */
export function compileCallParameters(
  node: Pick<ItemReader, 'field' | 'queryLanguage'>,
): (visit: Visit, effectiveInput: Json) => Work<Json> {
  const field = node.field('Parameters') ?? node.field('Arguments');
  if (field && node.queryLanguage === 'JSONata') {
    const template = compileJsonataTemplate(field);
    return (visit) => template(visit, {});
  }
  const template = field && compilePayloadTemplate(field);
  // eslint-disable-next-line require-yield -- the JSONata counterpart waits
  return function* (visit, effectiveInput) {
    return template?.(new FieldRoots(visit, effectiveInput)) ?? {};
  };
}

function listedObjects(answer: Json): Items {
  const contents = (answer as { readonly Contents?: Json } | null)?.Contents;
  return Array.isArray(contents) ? (contents as Items) : [];
}

function bodyOf(answer: Json): string {
  const body = (answer as { readonly Body?: Json } | null)?.Body;
  if (typeof body === 'string') return body;
  throw itemReaderFailed('The object could not be read as text');
}
