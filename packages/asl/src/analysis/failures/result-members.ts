/** What results are put into, and hardly anything else. */
const envelopes: ReadonlySet<string> = new Set(['Payload', 'Item', 'ResponseBody', 'SdkHttpMetadata']);

/** Those of an error output, which is no result. */
const ofErrors: ReadonlySet<string> = new Set(['Error', 'Cause']);

/** `$.order.Payload`, `$states.input.order.Payload` */
const memberUnderName = /^(\$(?:states\.input)?\.(\w+))\.(\w+)/;

/** A place that is read as one for a result: because of a member that hardly anything else has. */
export interface ResultMember {
  /** The place: `$.order`. */
  readonly place: string;
  /** The member: `Payload`, or another one that begins with a capital, as all of AWS do, in a place that does not. */
  readonly member: string;
}

export function resultMemberIn(path: string): ResultMember | undefined {
  const [, place, name, member] = memberUnderName.exec(path) ?? [];
  if (place === undefined || name === undefined || member === undefined) return undefined;
  const isOfAws = isCapital(member) && !isCapital(name) && !ofErrors.has(member);
  return envelopes.has(member) || isOfAws ? { place, member } : undefined;
}

const isCapital = (name: string): boolean => /^[A-Z]/.test(name);
