/** The developer guide's page "Learning to use AWS service SDK integrations" lists them; most stream events. */
const unsupported: Readonly<Record<string, string>> = {
  bedrockagentruntime: 'invokeAgent invokeFlow invokeInlineAgent optimizePrompt retrieveAndGenerateStream',
  bedrockruntime: 'converseStream invokeModelWithBidirectionalStream invokeModelWithResponseStream',
  cloudwatchlogs: 'startLiveTail',
  codedeploy:
    'batchGetDeploymentInstances getDeploymentInstance listDeploymentInstances skipWaitTimeForInstanceTermination',
  comprehendmedical: 'detectEntities',
  efs: 'createTags',
  emr: 'describeJobFlows',
  iot: 'attachPrincipalPolicy detachPrincipalPolicy listPolicyPrincipals listPrincipalPolicies',
  kinesis: 'subscribeToShard',
  lambda: 'invokeAsync invokeWithResponseStream',
  lexruntimev2: 'startConversation',
  qbusiness: 'chat',
  rdsdata: 'executeSql',
  s3: 'selectObjectContent',
  s3control: 'selectObjectContent',
  sagemakerruntime: 'invokeEndpointWithResponseStream',
  shield: 'deleteSubscription',
  sts: 'assumeRole assumeRoleWithSAML assumeRoleWithWebIdentity',
};

/** Whether AWS has the action and Step Functions cannot call it. */
export function isUnsupportedAction(service: string, action: string): boolean {
  return Object.hasOwn(unsupported, service) && unsupported[service]!.split(' ').includes(action);
}
