import type { LocatedBoolean, LocatedNull, LocatedNumber, LocatedString, Range } from '../../text/located';

/**
 * An expression of Terraform's language as far as it can be followed without Terraform
 * (https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#expressions). Places are offsets of the file.
 */
export type HclExpression =
  HclLiteral | HclTemplate | HclObject | HclTuple | HclCall | HclReference | HclConditional | HclUnknown;

/** A number, `true`, `false` or `null`. */
export interface HclLiteral {
  readonly kind: 'literal';
  readonly value: LocatedNumber | LocatedBoolean | LocatedNull;
  readonly range: Range;
}

/** Text in quotes, or a heredoc. */
export interface HclTemplate {
  readonly kind: 'template';
  /** With `${...}` for what is put in. Undefined when template directives (`%{ if ... }`) decide what the text is. */
  readonly value: LocatedString | undefined;
  /** Where the lines of a heredoc stand. */
  readonly lines?: Range | undefined;
  /** What `"${...}"` with nothing beside it stands for: the value itself, whatever its type. */
  readonly only?: HclExpression | undefined;
  readonly range: Range;
}

export interface HclMember {
  /** A text for a name without quotes. */
  readonly key: LocatedString | HclExpression;
  readonly value: HclExpression;
}

export interface HclObject {
  readonly kind: 'object';
  readonly members: readonly HclMember[];
  readonly range: Range;
}

export interface HclTuple {
  readonly kind: 'tuple';
  readonly items: readonly HclExpression[];
  readonly range: Range;
}

export interface HclCall {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly HclExpression[];
  /** `f(list...)`: the last argument stands for any number of them. */
  readonly expands: boolean;
  readonly range: Range;
}

/** `local.retry.lambda`: a name and the attributes behind it. */
export interface HclReference {
  readonly kind: 'reference';
  readonly path: readonly string[];
  readonly range: Range;
}

/** `condition ? a : b`: which of them it is only Terraform knows. Of `a ? b : c ? d : e` there are three. */
export interface HclConditional {
  readonly kind: 'conditional';
  readonly choices: readonly HclExpression[];
  readonly range: Range;
}

/** An operator, a `for`, an index that is computed: only Terraform knows what it gives. */
export interface HclUnknown {
  readonly kind: 'unknown';
  readonly range: Range;
}
