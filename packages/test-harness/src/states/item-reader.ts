import type { ItemReader, Json } from '@stepproof/asl';
import { compileJsonataTemplate } from '../data-flow/jsonata-template';
import { compileNumberField } from '../data-flow/number-field';
import { compilePayloadTemplate } from '../data-flow/payload-template';
import { FieldRoots } from '../data-flow/roots';
import type { Work } from '../scheduler/fiber';
import { callS3, S3AnswerError } from '../tasks/s3';
import { ItemCollector } from './item-collector';
import { itemFormatOf } from './item-formats';
import { itemReaderFailed } from './item-reader-failed';
import type { ItemSet } from './item-set';
import { manifestReaderOf, type S3Object } from './manifests';
import type { ObjectBody } from './object-body';
import { listObjects } from './object-listing';
import type { Visit } from './visit';

type Parameters = Readonly<Record<string, Json>>;

/** The items of one Map Run that are still to be read. */
export interface UnreadItems {
  /** Where they come from, as the definition says it. */
  readonly source: string;
  read(): Work<ItemSet>;
}

/** The greatest number of items of a Map Run; a greater MaxItemsPath is cut down to it (recorded). */
const maxMapItems = 100_000_000;

/**
 * Reads the items of a distributed Map from S3:
 * https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html
 */
export function compileItemReader(node: ItemReader): (visit: Visit, effectiveInput: Json) => UnreadItems {
  const parametersOf = compileCallParameters(node);
  const config = node.readerConfig;
  const maxItemsOf = config && compileNumberField(config, 'MaxItems', { kind: 'integer', fault: () => undefined });
  const resource = node.Resource as string;
  const isListing = resource.endsWith(':listObjectsV2');
  const read = isListing ? compileListing(node, resource) : compileObject(node, resource);

  return (visit, effectiveInput) => {
    const parameters = parametersOf(visit, effectiveInput) as Parameters;
    const maxItems = maxItemsOf?.(visit, effectiveInput) ?? 0;
    return {
      source: isListing ? sourceOfBucket(parameters.Bucket) : sourceOf(parameters as unknown as S3Object),
      *read() {
        if (maxItems < 0) throw itemReaderFailed('field MaxItems must be positive');
        const limit = Math.min(maxItems === 0 ? Infinity : maxItems, maxMapItems);
        const items = new ItemCollector(limit);
        yield* read(visit, parameters, items, limit);
        return items;
      },
    };
  };
}

type Read = (visit: Visit, parameters: Parameters, items: ItemCollector, limit: number) => Work<void>;

/** The objects of a bucket are the items or, with LOAD_AND_FLATTEN, hold them. */
function compileListing({ readerConfig }: ItemReader, resource: string): Read {
  const isFlattened = readerConfig?.Transformation === 'LOAD_AND_FLATTEN';
  const format = itemFormatOf(readerConfig);
  const getObject = resource.replace(/listObjectsV2$/, 'getObject');

  return function* (visit, parameters, items, limit) {
    const { Bucket } = parameters;
    // How many items the objects hold is not known before they are read.
    const objects = yield* listObjects(visit, resource, parameters, isFlattened ? Infinity : limit);
    if (!isFlattened) {
      items.add(objects, sourceOfBucket(Bucket));
      return;
    }
    for (const object of objects) {
      if (items.isFull) return;
      const place = { Bucket: Bucket as string, Key: keyOf(object) };
      items.add(format(yield* bodyOf(visit, getObject, place)), sourceOf(place));
    }
  };
}

function keyOf(object: Json): string {
  const { Key } = (object ?? {}) as { readonly Key?: Json };
  if (typeof Key === 'string') return Key;
  throw new S3AnswerError(
    'The listing holds an object without a "Key"; answer "s3:listObjectsV2" with { Contents: [{ Key: ... }, ...] }',
  );
}

/** One object holds the items, or is a manifest of those that do. */
function compileObject({ readerConfig }: ItemReader, resource: string): Read {
  const format = itemFormatOf(readerConfig);
  const manifestOf = manifestReaderOf(readerConfig);

  return function* (visit, parameters, items) {
    const place = parameters as unknown as S3Object;
    const body = yield* bodyOf(visit, resource, parameters);
    if (!manifestOf) {
      items.add(format(body), sourceOf(place));
      return;
    }
    const manifest = manifestOf(body, place.Bucket);
    for (const object of manifest.objects) {
      if (items.isFull) return;
      // That the source is the object that holds the item, and not the manifest, is unverified.
      items.add(manifest.format(yield* bodyOf(visit, resource, { ...object })), sourceOf(object));
    }
  };
}

function* bodyOf(visit: Visit, resource: string, parameters: Parameters): Work<ObjectBody | undefined> {
  const answer = yield* callS3(visit, resource, parameters, 'States.ItemReaderFailed');
  return (answer as { readonly Body?: Json } | null)?.Body;
}

// `$$.Map.Item.Source` (developer guide)
const sourceOfBucket = (bucket: Json | undefined): string => `S3://${bucket as string}`;
const sourceOf = ({ Bucket, Key }: S3Object): string => `S3://${Bucket}/${Key}`;

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
