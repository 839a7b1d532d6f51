import type { Span } from '../span';

/** What a path starts from: `$`, `$$`, `$name`, or, inside a filter, `@`. */
export type PathRoot =
  | { readonly kind: 'input' }
  | { readonly kind: 'context' }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'current' };

/** `.name` or `['name']`; `name` has its escapes resolved. */
export interface NameSegment extends Span {
  readonly kind: 'name';
  readonly name: string;
}

/** `['a','b']`: at the end of a path one object with those members, elsewhere one match for each name. */
export interface NamesSegment extends Span {
  readonly kind: 'names';
  readonly names: readonly string[];
}

/** `[0]`; a negative index counts from the end. */
export interface IndexSegment extends Span {
  readonly kind: 'index';
  readonly index: number;
}

/** `[0,2]` */
export interface IndexesSegment extends Span {
  readonly kind: 'indexes';
  readonly indexes: readonly number[];
}

/** `[from:to]`, one of the two may be missing. Jayway reads a third number, `[0:9:2]`, and ignores it. */
export interface SliceSegment extends Span {
  readonly kind: 'slice';
  readonly from?: number;
  readonly to?: number;
  readonly ignoredStep?: number;
}

/** `.*` or `[*]` */
export interface WildcardSegment extends Span {
  readonly kind: 'wildcard';
}

/** `..`: the segment after it is applied to the value and everything below it. */
export interface DescendantsSegment extends Span {
  readonly kind: 'descendants';
}

/** `[?(...)]` */
export interface FilterSegment extends Span {
  readonly kind: 'filter';
  readonly condition: FilterCondition;
}

/** `.length()`, always the last segment. */
export interface FunctionSegment extends Span {
  readonly kind: 'function';
  readonly name: PathFunctionName;
  readonly arguments: readonly FilterOperand[];
}

export type PathSegment =
  | NameSegment
  | NamesSegment
  | IndexSegment
  | IndexesSegment
  | SliceSegment
  | WildcardSegment
  | DescendantsSegment
  | FilterSegment
  | FunctionSegment;

export interface JsonPath extends Span {
  readonly kind: 'path';
  /** The path as written. */
  readonly text: string;
  readonly root: PathRoot;
  readonly segments: readonly PathSegment[];
}

/** The functions of Jayway's PathFunctionFactory. */
export const pathFunctionNames = [
  'append',
  'avg',
  'concat',
  'distinct',
  'first',
  'index',
  'keys',
  'last',
  'length',
  'max',
  'min',
  'size',
  'stddev',
  'sum',
] as const;
export type PathFunctionName = (typeof pathFunctionNames)[number];

/** Jayway's operators between words; they are written in any case and kept here in lower case. */
export const wordOperators = [
  'in',
  'nin',
  'contains',
  'all',
  'size',
  'type',
  'empty',
  'subsetof',
  'anyof',
  'noneof',
] as const;
/** Longest first, so that `==` is not read as half of `===`. */
export const symbolOperators = ['===', '!==', '==', '!=', '<=', '>=', '=~', '<', '>'] as const;
export type FilterOperator = (typeof wordOperators)[number] | (typeof symbolOperators)[number];

export type FilterCondition =
  | ({ readonly kind: 'or' | 'and'; readonly operands: readonly FilterCondition[] } & Span)
  | ({ readonly kind: 'not'; readonly operand: FilterCondition } & Span)
  | ({ readonly kind: 'exists'; readonly path: JsonPath } & Span)
  | ({
      readonly kind: 'comparison';
      readonly operator: FilterOperator;
      readonly left: FilterOperand;
      readonly right: FilterOperand;
    } & Span);

export type FilterOperand = JsonPath | PathLiteral;

/** A constant inside a filter or a function call. */
export type PathLiteral =
  /** `quoted: false` is `@.tier == GOLD`, which published definitions use. */
  | ({ readonly kind: 'string'; readonly value: string; readonly quoted: boolean } & Span)
  | ({ readonly kind: 'number'; readonly value: number } & Span)
  | ({ readonly kind: 'boolean'; readonly value: boolean } & Span)
  | ({ readonly kind: 'null'; readonly value: null } & Span)
  /** `/pattern/flags`, in Java's dialect: it need not be a JavaScript pattern. */
  | ({ readonly kind: 'regex'; readonly pattern: string; readonly flags: string } & Span)
  | ({ readonly kind: 'array'; readonly items: readonly PathLiteral[] } & Span)
  | ({ readonly kind: 'object'; readonly entries: readonly (readonly [string, PathLiteral])[] } & Span);
