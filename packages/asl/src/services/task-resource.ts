/** How a call answers: at once, when the job it started has ended, or when someone sends the task token back. */
export type IntegrationPattern = 'request-response' | 'sync' | 'sync:2' | 'waitForTaskToken';

/** `arn:aws:lambda:REGION:ACCOUNT:function:NAME[:QUALIFIER]`; the parts may hold placeholders. */
export interface LambdaResource {
  readonly kind: 'lambda';
  readonly region: string;
  readonly account: string;
  readonly name: string;
  /** A version, an alias or `$LATEST`. */
  readonly qualifier: string | undefined;
}

/** `arn:aws:states:REGION:ACCOUNT:activity:NAME`; the parts may hold placeholders. */
export interface ActivityResource {
  readonly kind: 'activity';
  readonly region: string;
  readonly account: string;
  readonly name: string;
}

/** `arn:aws:states:::SERVICE:ACTION[.PATTERN]` */
export interface OptimizedResource {
  readonly kind: 'optimized';
  readonly service: string;
  readonly action: string;
  readonly pattern: IntegrationPattern;
}

/** `arn:aws:states:::aws-sdk:SERVICE:ACTION[.waitForTaskToken]`. Whether AWS has the action: see `findAction`. */
export interface AwsSdkResource {
  readonly kind: 'aws-sdk';
  readonly service: string;
  readonly action: string;
  readonly pattern: 'request-response' | 'waitForTaskToken';
}

/** `arn:aws:states:::http:invoke` */
export interface HttpResource {
  readonly kind: 'http';
  readonly service: 'http';
  readonly action: 'invoke';
  readonly pattern: 'request-response';
}

/** What is called is known only after deployment, or is something this page does not know, such as old ARNs of SWF. */
export interface UnknownResource {
  readonly kind: 'unknown';
}

/** AWS does not take this Resource. The message names the fault and its remedy. */
export interface UnrecognizedResource {
  readonly kind: 'unrecognized';
  readonly message: string;
}

export type TaskResource =
  | LambdaResource
  | ActivityResource
  | OptimizedResource
  | AwsSdkResource
  | HttpResource
  | UnknownResource
  | UnrecognizedResource;
