import type { Json } from '@stepproof/asl';

/** What the events say, before it is put into AWS's shape: values are values here, and JSON text there. */
export interface EventDetails {
  readonly name?: string;
  readonly index?: number;
  readonly length?: number;
  readonly input?: Json;
  readonly output?: Json;
  readonly assignedVariables?: ReadonlyMap<string, Json>;
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
  readonly state?: string;
  readonly location?: string | undefined;
  readonly roleArn?: string | undefined;
  readonly resource?: string;
  readonly resourceType?: string;
  readonly region?: string;
  readonly parameters?: Json;
  readonly timeoutInSeconds?: number | undefined;
  readonly heartbeatInSeconds?: number | undefined;
  readonly taskCredentials?: { readonly roleArn: string } | undefined;
  readonly workerName?: string | undefined;
  readonly mapRunArn?: string;
  readonly redriveCount?: number;
}
