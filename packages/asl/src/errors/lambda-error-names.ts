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

/** The errors of Lambda's Invoke (API reference), and what Step Functions makes of failures without a name. */
export const lambdaErrors: readonly string[] = [
  ...transientLambdaErrors,
  ...[
    'ClientExecutionTimeoutException',
    'EC2AccessDeniedException',
    'EC2ThrottledException',
    'EC2UnexpectedException',
    'EFSIOException',
    'EFSMountConnectivityException',
    'EFSMountFailureException',
    'EFSMountTimeoutException',
    'ENILimitReachedException',
    'InvalidParameterValueException',
    'InvalidRequestContentException',
    'InvalidRuntimeException',
    'InvalidSecurityGroupIDException',
    'InvalidSubnetIDException',
    'InvalidZipFileException',
    'KMSAccessDeniedException',
    'KMSDisabledException',
    'KMSInvalidStateException',
    'KMSNotFoundException',
    'RecursiveInvocationException',
    'RequestTooLargeException',
    'ResourceConflictException',
    'ResourceNotFoundException',
    'ResourceNotReadyException',
    'SnapStartException',
    'SnapStartNotReadyException',
    'SnapStartTimeoutException',
    'SubnetIPAddressLimitReachedException',
    'Unknown',
    'UnsupportedMediaTypeException',
  ].map((name) => `Lambda.${name}`),
];
