import type { IntrinsicCall } from '../../expressions';
import type { Expression, Field } from '../../syntax';
import { isUnknown, type Located, type LocatedString } from '../../text/located';
import { leastJsonataBytes } from './least-jsonata-bytes';
import { withoutPathMark } from '../../text/path-mark';

/**
 * The bytes of JSON text that a template surely makes: of its literal parts, and of those of its expressions. What is only
 * known when it runs, and what placeholders turn into, may be as short as nothing.
 */
export function leastPayloadBytes(field: Field): number {
  const expressions = new Map(field.expressions.map((expression) => [expression.value, expression]));
  const bytesOf = (value: Located): number => {
    if (isUnknown(value)) return 0;
    const expression = expressions.get(value);
    if (expression) return bytesOfExpression(expression);
    switch (value.kind) {
      case 'array':
        return value.items.reduce((sum, item) => sum + bytesOf(item) + 1, 1);
      case 'object':
        return value.entries.reduce((sum, entry) => sum + keyBytes(entry.key) + 1 + bytesOf(entry.value) + 1, 1);
      case 'string':
        return textBytes(value.value);
      default:
        return 1;
    }
  };
  return bytesOf(field.value);
}

function bytesOfExpression({ jsonata, parsed }: Expression): number {
  if (jsonata) return leastJsonataBytes(jsonata);
  return parsed.language === 'intrinsic' && parsed.result.value ? bytesOfCall(parsed.result.value) : 0;
}

/** The literal texts that States.Format puts together. */
function bytesOfCall({ name, arguments: [template, ...values] }: IntrinsicCall): number {
  if (name !== 'States.Format' || template?.kind !== 'string') return 0;
  const texts = values.map((value) => (value.kind === 'string' ? value.value : ''));
  return textBytes([...template.parts, ...texts].join(''));
}

/** A key may lose its `.$`. */
const keyBytes = (key: LocatedString): number => (isUnknown(key) ? 0 : textBytes(withoutPathMark(key.value)));

const textBytes = (text: string): number => Buffer.byteLength(JSON.stringify(text));
