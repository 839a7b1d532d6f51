import type { Json } from '../../text/located';
import { isContainer, isObject } from './kind';

/** Whether two values are the same JSON: objects whatever the order of their members, `-0` and `0` alike. */
export function equalJson(left: Json, right: Json): boolean {
  if (left === right) return true;
  return isContainer(left) && isContainer(right) && canonicalText(left) === canonicalText(right);
}

/**
 * A text that two values share if and only if they are equal. It serves as a key, so finding repeated values takes linear time;
 * a stack of its own instead of recursion lets values nest as deep as they like.
 */
export function canonicalText(value: Json): string {
  const written: string[] = [];
  const waiting: (Json | Verbatim)[] = [value];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next instanceof Verbatim) {
      written.push(next.text);
    } else if (Array.isArray(next)) {
      written.push('[');
      waiting.push(new Verbatim(']'));
      for (const item of (next as readonly Json[]).toReversed()) waiting.push(new Verbatim(','), item);
    } else if (isObject(next)) {
      written.push('{');
      waiting.push(new Verbatim('}'));
      for (const name of Object.keys(next).sort().reverse()) {
        waiting.push(new Verbatim(','), next[name]!, new Verbatim(`${JSON.stringify(name)}:`));
      }
    } else {
      written.push(JSON.stringify(next));
    }
  }
  return written.join('');
}

class Verbatim {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}
