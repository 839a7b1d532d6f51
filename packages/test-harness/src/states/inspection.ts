import type { Json } from '@stepproof/asl';

/** Where TestState looks at the data on its way through a state: the names are those of its `inspectionData`. */
export type InspectionPoint =
  | 'afterInputPath'
  | 'afterParameters'
  | 'afterArguments'
  | 'afterItemsPath'
  | 'afterItemSelector'
  | 'afterItemBatcher'
  | 'result'
  | 'afterResultSelector'
  | 'afterResultPath'
  | 'maxConcurrency'
  | 'toleratedFailureCount'
  | 'toleratedFailurePercentage';

export type Inspection = Map<InspectionPoint, Json>;
