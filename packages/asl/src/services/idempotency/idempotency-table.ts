import {
  consumed,
  costs,
  depends,
  guarded,
  named,
  reads,
  repeats,
  sameState,
  token,
  type Fact,
  type TokenFact,
} from './fact';

const inMessage = 'the message';

const job = (member: string, length?: TokenFact['length']): TokenFact =>
  token(member, 'starts another job', length && { length });

/**
 * The actions of the AWS SDK integrations of which more is known than their names and the catalogue say; optimized
 * integrations share the entries of their API actions. Classes follow the API references of the services, tokens the
 * `idempotencyToken` traits of the API models, lengths the shapes of those models. Actions not listed are judged by
 * their verb, see verbs.ts.
 *
 * SDKs fill in a token with the trait when it is absent. Whether Step Functions does, and with one value for all
 * attempts, is not documented (unverified): an absent token counts as none.
 */
const table: Readonly<Record<string, Readonly<Record<string, Fact>>>> = {
  appflow: { startFlow: token('ClientToken', 'starts another run of the flow', { length: [1, 256] }) },
  athena: {
    startQueryExecution: {
      ...token('ClientRequestToken', 'runs the query again', {
        length: [32, 128],
        afterEnd: 'is answered with the first query',
      }),
      statement: 'QueryString',
    },
    stopQueryExecution: sameState,
  },
  backup: {
    startBackupJob: job('IdempotencyToken'),
    startCopyJob: job('IdempotencyToken'),
    startRestoreJob: job('IdempotencyToken'),
  },
  batch: {
    submitJob: repeats(
      'submits another job',
      'let the job find out by a key in its Parameters that its work is done: Batch has no token, and job names need not be unique',
    ),
    cancelJob: sameState,
    terminateJob: sameState,
  },
  bedrock: {
    createEvaluationJob: { ...job('ClientRequestToken', [1, 256]), otherwise: named('JobName') },
    createModelCustomizationJob: { ...job('ClientRequestToken', [1, 256]), otherwise: named('JobName') },
    createModelInvocationJob: { ...job('ClientRequestToken', [1, 256]), otherwise: named('JobName') },
  },
  bedrockagent: { startIngestionJob: job('ClientToken', [33, 256]) },
  bedrockruntime: {
    converse: costs('asks the model again'),
    invokeModel: costs('asks the model again'),
    startAsyncInvoke: { ...job('ClientRequestToken', [1, 256]), isNewer: true },
  },
  cloudcontrol: {
    createResource: token('ClientToken', 'creates another resource', { length: [1, 128] }),
    deleteResource: token('ClientToken', 'asks for the deletion again', { length: [1, 128], otherwise: sameState }),
    updateResource: token('ClientToken', 'applies the patch again', { length: [1, 128] }),
  },
  cloudformation: {
    createChangeSet: token('ClientToken', 'creates another change set', {
      length: [1, 128],
      otherwise: named('ChangeSetName'),
    }),
    createStack: token('ClientRequestToken', 'creates another stack', {
      length: [1, 128],
      otherwise: named('StackName'),
    }),
    deleteStack: token('ClientRequestToken', 'asks for the deletion again', {
      length: [1, 128],
      otherwise: sameState,
    }),
    executeChangeSet: token('ClientRequestToken', 'executes the change set again', {
      length: [1, 128],
      otherwise: guarded('a change set can be executed once'),
    }),
    updateStack: token('ClientRequestToken', 'updates the stack again', {
      length: [1, 128],
      otherwise: guarded('a second call finds nothing to update'),
    }),
  },
  cloudfront: {
    createDistribution: token('DistributionConfig.CallerReference', 'creates another distribution'),
    createInvalidation: token('InvalidationBatch.CallerReference', 'creates another invalidation'),
  },
  cloudwatch: {
    deleteAlarms: sameState,
    putMetricAlarm: sameState,
    putMetricData: repeats(
      'adds the values again, which doubles sums and counts',
      'set "Timestamp" and compare maxima instead of sums',
    ),
  },
  cloudwatchlogs: {
    createLogGroup: named('LogGroupName', 'ResourceAlreadyExistsException'),
    createLogStream: named('LogStreamName', 'ResourceAlreadyExistsException'),
    putLogEvents: repeats('writes the log events again'),
  },
  codebuild: {
    retryBuild: token('IdempotencyToken', 'starts another build'),
    retryBuildBatch: token('IdempotencyToken', 'starts another batch build'),
    startBuild: token('IdempotencyToken', 'starts another build'),
    startBuildBatch: token('IdempotencyToken', 'starts another batch build'),
  },
  codedeploy: { createDeployment: repeats('starts another deployment') },
  codepipeline: {
    startPipelineExecution: token('ClientRequestToken', 'starts another execution of the pipeline', {
      length: [1, 128],
    }),
  },
  cognitoidentityprovider: {
    adminCreateUser: {
      ...named('Username', 'UsernameExistsException'),
      when: { member: 'MessageAction', is: 'RESEND', then: repeats('sends the invitation again') },
    },
  },
  databasemigration: { startReplicationTask: guarded('a task that runs cannot be started') },
  databrew: { startJobRun: repeats('starts another run of the job') },
  datasync: { startTaskExecution: repeats('starts another execution of the task once the first has ended') },
  dynamodb: {
    batchExecuteStatement: depends('it depends on the statements and their conditions'),
    batchWriteItem: sameState,
    deleteItem: sameState,
    executeStatement: {
      ...depends('it depends on the statement and its condition'),
      statement: 'Statement',
    },
    executeTransaction: token('ClientRequestToken', 'executes the transaction again', {
      length: [1, 36],
      otherwise: depends('it depends on the statements and their conditions'),
    }),
    putItem: sameState,
    transactGetItems: reads,
    transactWriteItems: token('ClientRequestToken', 'writes the items again', { length: [1, 36] }),
    updateItem: depends('it depends on the UpdateExpression'),
  },
  ec2: {
    allocateAddress: repeats('allocates another address'),
    allocateHosts: token('ClientToken', 'allocates more hosts', { length: [1, 64] }),
    attachVolume: guarded('a volume that is attached cannot be attached again'),
    authorizeSecurityGroupIngress: guarded('a rule that exists cannot be added again'),
    authorizeSecurityGroupEgress: guarded('a rule that exists cannot be added again'),
    copyImage: token('ClientToken', 'makes another copy', { length: [1, 64] }),
    createImage: named('Name', 'InvalidAMIName.Duplicate'),
    createNatGateway: token('ClientToken', 'creates another NAT gateway', { length: [1, 64] }),
    createSnapshot: repeats('makes another snapshot'),
    createTags: sameState,
    createVolume: token('ClientToken', 'creates another volume', { length: [1, 64] }),
    createVpcEndpoint: token('ClientToken', 'creates another endpoint', { length: [1, 64] }),
    rebootInstances: repeats('reboots the instances again'),
    runInstances: token('ClientToken', 'starts more instances', { length: [1, 64] }),
    startInstances: sameState,
    stopInstances: sameState,
    terminateInstances: sameState,
  },
  ecs: {
    createService: token('ClientToken', 'creates another service', {
      length: [1, 36],
      otherwise: named('ServiceName'),
    }),
    deleteService: sameState,
    runTask: token('ClientToken', 'runs more tasks', {
      length: [1, 64],
      afterEnd: 'is answered with the first task',
    }),
    startTask: repeats('runs more tasks', 'use "runTask", which takes a "ClientToken"'),
    stopTask: sameState,
    updateService: {
      ...sameState,
      when: { member: 'ForceNewDeployment', is: true, then: repeats('starts another deployment') },
    },
  },
  efs: { createFileSystem: token('CreationToken', 'creates another file system', { length: [1, 64] }) },
  eks: {
    createCluster: { ...token('ClientRequestToken', 'creates another cluster'), otherwise: named('Name') },
    createFargateProfile: {
      ...token('ClientRequestToken', 'creates another profile'),
      otherwise: named('FargateProfileName'),
    },
    createNodegroup: {
      ...token('ClientRequestToken', 'creates another node group'),
      otherwise: named('NodegroupName'),
    },
    // Kubernetes refuses a second job of one name; jobs named by `generateName` are not caught here.
    runJob: named('Job.metadata.name', 'EKS.409'),
  },
  emr: {
    addJobFlowSteps: repeats(
      'adds the step again',
      'list the steps of the cluster first: names of steps need not be unique',
    ),
    runJobFlow: repeats('starts another cluster', 'list the clusters first: names of clusters need not be unique'),
    setTerminationProtection: sameState,
    terminateJobFlows: sameState,
  },
  emrcontainers: {
    createVirtualCluster: token('ClientToken', 'creates another virtual cluster', { length: [1, 64] }),
    startJobRun: job('ClientToken', [1, 64]),
  },
  emrserverless: {
    cancelJobRun: sameState,
    createApplication: token('ClientToken', 'creates another application', { length: [1, 64] }),
    startApplication: sameState,
    startJobRun: job('ClientToken', [1, 64]),
    stopApplication: sameState,
  },
  eventbridge: {
    disableRule: sameState,
    enableRule: sameState,
    putEvents: consumed('sends the events again', '"Detail"'),
    putRule: sameState,
    putTargets: sameState,
    removeTargets: sameState,
  },
  firehose: {
    putRecord: consumed('writes the record again', inMessage),
    putRecordBatch: consumed('writes the records again', inMessage),
  },
  glue: {
    startCrawler: guarded('a crawler that runs cannot be started'),
    startJobRun: repeats(
      'starts another run of the job',
      'set the job\'s "MaxConcurrentRuns" to 1 and catch "Glue.ConcurrentRunsExceededException"',
    ),
    startTrigger: sameState,
    startWorkflowRun: repeats('starts another run of the workflow'),
  },
  iotdataplane: { publish: consumed('publishes the message again', inMessage) },
  kinesis: {
    putRecord: consumed('writes the record again', inMessage),
    putRecords: consumed('writes the records again', inMessage),
  },
  kms: {
    createKey: repeats('creates another key'),
    decrypt: reads,
    encrypt: reads,
    generateDataKey: reads,
    generateDataKeyWithoutPlaintext: reads,
    generateMac: reads,
    generateRandom: reads,
    scheduleKeyDeletion: guarded('a key whose deletion is scheduled cannot be scheduled again'),
    sign: reads,
    verify: reads,
  },
  lambda: {
    addPermission: named('StatementId', 'ResourceConflictException'),
    createFunction: named('FunctionName', 'ResourceConflictException'),
    invoke: {
      class: 'N',
      effect: 'invokes the function again',
      remedies: ["pass the function a key that it can recognise a repetition by, such as the execution's Id"],
      isOpaque: true,
      when: { member: 'InvocationType', is: 'DryRun', then: reads },
    },
  },
  mediaconvert: { createJob: job('ClientRequestToken') },
  organizations: { createAccount: repeats('creates another account, or fails for its "Email"') },
  pinpoint: { sendMessages: repeats('sends the messages again') },
  pinpointsmsvoicev2: { sendTextMessage: repeats('sends the message again') },
  pipes: { startPipe: sameState, stopPipe: sameState },
  polly: { startSpeechSynthesisTask: repeats('makes another recording'), synthesizeSpeech: reads },
  qbusiness: { chatSync: token('ClientToken', 'asks again') },
  rds: {
    startDBCluster: guarded('a cluster that runs cannot be started'),
    startDBInstance: guarded('an instance that runs cannot be started'),
    stopDBCluster: guarded('a cluster that is stopped cannot be stopped'),
    stopDBInstance: guarded('an instance that is stopped cannot be stopped'),
  },
  rdsdata: {
    batchExecuteStatement: { ...depends('it depends on the SQL'), statement: 'Sql' },
    executeStatement: { ...depends('it depends on the SQL'), statement: 'Sql' },
  },
  redshiftdata: {
    batchExecuteStatement: token('ClientToken', 'executes the statements again', { length: [1, 64] }),
    executeStatement: {
      ...token('ClientToken', 'executes the statement again', { length: [1, 64] }),
      statement: 'Sql',
    },
  },
  rekognition: {
    compareFaces: reads,
    indexFaces: repeats('adds the faces again'),
    recognizeCelebrities: reads,
    startCelebrityRecognition: job('ClientRequestToken', [1, 64]),
    startContentModeration: job('ClientRequestToken', [1, 64]),
    startFaceDetection: job('ClientRequestToken', [1, 64]),
    startFaceSearch: job('ClientRequestToken', [1, 64]),
    startLabelDetection: job('ClientRequestToken', [1, 64]),
    startPersonTracking: job('ClientRequestToken', [1, 64]),
    startSegmentDetection: job('ClientRequestToken', [1, 64]),
    startTextDetection: job('ClientRequestToken', [1, 64]),
  },
  route53: {
    changeResourceRecordSets: guarded('UPSERT ends in the same records, CREATE and DELETE fail the second time'),
    createHostedZone: token('CallerReference', 'creates another hosted zone', { length: [1, 128] }),
  },
  s3: {
    completeMultipartUpload: sameState,
    copyObject: sameState,
    createMultipartUpload: repeats(
      'begins another upload, whose parts cost until it is aborted',
      'abort incomplete uploads by a lifecycle rule of the bucket',
    ),
    deleteObject: sameState,
    deleteObjects: sameState,
    headBucket: reads,
    headObject: reads,
    putObject: sameState,
    restoreObject: guarded('an object that is being restored cannot be restored'),
    uploadPart: sameState,
    uploadPartCopy: sameState,
  },
  sagemaker: {
    createEndpoint: named('EndpointName', 'a validation error'),
    createEndpointConfig: named('EndpointConfigName', 'a validation error'),
    createHyperParameterTuningJob: named('HyperParameterTuningJobName', 'ResourceInUse'),
    createLabelingJob: named('LabelingJobName', 'ResourceInUse'),
    createModel: named('ModelName', 'a validation error'),
    createPipeline: {
      ...token('ClientRequestToken', 'creates another pipeline', { length: [32, 128] }),
      otherwise: named('PipelineName'),
    },
    createProcessingJob: named('ProcessingJobName', 'ResourceInUse'),
    createTrainingJob: named('TrainingJobName', 'ResourceInUse'),
    createTransformJob: named('TransformJobName', 'ResourceInUse'),
    startPipelineExecution: token('ClientRequestToken', 'starts another execution of the pipeline', {
      length: [32, 128],
    }),
    updateEndpoint: sameState,
  },
  sagemakerruntime: {
    invokeEndpoint: costs('asks the model again'),
    invokeEndpointAsync: costs('asks the model again'),
  },
  scheduler: {
    createSchedule: {
      ...token('ClientToken', 'creates another schedule', { length: [1, 64] }),
      otherwise: named('Name', 'ConflictException'),
    },
    deleteSchedule: token('ClientToken', 'asks for the deletion again', { length: [1, 64], otherwise: sameState }),
    updateSchedule: token('ClientToken', 'updates the schedule again', { length: [1, 64], otherwise: sameState }),
  },
  secretsmanager: {
    createSecret: {
      ...token('ClientRequestToken', 'creates another secret', { length: [32, 64] }),
      otherwise: named('Name', 'ResourceExistsException'),
    },
    putSecretValue: token('ClientRequestToken', 'makes another version of the secret', { length: [32, 64] }),
    rotateSecret: token('ClientRequestToken', 'rotates the secret again', { length: [32, 64] }),
    updateSecret: token('ClientRequestToken', 'makes another version of the secret', { length: [32, 64] }),
  },
  servicecatalog: {
    provisionProduct: token('ProvisionToken', 'provisions the product again', { length: [1, 128] }),
  },
  ses: {
    sendBulkTemplatedEmail: repeats('sends the e-mails again'),
    sendEmail: repeats('sends the e-mail again'),
    sendRawEmail: repeats('sends the e-mail again'),
    sendTemplatedEmail: repeats('sends the e-mail again'),
  },
  sesv2: {
    sendBulkEmail: repeats('sends the e-mails again'),
    sendEmail: repeats('sends the e-mail again'),
  },
  sfn: {
    createActivity: sameState,
    createStateMachine: sameState,
    getActivityTask: repeats('takes another task from the activity'),
    redriveExecution: token('ClientToken', 'redrives the execution again', { length: [1, 64] }),
    sendTaskFailure: guarded('a task token is answered once'),
    sendTaskHeartbeat: sameState,
    sendTaskSuccess: guarded('a task token is answered once'),
    // Express workflows take one name as often as it comes; which type is started is not in the definition.
    startExecution: token('Name', 'starts another execution', {
      length: [1, 80],
      afterEnd: 'fails with ExecutionAlreadyExistsException',
    }),
    startSyncExecution: repeats('starts another execution'),
    stopExecution: sameState,
  },
  sns: {
    createPlatformEndpoint: sameState,
    createTopic: sameState,
    publish: consumed('sends the message again', inMessage),
    publishBatch: consumed('sends the messages again', inMessage),
    subscribe: sameState,
  },
  sqs: {
    changeMessageVisibility: sameState,
    deleteMessage: sameState,
    purgeQueue: sameState,
    receiveMessage: repeats('takes other messages and hides them', 'let the queue drive the workflow, through a pipe'),
    sendMessage: consumed('sends the message again', inMessage),
    sendMessageBatch: consumed('sends the messages again', inMessage),
  },
  ssm: {
    putParameter: sameState,
    sendCommand: repeats('runs the command again'),
    startAutomationExecution: token('ClientToken', 'starts another automation', { length: [36, 36] }),
  },
  textract: {
    analyzeDocument: reads,
    analyzeExpense: reads,
    analyzeID: reads,
    startDocumentAnalysis: job('ClientRequestToken', [1, 64]),
    startDocumentTextDetection: job('ClientRequestToken', [1, 64]),
    startExpenseAnalysis: job('ClientRequestToken', [1, 64]),
    startLendingAnalysis: job('ClientRequestToken', [1, 64]),
  },
  timestreamwrite: { writeRecords: sameState },
  transcribe: { startTranscriptionJob: named('TranscriptionJobName', 'ConflictException') },
  translate: { startTextTranslationJob: job('ClientToken', [1, 64]), translateText: reads },
};

/** The entries by `service:action`. */
export const idempotencyTable: ReadonlyMap<string, Fact> = new Map(
  Object.entries(table).flatMap(([service, actions]) =>
    Object.entries(actions).map(([action, fact]) => [`${service}:${action}`, fact] as const),
  ),
);

export function factOf(service: string, action: string): Fact | undefined {
  return idempotencyTable.get(`${service}:${action}`);
}
