import type { Located, LocatedEntry } from '../../text/located';
import { constantAt, memberAt, type Member } from './parameters';
import { withoutPathMark } from '../../text/path-mark';

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
  const batch = constantAt(parameters, 'RequestItems');
  if (batch?.kind === 'object') {
    return batch.entries.flatMap(({ value }) =>
      value.kind === 'array' ? value.items.flatMap((request) => keysOfItem(memberAt(request, 'PutRequest.Item'))) : [],
    );
  }
  const item = memberAt(parameters, 'Item');
  if (item.is === 'present' && item.value.kind === 'object') return keysOfItem(item);
  const key = memberAt(parameters, 'Key');
  if (key.is !== 'present') return [];
  if (key.value.kind === 'object') return key.value.entries.map((entry) => keyOf(entry, 'Key.'));
  return [{ path: 'Key', value: key.value, isPath: key.isPath }];
}

const keysOfItem = (item: Member): readonly WrittenKey[] =>
  item.is === 'present' && item.value.kind === 'object'
    ? item.value.entries
        .filter(({ key }) => isNamedLikeKey(withoutPathMark(key.value)))
        .map((entry) => keyOf(entry, 'Item.'))
    : [];

/** The keys of a table are not in the definition. */
export const isNamedLikeKey = (name: string): boolean =>
  /^(pk|sk|id|key|uuid|guid)$/i.test(name) || /[a-z](Id|ID|_id|-id|Key|_key|PK|SK|_pk|_sk|Uuid|UUID)$/.test(name);

const keyOf = ({ key, value }: LocatedEntry, prefix: string): WrittenKey => ({
  path: prefix + withoutPathMark(key.value),
  value,
  isPath: key.value.endsWith('.$'),
});
