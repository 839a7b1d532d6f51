import type { Part } from './parts';

/** The types of JSON, as messages call them. */
export type ValueType = 'string' | 'number' | 'boolean' | 'null' | 'object' | 'array';

export const typeOf = (part: Part): ValueType => (part.kind === 'scalar' ? part.type : part.kind);
