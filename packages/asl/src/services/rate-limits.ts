import type { TaskResource } from './resource';

/**
 * Services that take few calls at a time, by the default quotas of their accounts (some ten a second and less), and
 * endpoints whose limits are somebody else's: https://docs.aws.amazon.com/general/latest/gr/aws-service-information.html
 */
const slowServices: ReadonlySet<string> = new Set([
  'apigateway',
  'athena',
  'batch',
  'bedrock',
  'bedrockagent',
  'bedrockagentruntime',
  'bedrockruntime',
  'cloudformation',
  'codebuild',
  'codepipeline',
  'comprehend',
  'config',
  'ecs',
  'glue',
  'http',
  'iam',
  'organizations',
  'polly',
  'rekognition',
  'route53',
  'sagemaker',
  'sagemakerruntime',
  'servicecatalog',
  'ses',
  'sesv2',
  'textract',
  'transcribe',
]);

/** Whether some ten calls at the same time are likely to be throttled. */
export const isRateLimited = (resource: TaskResource): boolean =>
  (resource.kind === 'http' || resource.kind === 'optimized' || resource.kind === 'aws-sdk') &&
  slowServices.has(resource.service);
