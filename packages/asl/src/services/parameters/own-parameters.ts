import type { Shape, StructureShape } from '../shapes/shape';
import { arnOf } from './arn-of-service';

const text: Shape = { kind: 'string' };
const json: Shape = { kind: 'json' };
const hostName: Shape = {
  kind: 'string',
  refused: {
    pattern: /^https?:\/\//i,
    problem: 'is the name of a host and cannot begin with a scheme',
    remedy: 'leave out "https://"',
  },
};
const flag: Shape = { kind: 'boolean' };
const count: Shape = { kind: 'integer' };
const oneOf = (...values: readonly string[]): Shape => ({ kind: 'string', values });
const list = (item: Shape): Shape => ({ kind: 'list', item });
const mapOf = (value: Shape): Shape => ({ kind: 'map', value });
const structure = (members: Readonly<Record<string, Shape>>, required: readonly string[] = []): StructureShape => ({
  kind: 'structure',
  members: new Map(Object.entries(members)),
  required,
});

const methods = oneOf('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS');
const connectionArn: Shape = { kind: 'string', ...arnOf('events', 'a connection of EventBridge') };
const connection = structure({ ConnectionArn: connectionArn }, ['ConnectionArn']);
const place = structure({ S3Uri: text }, ['S3Uri']);
const cluster = { ClusterName: text, CertificateAuthority: text, Endpoint: text };

/** What calls take that are no API action, or that Step Functions has remade (developer guide's page on each service). */
export const ownParameters: ReadonlyMap<string, StructureShape> = new Map([
  [
    'apigateway:invoke',
    structure({
      ApiEndpoint: hostName,
      Method: methods,
      // A string for a header fails when it is run: "the field 'Headers' has an invalid format" (recorded).
      Headers: mapOf(list(text)),
      Stage: text,
      Path: text,
      QueryParameters: mapOf(list(text)),
      RequestBody: json,
      AllowNullValues: flag,
      AuthType: oneOf('NO_AUTH', 'IAM_ROLE', 'RESOURCE_POLICY'),
    }),
  ],
  [
    'bedrockagentcore:invokeHarness',
    structure({
      HarnessArn: text,
      Qualifier: text,
      RuntimeSessionId: text,
      RuntimeUserId: text,
      ActorId: text,
      Messages: list(json),
      SystemPrompt: list(json),
      Model: json,
      Tools: list(json),
      AllowedTools: list(text),
      Skills: list(json),
      MaxIterations: count,
      MaxTokens: count,
      TimeoutSeconds: count,
      TraceId: text,
      TraceParent: text,
      TraceState: text,
      Baggage: text,
    }),
  ],
  [
    'eks:call',
    structure({ ...cluster, Method: methods, Path: text, QueryParameters: mapOf(list(text)), RequestBody: json }),
  ],
  [
    'eks:runJob',
    structure({
      ...cluster,
      Namespace: text,
      Job: json,
      LogOptions: structure({ RetrieveLogs: flag, RawLogs: flag, LogParameters: mapOf(list(text)) }),
    }),
  ],
  [
    'elasticmapreduce:addStep',
    // One step in place of the API's list: see `borrowedParameters`.
    structure({ ClusterId: text, Step: json, ExecutionRoleArn: text }),
  ],
  ['elasticmapreduce:cancelStep', structure({ ClusterId: text, StepId: text })],
  [
    'elasticmapreduce:modifyInstanceFleetByName',
    structure({ ClusterId: text, InstanceFleetName: text, InstanceFleet: json }),
  ],
  [
    'elasticmapreduce:modifyInstanceGroupByName',
    structure({ ClusterId: text, InstanceGroupName: text, InstanceGroup: json }),
  ],
  ['elasticmapreduce:setClusterTerminationProtection', structure({ ClusterId: text, TerminationProtected: flag })],
  ['elasticmapreduce:terminateCluster', structure({ ClusterId: text })],
  // A ResultWriter has a Prefix in place of the Key.
  ['s3:putObject', structure({ Bucket: text, Prefix: text, ExpectedBucketOwner: text })],
  [
    'http:invoke',
    structure({
      ApiEndpoint: text,
      Method: methods,
      Authentication: connection,
      InvocationConfig: connection,
      // Values are strings; whether lists are refused is not on record.
      Headers: mapOf(json),
      QueryParameters: mapOf(json),
      RequestBody: json,
      Transform: structure({
        RequestBodyEncoding: oneOf('NONE', 'URL_ENCODED'),
        RequestEncodingOptions: structure({ ArrayFormat: oneOf('INDICES', 'REPEAT', 'COMMAS', 'BRACKETS') }),
      }),
    }),
  ],
]);

/** Members of the above that are one item of what a list of an API action holds. */
export const borrowedParameters: ReadonlyMap<
  string,
  { readonly member: string; readonly itemOf: string; readonly action: string }
> = new Map([['elasticmapreduce:addStep', { member: 'Step', itemOf: 'Steps', action: 'emr:addJobFlowSteps' }]]);

/** Members that Step Functions takes beside those of the API action, or in another way. */
export const addedParameters: ReadonlyMap<string, Readonly<Record<string, Shape>>> = new Map<
  string,
  Readonly<Record<string, Shape>>
>([
  ['bedrock:invokeModel', { Input: place, Output: place }],
  // An entry without one of these fails: EventBridge.FailedEntry.
  [
    'events:putEvents',
    {
      Entries: {
        kind: 'list',
        maxItems: 10,
        item: structure(
          {
            Detail: json,
            DetailType: text,
            Source: text,
            EventBusName: text,
            Resources: list(text),
            Time: { kind: 'timestamp' },
            TraceHeader: text,
          },
          ['Detail', 'DetailType', 'Source'],
        ),
      },
    },
  ],
  ['glue:startJobRun', { AllocatedCapacity: count }],
  ['sns:publish', { Message: json }],
  ['sqs:sendMessage', { MessageBody: json }],
  ['states:startExecution', { Input: json }],
]);
