import type { Located } from '../../text/located';
import { withoutPathMark } from '../../text/path-mark';
import type { Shape } from '../shapes/shape';

/** A value inside parameters that is to be made by a path or an expression. */
export interface TypedMember {
  /** `Item.count.N` */
  readonly place: string;
  /** What the API takes there. */
  readonly type: 'string' | 'array';
}

/** The texts inside parameters that stand for texts and lists of the API: what they make has to be one. */
export function typedMembersOf(parameters: Located, shape: Shape): ReadonlyMap<Located, TypedMember> {
  const found = new Map<Located, TypedMember>();
  const look = (value: Located, place: string, expected: Shape | undefined): void => {
    if (value.kind === 'string') {
      if (expected?.kind === 'list') found.set(value, { place, type: 'array' });
      // What is JSON text in the API is made of any value.
      else if (expected?.kind === 'string' && !expected.isJson) found.set(value, { place, type: 'string' });
    } else if (expected?.kind === 'list' && value.kind === 'array') {
      for (const [index, item] of value.items.entries()) look(item, `${place}[${index}]`, expected.item);
    } else if (value.kind === 'object' && (expected?.kind === 'map' || expected?.kind === 'structure')) {
      for (const { key, value: inner } of value.entries) {
        const name = withoutPathMark(key.value);
        const member = expected.kind === 'map' ? expected.value : expected.members.get(name);
        look(inner, place ? `${place}.${name}` : name, member);
      }
    }
  };
  look(parameters, '', shape);
  return found;
}
