import { writtenOut } from '../expressions';
import type { Field } from './field';
import type { Located } from '../text/located';

/**
 * The value of a field, where JSONata expressions that write out an object or an array are replaced by what they make; the
 * value itself where there is none. Of the parts that are only known when it runs placeholders are left.
 */
export function writtenOutValue(field: Field): Located {
  const made = new Map<Located, Located>();
  for (const expression of field.expressions) {
    const { jsonata, value } = expression;
    const found = jsonata && writtenOut(jsonata, (span) => expression.rangeOf(span));
    if (found) made.set(value, found);
  }
  return made.size ? replaced(field.value, made) : field.value;
}

function replaced(value: Located, made: ReadonlyMap<Located, Located>): Located {
  if (value.kind === 'array') return { ...value, items: value.items.map((item) => replaced(item, made)) };
  if (value.kind !== 'object') return made.get(value) ?? value;
  return { ...value, entries: value.entries.map(({ key, value: inner }) => ({ key, value: replaced(inner, made) })) };
}
