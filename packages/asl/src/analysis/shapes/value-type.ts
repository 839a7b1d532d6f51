import type { Part } from './parts';

/** The types of JSON, as messages call them. */
export const valueTypes = ['string', 'number', 'boolean', 'null', 'object', 'array'] as const;

export type ValueType = (typeof valueTypes)[number];

export const typeOf = (part: Part): ValueType => (part.kind === 'scalar' ? part.type : part.kind);
