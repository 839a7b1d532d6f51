import type { JsonPath } from '../json-path/ast';
import type { Span } from '../span';

/** `States.Format('...', $.name)` */
export interface IntrinsicCall extends Span {
  readonly kind: 'call';
  readonly name: string;
  readonly arguments: readonly IntrinsicArgument[];
}

export interface IntrinsicString extends Span {
  readonly kind: 'string';
  /** The text with its escapes resolved. */
  readonly value: string;
  /** The same text cut at each unescaped `{}`: what States.Format puts its arguments between. */
  readonly parts: readonly string[];
}

export type IntrinsicLiteral =
  | IntrinsicString
  | ({ readonly kind: 'number'; readonly value: number } & Span)
  | ({ readonly kind: 'boolean'; readonly value: boolean } & Span)
  | ({ readonly kind: 'null'; readonly value: null } & Span);

/** `${Token}` as a whole argument: known only after deployment. */
export interface IntrinsicPlaceholder extends Span {
  readonly kind: 'placeholder';
  readonly text: string;
}

export type IntrinsicArgument = IntrinsicCall | IntrinsicLiteral | IntrinsicPlaceholder | JsonPath;
