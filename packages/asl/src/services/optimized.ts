import type { IntegrationPattern, TaskResource } from './task-resource';

/** An API that Step Functions calls with more comfort than the AWS SDK: it waits for jobs, takes and gives JSON. */
export interface OptimizedService {
  /**
   * What the names of its errors begin with. ApiGateway, Batch, DynamoDB, AmazonECS, EKS, EventBridge, Lambda, SNS, SQS
   * and StepFunctions were seen on AWS; the others follow their pattern (unverified).
   */
  readonly errorPrefixes: readonly string[];
  readonly actions: ReadonlyMap<string, OptimizedAction>;
}

export interface OptimizedAction {
  readonly patterns: readonly IntegrationPattern[];
  /** The same call as an AWS SDK integration, `service:action`; undefined for calls that are no API action. */
  readonly sdk?: string;
  /** Members that each call must have, where they are not those of the API action. */
  readonly required?: readonly string[];
  /** Members of which each call must have one. */
  readonly oneOf?: readonly string[];
  /** Called by the ItemReader or ResultWriter of a distributed Map; no Task can. */
  readonly onlyInDistributedMap?: true;
}

const call = ['request-response'] as const;
const job = ['request-response', 'sync'] as const;
const callback = ['request-response', 'waitForTaskToken'] as const;
const jobOrCallback = ['request-response', 'sync', 'waitForTaskToken'] as const;

