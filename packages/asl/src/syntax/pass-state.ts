import { anyState, assignment, inputOutput, nextOrEnd, result, transition } from './common-fields';
import type { FieldTable } from './field-spec';
import { defineNode } from './node';
import { StateNode } from './state';

const passFields = {
  ...anyState,
  ...transition,
  ...inputOutput,
  ...assignment,
  ResultPath: result.ResultPath,
  Result: { is: 'literal', language: 'JSONPath' },
  Parameters: { is: 'payload-template', language: 'JSONPath', anyJson: true },
} as const satisfies FieldTable;

/** Hands on its input, or data made from it. */
export class PassState extends defineNode('PassState', passFields, [nextOrEnd], StateNode) {}
