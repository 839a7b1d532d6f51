import { nearest } from '../../expressions/nearest';
import type { LocatedString } from '../../text/located';
import type { TaskResource } from '../task-resource';
import { sdkMemberName } from '../sdk-member-name';
import type { NameFault } from './parameter-fault';

/** What is wrong with a name that the API has no member of. `free` are the members that are not given, `missing` those it needs. */
export function misnaming(
  key: LocatedString,
  name: string,
  free: readonly string[],
  missing: ReadonlySet<string>,
  { kind }: TaskResource,
): Omit<NameFault, 'kind' | 'inside'> {
  const sameLetters = free.find((member) => member.toLowerCase() === name.toLowerCase());
  const meant = sameLetters ?? nearest(name, free) ?? longerOrShorter(name, missing) ?? longerOrShorter(name, free);
  return { name, meant, certainty: certaintyOf(), range: key.range, nameRange: [key.at(0), key.at(name.length)] };

  function certaintyOf(): NameFault['certainty'] {
    if (sameLetters === undefined) return meant !== undefined && missing.has(meant) ? 'required' : 'none';
    const isApiName = kind === 'aws-sdk' && /^[A-Z]/.test(name) && sdkMemberName(name) === sameLetters;
    return isApiName ? 'acronym' : 'case';
  }
}

/** A name of fewer letters tells too little. */
const fewestLetters = 4;

/** The one member that has a word more or less at an end: RequestBody for Body, Bucket for BucketName. */
function longerOrShorter(name: string, members: Iterable<string>): string | undefined {
  const written = name.toLowerCase();
  const extended = (long: string, short: string): boolean =>
    short.length >= fewestLetters && (long.startsWith(short) || long.endsWith(short));
  const [found, ...others] = [...members].filter((member) => {
    const known = member.toLowerCase();
    return extended(known, written) || extended(written, known);
  });
  return others.length ? undefined : found;
}
