import type { Json } from '../../text/located';
import type { DataShape } from './data-shape';

/** The value that a shape stands for where it is no other; undefined where it may be one of several. */
export function knownValueOf(shape: DataShape): Json | undefined {
  switch (shape.kind) {
    case 'scalar':
      return shape.value;
    case 'array': {
      const items = shape.items?.map(knownValueOf);
      return items?.every((item) => item !== undefined) ? items : undefined;
    }
    case 'object': {
      if (shape.rest !== 'closed') return undefined;
      const known: [string, Json][] = [];
      for (const [name, { shape: member, presence }] of shape.members) {
        if (presence === 'absent') continue;
        const value = presence === 'sure' ? knownValueOf(member) : undefined;
        if (value === undefined) return undefined;
        known.push([name, value]);
      }
      return Object.fromEntries(known);
    }
    default:
      return undefined;
  }
}
