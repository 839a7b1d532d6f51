import type { Json } from '../../text/located';
import { isArray, isObject, ownMember, setMember, type JsonArray, type JsonObject } from '../json/kind';
import type { ReferencePath } from '../reference-path/reference-path';
import { renderSegments } from './render';

/** `reason` says which part of the target is in the way: AWS fails with States.ResultPathMatchFailure. */
export type PlaceResult =
  { readonly placed: true; readonly value: Json } | { readonly placed: false; readonly reason: string };

/**
 * Puts a value where a ResultPath points. Objects that are missing on the way are created, members that are there are
 * replaced; an index has to exist. The target stays as it is: the result shares with it all that the path does not touch.
 *
 * That only objects and existing elements can be written into follows the specification; what the service does where a
 * member on the way is null is unverified.
 */
export function placeAt({ segments }: ReferencePath, target: Json, value: Json): PlaceResult {
  const holders: Json[] = [];
  let below: Json | undefined = target;
  for (const segment of segments) {
    const holder: Json = below === undefined ? {} : below;
    if (!canHold(holder, segment)) {
      const needed = segment.kind === 'name' ? 'no object' : `no array with an element [${segment.index}]`;
      return {
        placed: false,
        reason: `The value at $${renderSegments(segments.slice(0, holders.length))} is ${needed}`,
      };
    }
    holders.push(holder);
    below = childOf(holder, segment);
  }
  let placed = value;
  for (let depth = holders.length - 1; depth >= 0; depth--) {
    placed = withChild(holders[depth]!, segments[depth]!, placed);
  }
  return { placed: true, value: placed };
}

type Segment = ReferencePath['segments'][number];

function canHold(holder: Json, segment: Segment): boolean {
  if (segment.kind === 'name') return isObject(holder);
  return isArray(holder) && segment.index >= 0 && segment.index < holder.length;
}

function childOf(holder: Json, segment: Segment): Json | undefined {
  if (segment.kind === 'name') return isObject(holder) ? ownMember(holder, segment.name) : undefined;
  return isArray(holder) ? holder[segment.index] : undefined;
}

/** A copy of the holder, which can hold the segment. Setting a member of a copy is much faster than a computed name. */
function withChild(holder: Json, segment: Segment, child: Json): Json {
  if (segment.kind === 'index') return (holder as JsonArray).with(segment.index, child);
  const copy = { ...(holder as JsonObject) };
  setMember(copy, segment.name, child);
  return copy;
}
