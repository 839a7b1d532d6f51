import type { Json } from '@stepproof/asl';

export type Items = readonly Json[];

/** What a Map iterates over: the items of an array, or the pairs of an object. */
export type Dataset = Items | Readonly<Record<string, Json>>;

/** The items of a Map, and what `$$.Map.Item` says of each beside its index. */
export interface ItemSet {
  readonly values: Items;
  /** The key of each value that comes from an object; undefined where all come from arrays. */
  readonly keys: readonly (string | undefined)[] | undefined;
  /** Where the values come from: one place for all of them, or one for each. */
  readonly sources: string | readonly string[];
}

/** The source of items that are part of the input of the state. */
const stateData = 'STATE_DATA';

export const isDataset = (value: Json): value is Dataset => typeof value === 'object' && value !== null;

export const isItems = (dataset: Json): dataset is Items => Array.isArray(dataset);

export function itemsOfState(dataset: Dataset): ItemSet {
  if (isItems(dataset)) return { values: dataset, keys: undefined, sources: stateData };
  return { values: Object.values(dataset), keys: Object.keys(dataset), sources: stateData };
}

/**
 * What iterations begin with where no ItemSelector says otherwise: the item, or the key-value pair. The developer guide
 * says that the pair is passed; what its members are called is unverified.
 */
export function inputsOf({ values, keys }: ItemSet): Items {
  if (!keys) return values;
  return values.map((value, index) => {
    const key = keys[index];
    return key === undefined ? value : { Key: key, Value: value };
  });
}

/** `$$.Map.Item`, which only the fields that make an item ready can read. */
export function mapContext({ values, keys, sources }: ItemSet, index: number): Readonly<Record<string, Json>> {
  const key = keys?.[index];
  const source = typeof sources === 'string' ? sources : sources[index]!;
  return {
    Map: { Item: { Index: index, Value: values[index]!, ...(key !== undefined && { Key: key }), Source: source } },
  };
}
