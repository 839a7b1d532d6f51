/**
 * The name of an exception class of the Java SDK for an error of an API: `NoSuchKeyException` for `NoSuchKey`. A name with
 * its prefix, `S3.NoSuchKey`, keeps it.
 */
export const asException = (name: string): string =>
  name.endsWith('Exception') ? name : `${name.replace(/Fault$/, '')}Exception`;

/**
 * What version 2 of the SDK calls the exception for all else that fails in a service: `Lambda.LambdaException` for
 * `Lambda.AWSLambdaException`, `S3.S3Exception` for `S3.AmazonS3Exception`, as version 1 called it. Undefined for any other
 * name.
 */
export function asBaseException(name: string): string | undefined {
  const [prefix = '', written] = name.split('.');
  const base = `${prefix}Exception`;
  const isOfVersion1 = ['aws', 'amazon'].some((brand) => written?.toLowerCase() === brand + base.toLowerCase());
  return isOfVersion1 ? `${prefix}.${base}` : undefined;
}

/** What version 1, of the optimized integrations, calls that of a prefix (recorded but for SNS, which is a class of that SDK). */
const basesOfVersion1: ReadonlyMap<string, string> = new Map([
  ['Batch', 'AWSBatchException'],
  ['DynamoDB', 'AmazonDynamoDBException'],
  ['SNS', 'AmazonSNSException'],
  ['SQS', 'AmazonSQSException'],
]);

/** The reverse, `SQS.AmazonSQSException` for `SQS.SqsException`; undefined for any other name. */
export function asBaseOfVersion1(name: string): string | undefined {
  const [prefix = '', written] = name.split('.');
  const base = basesOfVersion1.get(prefix);
  return base !== undefined && written?.toLowerCase() === `${prefix}Exception`.toLowerCase()
    ? `${prefix}.${base}`
    : undefined;
}

/** Version 2 of the SDK writes an abbreviation like a word: `DbInstanceNotFoundException` for `DBInstanceNotFound`. */
export function asWords(name: string): string {
  const at = name.indexOf('.') + 1;
  return (
    name.slice(0, at) +
    name.slice(at).replace(/[A-Z]{2,}(?=[A-Z][a-z])/g, (all) => all[0]! + all.slice(1).toLowerCase())
  );
}
