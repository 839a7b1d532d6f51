/** Where a part of an expression stands: offsets into the expression's own text; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
