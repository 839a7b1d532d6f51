import { anyState, inputOutput } from './common-fields';
import type { FieldTable } from './field-spec';
import { defineNode } from './node';
import { StateNode } from './state';

const succeedFields = { ...anyState, ...inputOutput } as const satisfies FieldTable;

/** Ends its scope with success. */
export class SucceedState extends defineNode('SucceedState', succeedFields, [], StateNode) {}
