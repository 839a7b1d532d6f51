import { anyState, assignment, inputOutput, nextOrEnd, result, transition } from './common-fields';
import type { FieldTable } from './field-spec';
import { defineNode } from './node';
import { recovery, type Catcher, type Retrier } from './recovery';
import { Branch } from './scope';
import { StateNode } from './state';

const parallelFields = {
  ...anyState,
  ...transition,
  ...inputOutput,
  ...assignment,
  ...result,
  ...recovery,
  Parameters: { is: 'payload-template', language: 'JSONPath', anyJson: true },
  Arguments: { is: 'jsonata-template', language: 'JSONata', object: true },
  Branches: { is: 'nodes', node: () => Branch, required: true, nonEmpty: true },
} as const satisfies FieldTable;

/** Runs all its branches with the same input. */
export class ParallelState extends defineNode('ParallelState', parallelFields, [nextOrEnd], StateNode) {
  declare readonly retry: readonly Retrier[];
  declare readonly catch: readonly Catcher[];
  declare readonly branches: readonly Branch[];
}
