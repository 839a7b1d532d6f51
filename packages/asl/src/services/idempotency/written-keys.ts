import type { Located, LocatedEntry } from '../../text/located';
import { memberAt } from './parameters';

/** A part of what a write is filed under. */
export interface WrittenKey {
  /** `Item.id`, `Key.pk`, `Key` */
  readonly path: string;
  readonly value: Located;
  /** The value stands under a name that ends with `.$`. */
  readonly isPath: boolean;
}

/**
 * What an item of DynamoDB or an object of S3 is filed under. The keys of a table are not in the definition: of an `Item`
 * they are the attributes that are called like one.
 */
export function writtenKeysOf(parameters: Located | undefined): readonly WrittenKey[] {
  const item = memberAt(parameters, 'Item');
  if (item.is === 'present' && item.value.kind === 'object') {
    return item.value.entries.filter(isNamedLikeKey).map((entry) => keyOf(entry, 'Item.'));
  }
  const key = memberAt(parameters, 'Key');
  if (key.is !== 'present') return [];
  if (key.value.kind === 'object') return key.value.entries.map((entry) => keyOf(entry, 'Key.'));
  return [{ path: 'Key', value: key.value, isPath: key.isPath }];
}

const isNamedLikeKey = ({ key }: LocatedEntry): boolean =>
  /^(pk|sk|id|key|uuid|guid)$/i.test(nameOf(key.value)) ||
  /[a-z](Id|ID|_id|-id|Key|_key|PK|SK|_pk|_sk|Uuid|UUID)$/.test(nameOf(key.value));

const keyOf = ({ key, value }: LocatedEntry, prefix: string): WrittenKey => ({
  path: prefix + nameOf(key.value),
  value,
  isPath: key.value.endsWith('.$'),
});

const nameOf = (name: string): string => name.replace(/\.\$$/, '');
