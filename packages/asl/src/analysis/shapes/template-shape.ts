import { isUnknown, type Located } from '../../text/located';
import { array, nothing, object, scalar, string, sure, unknown, type DataShape, type Member } from './data-shape';
import { joinAll } from './join';
import { withoutPathMark } from '../../text/path-mark';

/** Longer texts are of no use as values that a Choice may compare. */
const longestText = 200;

/** Gives the shape of a part of a template that is no literal; undefined for one that is. */
export type ShapeOfExpression = (value: Located) => DataShape | undefined;

const noExpressions: ShapeOfExpression = () => undefined;

/**
 * The shape of what a definition says literally, and of the expressions in it. A member that `expression` knows loses the
 * `.$` at the end of its name, where `isPayload` says so.
 */
export function shapeOfTemplate(
  value: Located,
  origin: string,
  expression: ShapeOfExpression = noExpressions,
  isPayload = false,
): DataShape {
  const shapeOf = (part: Located): DataShape => {
    const made = expression(part);
    if (made) return made;
    switch (part.kind) {
      case 'placeholder':
        return unknown;
      case 'string':
        // A whole template may be filled in for a text that is nothing but a token.
        if (isUnknown(part)) return part.value.startsWith('${') ? unknown : string;
        return part.value.length > longestText
          ? { ...string, leastBytes: Buffer.byteLength(JSON.stringify(part.value)) }
          : scalar('string', part.value);
      case 'number':
        return scalar('number', part.value);
      case 'boolean':
        return scalar('boolean', part.value);
      case 'null':
        return nothing;
      case 'array': {
        const items = part.items.map(shapeOf);
        return array(joinAll(items), items);
      }
      case 'object':
        return shapeOfObject(part);
    }
  };
  const shapeOfObject = ({ entries }: Extract<Located, { kind: 'object' }>): DataShape => {
    const members = new Map<string, Member>();
    for (const { key, value: member } of entries) {
      members.set(isPayload ? withoutPathMark(key.value) : key.value, sure(shapeOf(member)));
    }
    const isClosed = !entries.some(({ key }) => isUnknown(key));
    return object(members, isClosed ? 'closed' : 'open', origin);
  };
  return shapeOf(value);
}
