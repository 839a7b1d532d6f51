/** What an expression parser found wrong, with offsets into the expression's own text; `end` is exclusive. */
export interface ExpressionProblem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** Parsing an expression never throws. `value` is there exactly when there are no problems. */
export type ExpressionResult<T> =
  | { readonly value: T; readonly problems: readonly [] }
  | { readonly value?: undefined; readonly problems: readonly ExpressionProblem[] };
