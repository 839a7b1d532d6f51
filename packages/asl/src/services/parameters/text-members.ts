import type { Located } from '../../text/located';
import { withoutPathMark } from '../../text/path-mark';
import type { Shape } from '../shapes/shape';

/** The values inside parameters that stand for texts of the API, with the places of their members: `Item.count.N`. */
export function textMembersOf(parameters: Located, shape: Shape): ReadonlyMap<Located, string> {
  const found = new Map<Located, string>();
  const look = (value: Located, inside: string, expected: Shape | undefined): void => {
    if (expected?.kind === 'string') {
      // What is JSON text in the API is made of any value.
      if (value.kind === 'string' && !expected.isJson) found.set(value, inside);
    } else if (expected?.kind === 'list' && value.kind === 'array') {
      for (const [index, item] of value.items.entries()) look(item, `${inside}[${index}]`, expected.item);
    } else if (value.kind === 'object' && (expected?.kind === 'map' || expected?.kind === 'structure')) {
      for (const { key, value: inner } of value.entries) {
        const name = withoutPathMark(key.value);
        const member = expected.kind === 'map' ? expected.value : expected.members.get(name);
        look(inner, inside ? `${inside}.${name}` : name, member);
      }
    }
  };
  look(parameters, '', shape);
  return found;
}
