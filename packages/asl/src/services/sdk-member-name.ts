/** Names that a class in Java has already, or cannot give to a method: keywords and the methods of its objects. */
const takenInJava: ReadonlySet<string> = new Set(
  (
    'abstract assert boolean break byte case catch char class const continue default do double else enum extends false ' +
    'final finally float for goto if implements import instanceof int interface long native new package private ' +
    'protected public return short static strictfp super switch synchronized this throw throws transient true try void ' +
    'volatile while clone equals finalize getClass hashCode notify notifyAll toString wait'
  ).split(' '),
);

/**
 * The name of an API's member in AWS SDK integrations, from its name in PascalCase: that of the member in the AWS SDK for
 * Java, with which Step Functions makes these calls, and a capital at its beginning. Capitals that begin a name are one
 * word there, DBInstances is DbInstances (seen in published definitions), but ETag and ChecksumCRC32 stay (recorded). What
 * Java cannot call `equals` is EqualsValue (documented; for the other taken names unverified). Optimized integrations keep
 * the names of the API: MD5OfMessageBody of `sqs:sendMessage` (recorded).
 */
export function sdkMemberName(name: string): string {
  // The one member that the SDK gives a name of its own choice: an attribute value of DynamoDB (unverified here).
  if (name === 'NULL') return 'Nul';
  const word = /^[A-Z]+(?![a-z])|^[A-Z]+(?=[A-Z][a-z])|^[A-Za-z]/.exec(name)?.[0] ?? '';
  const javaName = word.toLowerCase() + name.slice(word.length);
  const free = takenInJava.has(javaName) ? `${javaName}Value` : javaName;
  return free.charAt(0).toUpperCase() + free.slice(1);
}
