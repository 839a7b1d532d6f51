import { factByVerb } from '../../../src/services/idempotency/verbs';

test.each([
  ['iam', 'getRole', 'R'],
  ['config', 'batchGetResourceConfig', 'R'],
  ['sts', 'getSessionToken', 'R'],
  ['licensemanager', 'checkoutLicense', 'T'],
  ['iam', 'attachRolePolicy', 'I'],
  ['accessanalyzer', 'deleteAnalyzer', 'I'],
  ['iam', 'createRole', 'C'],
  ['iam', 'createAccessKey', 'N'],
  ['eks', 'createNodegroup', 'T'],
  ['ec2', 'createVolume', 'T'],
  ['rds', 'createDBSnapshot', 'C'],
  ['rds', 'restoreDBClusterFromSnapshot', 'C'],
  ['rds', 'copyDBSnapshot', 'C'],
  ['sagemaker', 'sendPipelineExecutionStepSuccess', 'T'],
  ['fis', 'startExperiment', 'T'],
  ['translate', 'startTextTranslationJob', 'T'],
  ['ssm', 'sendCommand', 'N'],
  ['cloudtrail', 'startLogging', 'C'],
  ['newerthanus', 'describeThings', 'R'],
  ['newerthanus', 'createThing', 'C'],
  ['ec2', '__proto__', 'C'],
  ['ec2', '', 'C'],
])('%s:%s is %s', (service, action, expected) => {
  expect(factByVerb(service, action).class).toBe(expected);
});

test.each([
  ['iam', 'createRole', 'RoleName'],
  ['rds', 'createDBSnapshot', 'DBSnapshotIdentifier'],
  ['rds', 'copyDBSnapshot', 'TargetDBSnapshotIdentifier'],
  ['rds', 'restoreDBClusterFromSnapshot', 'DBClusterIdentifier'],
  ['lambda', 'createAlias', 'Name'],
  ['eks', 'createNodegroup', undefined],
])('what %s:%s creates is named by %s', (service, action, name) => {
  const fact = factByVerb(service, action);
  expect(fact.class === 'C' ? fact.name : undefined).toBe(name);
});

test.each([
  ['the name of something else', 'glue', 'createPartition'],
  ['a name further inside', 'glue', 'createDatabase'],
  ['a switch', 'cloudtrail', 'startLogging'],
])('%s decides nothing: %s:%s', (_reason, service, action) => {
  expect(factByVerb(service, action)).toMatchObject({ class: 'C', isUncertain: true });
});
