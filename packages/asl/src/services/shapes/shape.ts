/**
 * What a value is that an API takes or gives back, by the names that Step Functions gives to members. A shape may
 * contain itself, as an attribute value of DynamoDB does.
 */
export type Shape = StructureShape | ListShape | MapShape | TextShape | NumberShape | PlainShape;

export interface StructureShape {
  readonly kind: 'structure';
  readonly members: ReadonlyMap<string, Shape>;
  /** The members that must be there, in the order of the API's model. */
  readonly required: readonly string[];
}

export interface ListShape {
  readonly kind: 'list';
  readonly item: Shape;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** An object with names that the caller chooses. */
export interface MapShape {
  readonly kind: 'map';
  readonly value: Shape;
}

/** A blob is text in Step Functions, its limits are bytes; those of a string are characters. */
export interface TextShape {
  readonly kind: 'string' | 'blob';
  /** The values that a string can have; undefined for any. AWS adds values, so that there may be newer ones. */
  readonly values?: readonly string[];
  /** A form that a text is never taken in: `cannot begin with "https://"`, and the instruction to mend it. */
  readonly refused?: { readonly pattern: RegExp; readonly problem: string; readonly remedy: string };
  /** A string that is JSON text. */
  readonly isJson?: true;
  readonly minLength?: number;
  readonly maxLength?: number;
}

export interface NumberShape {
  readonly kind: 'integer' | 'number';
  readonly min?: number;
  readonly max?: number;
}

/** `json` is any value. */
export interface PlainShape {
  readonly kind: 'boolean' | 'timestamp' | 'json';
  /** JSON that the API answers as a text, and Step Functions has read. */
  readonly isParsed?: true;
}
