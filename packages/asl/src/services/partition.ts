/** The partitions of AWS that are not `aws`, by the beginnings of their regions. */
const regionsOf: readonly (readonly [RegExp, string])[] = [
  [/^cn-/, 'aws-cn'],
  [/^us-gov-/, 'aws-us-gov'],
  [/^us-iso-/, 'aws-iso'],
  [/^us-isob-/, 'aws-iso-b'],
  [/^eu-isoe-/, 'aws-iso-e'],
  [/^us-isof-/, 'aws-iso-f'],
  [/^eusc-/, 'aws-eusc'],
];

/**
 * The partition that a region lies in; undefined for what is no name of a region.
 * https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html
 */
export function partitionOf(region: string): string | undefined {
  if (!/^[a-z]{2,4}(-[a-z]+){1,2}-\d$/.test(region)) return undefined;
  return regionsOf.find(([beginning]) => beginning.test(region))?.[1] ?? 'aws';
}
