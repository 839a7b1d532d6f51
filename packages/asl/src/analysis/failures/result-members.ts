/** What results are put into, and hardly anything else. */
const envelopes: ReadonlySet<string> = new Set(['Payload', 'Item', 'ResponseBody', 'SdkHttpMetadata']);

/** Those of an error output, which is no result. */
const ofErrors: ReadonlySet<string> = new Set(['Error', 'Cause']);

/** `$.order.Payload`, `$states.input.order.Payload` */
const memberUnderName = /^(\$(?:states\.input)?\.(\w+))\.(\w+)/;

/** A member of what stands under a name at the top of the data. */
export interface MemberUnderName {
  /** `$.order` */
  readonly place: string;
  /** `Payload` */
  readonly member: string;
  /**
   * Whether hardly anything but a result has it: what results are put into, or another one that begins with a capital, as all of
   * AWS do, in a place that does not.
   */
  readonly isOfResult: boolean;
}

export function memberReadBy(path: string): MemberUnderName | undefined {
  const [, place, name, member] = memberUnderName.exec(path) ?? [];
  if (place === undefined || name === undefined || member === undefined) return undefined;
  const isOfAws = isCapital(member) && !isCapital(name) && !ofErrors.has(member);
  return { place, member, isOfResult: envelopes.has(member) || isOfAws };
}

const isCapital = (name: string): boolean => /^[A-Z]/.test(name);
