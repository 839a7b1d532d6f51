/**
 * What Step Functions asks about the job that an optimized integration with `.sync` has started, in the names of AWS SDK
 * integrations. For `states:startExecution` it is on record; for the others it is what the API has for that (unverified).
 * Jobs that delete something end when nothing describes it any more, `eks:runJob` asks Kubernetes, and DataBrew is asked
 * for a list of runs: they have none.
 */
export const describingActions: ReadonlyMap<string, string> = new Map([
  ['athena:startQueryExecution', 'athena:getQueryExecution'],
  ['batch:submitJob', 'batch:describeJobs'],
  ['bedrock:createModelCustomizationJob', 'bedrock:getModelCustomizationJob'],
  ['codebuild:retryBuildBatch', 'codebuild:batchGetBuildBatches'],
  ['codebuild:startBuild', 'codebuild:batchGetBuilds'],
  ['codebuild:startBuildBatch', 'codebuild:batchGetBuildBatches'],
  ['ecs:runTask', 'ecs:describeTasks'],
  ['eks:createCluster', 'eks:describeCluster'],
  ['eks:createFargateProfile', 'eks:describeFargateProfile'],
  ['eks:createNodegroup', 'eks:describeNodegroup'],
  ['elasticmapreduce:addStep', 'emr:describeStep'],
  ['elasticmapreduce:createCluster', 'emr:describeCluster'],
  ['elasticmapreduce:terminateCluster', 'emr:describeCluster'],
  ['emr-containers:startJobRun', 'emrcontainers:describeJobRun'],
  ['emr-serverless:cancelJobRun', 'emrserverless:getJobRun'],
  ['emr-serverless:createApplication', 'emrserverless:getApplication'],
  ['emr-serverless:startApplication', 'emrserverless:getApplication'],
  ['emr-serverless:startJobRun', 'emrserverless:getJobRun'],
  ['emr-serverless:stopApplication', 'emrserverless:getApplication'],
  ['glue:startJobRun', 'glue:getJobRun'],
  ['mediaconvert:createJob', 'mediaconvert:getJob'],
  ['sagemaker:createHyperParameterTuningJob', 'sagemaker:describeHyperParameterTuningJob'],
  ['sagemaker:createLabelingJob', 'sagemaker:describeLabelingJob'],
  ['sagemaker:createProcessingJob', 'sagemaker:describeProcessingJob'],
  ['sagemaker:createTrainingJob', 'sagemaker:describeTrainingJob'],
  ['sagemaker:createTransformJob', 'sagemaker:describeTransformJob'],
  ['states:startExecution', 'sfn:describeExecution'],
]);
