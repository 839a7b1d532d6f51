import { sdkMemberName } from '../../src/services';

test.each([
  ['TableName', 'TableName'],
  ['ETag', 'ETag'],
  ['ChecksumCRC32', 'ChecksumCRC32'],
  ['DBInstanceIdentifier', 'DbInstanceIdentifier'],
  ['SNSTopicArn', 'SnsTopicArn'],
  ['VPCId', 'VpcId'],
  ['ARN', 'Arn'],
  ['S3Uri', 'S3Uri'],
  ['EC2InstanceId', 'Ec2InstanceId'],
  ['MD5OfBody', 'Md5OfBody'],
  ['SSEKMSKeyId', 'SsekmsKeyId'],
  ['S', 'S'],
  ['SS', 'Ss'],
  ['NULL', 'Nul'],
  ['Equals', 'EqualsValue'],
  ['NotEquals', 'NotEquals'],
  ['Package', 'PackageValue'],
])('%s is called %s', (name, expected) => {
  expect(sdkMemberName(name)).toBe(expected);
});
