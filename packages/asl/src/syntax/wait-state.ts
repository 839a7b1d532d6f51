import { anyState, assignment, inputOutput, nextOrEnd, transition } from './common-fields';
import { maxSeconds, type FieldTable } from './field-spec';
import { defineNode } from './node';
import { StateNode } from './state';

const waitFields = {
  ...anyState,
  ...transition,
  ...inputOutput,
  ...assignment,
  Seconds: { is: 'integer', min: 0, max: maxSeconds, jsonata: true },
  Timestamp: { is: 'timestamp', jsonata: true },
  SecondsPath: { is: 'reference-path', language: 'JSONPath' },
  TimestampPath: { is: 'reference-path', language: 'JSONPath' },
} as const satisfies FieldTable;

/** Waits for a time or until one. */
export class WaitState extends defineNode(
  'WaitState',
  waitFields,
  [nextOrEnd, { fields: ['SecondsPath', 'Seconds', 'TimestampPath', 'Timestamp'], required: true }],
  StateNode,
) {}
