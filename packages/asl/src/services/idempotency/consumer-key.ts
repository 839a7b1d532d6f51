import { isJsonata } from '../../expressions/jsonata/delimiters';
import type { Located, Range } from '../../text/located';
import { withoutPathMark } from '../../text/path-mark';
import { stabilityOf } from './stability';

/** What a member is called that is there for the consumer to recognise a repetition by. */
const keyName = /idempoten|dedup/i;
const executionId = /(\$\$|\$states\.context)\.Execution\.(Id|Name)\b/;

/**
 * Whether what is sent holds a key, by its name or made from the Id of the execution, that is the same at each attempt. Of
 * several messages each has to hold one.
 */
export function holdsKey(sent: Located | undefined, isPath = false): boolean {
  switch (sent?.kind) {
    case 'object':
      return sent.entries.some(({ key, value }) => {
        const byPath = key.value.endsWith('.$');
        return holdsKey(value, byPath) || (keyName.test(withoutPathMark(key.value)) && isStable(value, byPath));
      });
    case 'array':
      return sent.items.length > 0 && sent.items.every((item) => holdsKey(item));
    case 'string':
      return (
        (isPath || isJsonata(sent.value)) &&
        (executionId.test(sent.value) || keyName.test(sent.value)) &&
        isStable(sent, isPath)
      );
    default:
      return false;
  }
}

/** A key for the consumer that is another one at each attempt. */
export interface UnstableKey {
  /** `idempotencyKey` */
  readonly member: string;
  /** `States.UUID()` */
  readonly changesBy: string;
  readonly range: Range;
}

export function unstableKeyIn(sent: Located | undefined): UnstableKey | undefined {
  if (sent?.kind !== 'object' && sent?.kind !== 'array') return undefined;
  for (const { key, value } of sent.kind === 'object' ? sent.entries : []) {
    const member = withoutPathMark(key.value);
    const stability = keyName.test(member) ? stabilityOf(value, key.value.endsWith('.$')) : 'unknown';
    if (typeof stability === 'object') return { member, ...stability, range: value.range };
  }
  for (const inner of sent.kind === 'object' ? sent.entries.map(({ value }) => value) : sent.items) {
    const found = unstableKeyIn(inner);
    if (found) return found;
  }
  return undefined;
}

const isStable = (value: Located, isPath: boolean): boolean => typeof stabilityOf(value, isPath) !== 'object';
