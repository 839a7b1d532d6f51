import type { ItemReader, Json } from '@stepproof/asl';
import { compileJsonataTemplate } from '../data-flow/jsonata-template';
import { compileNumberField } from '../data-flow/number-field';
import { compilePayloadTemplate } from '../data-flow/payload-template';
import { FieldRoots } from '../data-flow/roots';
import { StateFailure } from '../recovery/state-failure';
import type { Work } from '../scheduler/fiber';
import { callS3 } from '../tasks/s3';
import { itemsOfText, refuseUnsimulated } from './item-formats';
import type { Items } from './map-items';
import type { Visit } from './visit';

/** Where the items of a Map come from. */
export interface ItemSource {
  /** What MapStateStarted says: with a reader 0, since nothing has been read yet (recorded). */
  readonly length: number;
  /** Where the items come from, for `$$.Map.Item.Source`. */
  readonly source: string;
  /** The items, or how to read them. */
  readonly items: Items | (() => Work<Items>);
}

export const itemReaderFailed = (cause: string): StateFailure => new StateFailure('States.ItemReaderFailed', cause);

/** The greatest number of items of a Map Run; a greater MaxItemsPath is cut down to it (recorded). */
const maxMapItems = 100_000_000;

/**
 * Reads the items of a distributed Map from S3:
 * https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html
 */
export function compileItemReader(node: ItemReader): (visit: Visit, effectiveInput: Json) => ItemSource {
  const parametersOf = compileCallParameters(node);
  const config = node.readerConfig;
  const maxItemsOf = config && compileNumberField(config, 'MaxItems', { kind: 'integer', fault: () => undefined });
  const resource = node.Resource as string;
  const isListing = resource.endsWith(':listObjectsV2');

  return (visit, effectiveInput) => {
    const parameters = parametersOf(visit, effectiveInput);
    const maxItems = maxItemsOf?.(visit, effectiveInput) ?? 0;
    const { Bucket, Key } = parameters as { readonly Bucket?: string; readonly Key?: string };
    return {
      length: 0,
      source: isListing ? `S3://${Bucket}` : `S3://${Bucket}/${Key}`,
      *items() {
        refuseUnsimulated(config);
        if (maxItems < 0) throw itemReaderFailed('field MaxItems must be positive');
        const answer = yield* callS3(visit, resource, parameters, 'States.ItemReaderFailed');
        const items = isListing ? listedObjects(answer) : itemsOfText(bodyOf(answer), config);
        return maxItems === 0 ? items : items.slice(0, Math.min(maxItems, maxMapItems));
      },
    };
  };
}

/** Parameters or Arguments of an ItemReader or a ResultWriter. */
export function compileCallParameters(
  node: Pick<ItemReader, 'field' | 'queryLanguage'>,
): (visit: Visit, effectiveInput: Json) => Json {
  const field = node.field('Parameters') ?? node.field('Arguments');
  if (field && node.queryLanguage === 'JSONata') {
    const template = compileJsonataTemplate(field);
    return (visit) => template(visit, {});
  }
  const template = field && compilePayloadTemplate(field);
  return (visit, effectiveInput) => template?.(new FieldRoots(visit, effectiveInput)) ?? {};
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
