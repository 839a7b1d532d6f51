import type { Span } from '../span';

/** A name without anything to be found in: `phone`, `$` or `$$`. */
export interface TopLevelReference extends Span {
  readonly name: string;
}

/** `$states.input`; `member` is undefined where `$states` is used whole. */
export interface StatesReference extends Span {
  readonly member: string | undefined;
}

/** `$name` that the expression does not bind: a variable of the state machine or a function used as a value. */
export interface VariableReference extends Span {
  readonly name: string;
}

/** `$name(...)` where the expression does not bind the name. */
export interface FunctionCall extends Span {
  readonly name: string;
  /** How many arguments it is given, the left side of `~>` included. */
  readonly arguments: number;
}

/** What an expression refers to beyond itself, each list in the order of the text. */
export interface JsonataReferences {
  readonly topLevel: readonly TopLevelReference[];
  readonly states: readonly StatesReference[];
  readonly variables: readonly VariableReference[];
  readonly calls: readonly FunctionCall[];
}

export const noReferences: JsonataReferences = { topLevel: [], states: [], variables: [], calls: [] };