/** The guide's page "Integrating optimized services". */
export const optimizedServices: ReadonlyMap<string, OptimizedService> = new Map([
  service('apigateway', ['ApiGateway'], {
    invoke: { patterns: callback, required: ['ApiEndpoint', 'Method'] },
  }),
  service('athena', ['Athena'], {
    ...actions('athena', job, ['startQueryExecution']),
    ...actions('athena', call, ['getQueryExecution', 'getQueryResults', 'stopQueryExecution']),
  }),
  service('batch', ['Batch'], actions('batch', job, ['submitJob'])),
  service('bedrock', ['Bedrock'], {
    // The guide lists .sync and .waitForTaskToken for Bedrock as a whole, not for this action.
    invokeModel: { patterns: call, sdk: 'bedrockruntime:invokeModel', required: ['ModelId'], oneOf: ['Body', 'Input'] },
    // The catalogue's API still demands HyperParameters.
    createModelCustomizationJob: {
      patterns: job,
      sdk: 'bedrock:createModelCustomizationJob',
      required: [
        'BaseModelIdentifier',
        'CustomModelName',
        'JobName',
        'OutputDataConfig',
        'RoleArn',
        'TrainingDataConfig',
      ],
    },
  }),
  service('bedrockagentcore', ['BedrockAgentCore'], {
    // Newer than the catalogue.
    invokeHarness: { patterns: call, required: ['HarnessArn', 'RuntimeSessionId', 'Messages'] },
  }),
  service('codebuild', ['CodeBuild'], {
    ...actions('codebuild', job, ['startBuild', 'startBuildBatch', 'retryBuildBatch']),
    ...actions('codebuild', call, [
      'batchDeleteBuilds',
      'batchGetReports',
      'deleteBuildBatch',
      'stopBuild',
      'stopBuildBatch',
    ]),
  }),
  service('databrew', ['DataBrew'], actions('databrew', job, ['startJobRun'])),
  service('dynamodb', ['DynamoDB'], actions('dynamodb', call, ['getItem', 'putItem', 'updateItem', 'deleteItem'])),
  service('ecs', ['AmazonECS', 'ECS'], actions('ecs', jobOrCallback, ['runTask'])),
  service('eks', ['EKS'], {
    ...actions('eks', job, [
      'createCluster',
      'createFargateProfile',
      'createNodegroup',
      'deleteCluster',
      'deleteFargateProfile',
      'deleteNodegroup',
    ]),
    call: { patterns: call, required: ['ClusterName', 'CertificateAuthority', 'Endpoint', 'Method', 'Path'] },
    // The guide's table gives runJob callbacks, its page on EKS does not: nobody is faulted for one.
    runJob: { patterns: jobOrCallback, required: ['ClusterName', 'CertificateAuthority', 'Endpoint', 'Job'] },
  }),
  service('elasticmapreduce', ['ElasticMapReduce'], {
    createCluster: { patterns: job, sdk: 'emr:runJobFlow' },
    terminateCluster: { patterns: job, sdk: 'emr:terminateJobFlows', required: ['ClusterId'] },
    addStep: { patterns: job, sdk: 'emr:addJobFlowSteps', required: ['ClusterId', 'Step'] },
    cancelStep: { patterns: call, sdk: 'emr:cancelSteps', required: ['ClusterId', 'StepId'] },
    setClusterTerminationProtection: {
      patterns: call,
      sdk: 'emr:setTerminationProtection',
      required: ['ClusterId', 'TerminationProtected'],
    },
    modifyInstanceFleetByName: {
      patterns: call,
      sdk: 'emr:modifyInstanceFleet',
      required: ['ClusterId', 'InstanceFleetName', 'InstanceFleet'],
    },
    modifyInstanceGroupByName: {
      patterns: call,
      sdk: 'emr:modifyInstanceGroups',
      required: ['ClusterId', 'InstanceGroupName', 'InstanceGroup'],
    },
  }),
  service('emr-containers', ['EMRContainers'], {
    ...actions('emrcontainers', call, ['createVirtualCluster']),
    ...actions('emrcontainers', job, ['deleteVirtualCluster', 'startJobRun']),
  }),
  service(
    'emr-serverless',
    ['EMRServerless'],
    actions('emrserverless', job, [
      'createApplication',
      'startApplication',
      'stopApplication',
      'deleteApplication',
      'startJobRun',
      'cancelJobRun',
    ]),
  ),
  service('events', ['EventBridge'], actions('eventbridge', callback, ['putEvents'])),
  service('glue', ['Glue'], actions('glue', job, ['startJobRun'])),
  service('http', ['States.Http', 'Events.ConnectionResource'], {
    // Private endpoints are called with an InvocationConfig, and may do without Authentication (published definitions).
    invoke: { patterns: call, required: ['ApiEndpoint', 'Method'], oneOf: ['Authentication', 'InvocationConfig'] },
  }),
  service('lambda', ['Lambda'], actions('lambda', callback, ['invoke'])),
  service('mediaconvert', ['MediaConvert'], actions('mediaconvert', job, ['createJob'])),
  service('s3', ['S3'], {
    getObject: { patterns: call, sdk: 's3:getObject', onlyInDistributedMap: true },
    listObjectsV2: { patterns: call, sdk: 's3:listObjectsV2', onlyInDistributedMap: true },
    putObject: { patterns: call, sdk: 's3:putObject', required: ['Bucket'], onlyInDistributedMap: true },
  }),
  service('sagemaker', ['SageMaker'], {
    ...actions('sagemaker', call, ['createEndpoint', 'createEndpointConfig', 'createModel', 'updateEndpoint']),
    ...actions('sagemaker', job, [
      'createHyperParameterTuningJob',
      'createLabelingJob',
      'createProcessingJob',
      'createTrainingJob',
      'createTransformJob',
    ]),
  }),
  service('sns', ['SNS'], {
    publish: { patterns: callback, sdk: 'sns:publish', oneOf: ['TopicArn', 'TargetArn', 'PhoneNumber'] },
  }),
  service('sqs', ['SQS'], actions('sqs', callback, ['sendMessage'])),
  service('states', ['StepFunctions'], {
    startExecution: {
      patterns: ['request-response', 'sync', 'sync:2', 'waitForTaskToken'],
      sdk: 'sfn:startExecution',
    },
  }),
]);

/** Whether only the ItemReader or ResultWriter of a distributed Map can call it (developer guide's list of them). */
export const isOnlyInDistributedMap = (resource: TaskResource): boolean =>
  resource.kind === 'optimized' && optimizedAction(resource.service, resource.action)?.onlyInDistributedMap === true;

export function optimizedAction(serviceName: string, action: string): OptimizedAction | undefined {
  return optimizedServices.get(serviceName)?.actions.get(action);
}

function service(
  name: string,
  errorPrefixes: readonly string[],
  byName: Readonly<Record<string, OptimizedAction>>,
): readonly [string, OptimizedService] {
  return [name, { errorPrefixes, actions: new Map(Object.entries(byName)) }];
}

/** Actions that bear the names of the API's own. */
function actions(
  sdkService: string,
  patterns: readonly IntegrationPattern[],
  names: readonly string[],
): Record<string, OptimizedAction> {
  return Object.fromEntries(names.map((name) => [name, { patterns, sdk: `${sdkService}:${name}` }]));
}
