/**
 * Failures of the service, not of the function, that a repetition is likely to overcome, in the order of the guide:
 * https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html#bp-lambda-serviceexception
 */
export const transientLambdaErrors: readonly string[] = [
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.TooManyRequestsException',
];

const ofLambda = (...exceptions: readonly string[]): readonly string[] => exceptions.map((name) => `Lambda.${name}`);

/** The call is refused for what it is, or for how the function is set up: another attempt changes neither. */
export const lastingLambdaErrors: readonly string[] = ofLambda(
  'EC2AccessDeniedException',
  'InvalidParameterValueException',
  'InvalidRequestContentException',
  'InvalidRuntimeException',
  'InvalidSecurityGroupIDException',
  'InvalidSubnetIDException',
  'InvalidZipFileException',
  'KMSAccessDeniedException',
  'KMSDisabledException',
  'KMSNotFoundException',
  'RequestTooLargeException',
  'ResourceNotFoundException',
  'UnsupportedMediaTypeException',
);

/** The errors of Lambda's Invoke (API reference), and what Step Functions makes of failures without a name. */
export const lambdaErrors: readonly string[] = [
  ...transientLambdaErrors,
  ...lastingLambdaErrors,
  ...ofLambda(
    'ClientExecutionTimeoutException',
    'EC2ThrottledException',
    'EC2UnexpectedException',
    'EFSIOException',
    'EFSMountConnectivityException',
    'EFSMountFailureException',
    'EFSMountTimeoutException',
    'ENILimitReachedException',
    'KMSInvalidStateException',
    'RecursiveInvocationException',
    'ResourceConflictException',
    'ResourceNotReadyException',
    'SnapStartException',
    'SnapStartNotReadyException',
    'SnapStartTimeoutException',
    'SubnetIPAddressLimitReachedException',
    'Unknown',
  ),
];
