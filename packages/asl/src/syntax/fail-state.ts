import { anyState } from './common-fields';
import type { FieldTable } from './field-spec';
import { defineNode } from './node';
import { StateNode } from './state';

const failFields = {
  ...anyState,
  Error: { is: 'string', jsonata: true },
  Cause: { is: 'string', jsonata: true },
  ErrorPath: { is: 'path-or-intrinsic', language: 'JSONPath' },
  CausePath: { is: 'path-or-intrinsic', language: 'JSONPath' },
} as const satisfies FieldTable;

/** Ends its scope with an error. */
export class FailState extends defineNode(
  'FailState',
  failFields,
  [{ fields: ['Error', 'ErrorPath'] }, { fields: ['Cause', 'CausePath'] }],
  StateNode,
) {}
