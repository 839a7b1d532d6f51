export { parseResource } from './resource';
export type {
  ActivityResource,
  AwsSdkResource,
  HttpResource,
  IntegrationPattern,
  LambdaResource,
  OptimizedResource,
  TaskResource,
  UnknownResource,
  UnrecognizedResource,
} from './task-resource';
export {
  isOnlyInDistributedMap,
  optimizedAction,
  optimizedServices,
  type OptimizedAction,
  type OptimizedService,
} from './optimized';
export { findAction, findService, loadCatalogue, type FoundAction } from './catalogue';
export type { Catalogue, CatalogueAction, CatalogueService } from './catalogue-entry';
export { requiredMembersOf, type RequiredMembers } from './required-members';
export { errorPrefixesOf, servicesWithPrefix } from './error-prefixes';
export { idempotencyOf, type Idempotency } from './idempotency/idempotency';
export { repetitionKeyOf, type RepetitionKey } from './idempotency/repetition-key';
export { heldByFailedJob, type HeldByFailedJob } from './idempotency/failed-job';
export { secretResultOf } from './secret-results';
export { secondCallError } from './idempotency/second-call-error';
export type { IdempotencyClass } from './idempotency/fact';
export { hasJobLimit } from './job-limits';
export { isRateLimited } from './rate-limits';
export { describingActions } from './describing-actions';
export { unreadyUse, type EarlyAnswer, type UnreadyUse } from './unready-results';
export { sdkActionOf } from './sdk-action';
export { sdkMemberName } from './sdk-member-name';
export {
  errorsInModel,
  errorsOfAction,
  inputShape,
  outputShape,
  shapesSource,
  type MemberNames,
  type ShapesSource,
} from './shapes/shapes';
export { apiResultShape } from './shapes/api-result-shape';
export { taskResultShape } from './shapes/task-result-shape';
export type { ListShape, MapShape, NumberShape, PlainShape, Shape, StructureShape, TextShape } from './shapes/shape';
export { parametersShapeOf } from './parameters/parameters-shape';
export { parameterFaults } from './parameters/parameter-faults';
export type { MissingFault, NameFault, ParameterFault, ValueFault } from './parameters/parameter-fault';
export { sdkActionFault, type SdkActionFault } from './sdk-action-fault';
export { partitionOf } from './partition';
export { resourceLiteralsIn, type ResourceLiteral, type TextPart } from './arn-literals';
export { madeTextOf } from './parameters/made-text';
