/**
 * The tree that the `jsonata` package (2.0.6) makes of an expression, as far as its evaluator and we read it. The
 * package's own types fold all kinds of nodes into one.
 */

interface NodeBase {
  /** The offset behind the node's first token, unless stated otherwise; literals inside arrays have none. */
  readonly position?: number;
  /** `[...]` behind a node that is no step of a path. */
  readonly predicate?: readonly JsonataStage[];
  /** `[...]` behind a step of a path. */
  readonly stages?: readonly JsonataStage[];
  /** `{...}` behind a node. */
  readonly group?: { readonly lhs: readonly JsonataPair[] };
  /** `@$name` behind a step. */
  readonly focus?: string;
  /** `#$name` behind a step. */
  readonly index?: string;
}

export type JsonataPair = readonly [key: JsonataNode, value: JsonataNode];

export type JsonataStage =
  { readonly type: 'filter'; readonly expr: JsonataNode } | { readonly type: 'index'; readonly value: string };

export interface JsonataPathNode extends NodeBase {
  readonly type: 'path';
  readonly steps: readonly JsonataNode[];
}

/** `position` is behind the name, and behind the closing quote of a quoted one. */
export interface JsonataName extends NodeBase {
  readonly type: 'name';
  readonly value: string;
}

/** `$name` without its `$`: '' is the context and '$' the input of the expression. */
export interface JsonataVariable extends NodeBase {
  readonly type: 'variable';
  readonly value: string;
}

export interface JsonataLiteral extends NodeBase {
  readonly type: 'string' | 'number' | 'value' | 'regex';
  readonly value: unknown;
}

/** `*`, `**`, `%`, and the `?` of a partial application. */
export interface JsonataSymbol extends NodeBase {
  readonly type: 'wildcard' | 'descendant' | 'parent' | 'operator';
}

export interface JsonataBinary extends NodeBase {
  readonly type: 'binary';
  readonly value: string;
  readonly lhs: JsonataNode;
  readonly rhs: JsonataNode;
}

export type JsonataUnary = NodeBase & { readonly type: 'unary' } & (
    | { readonly value: '-'; readonly expression: JsonataNode }
    | { readonly value: '['; readonly expressions: readonly JsonataNode[] }
    | { readonly value: '{'; readonly lhs: readonly JsonataPair[] }
  );

/** `lhs ~> rhs` */
export interface JsonataApply extends NodeBase {
  readonly type: 'apply';
  readonly lhs: JsonataNode;
  readonly rhs: JsonataNode;
}

/** `$name := rhs` */
export interface JsonataBind extends NodeBase {
  readonly type: 'bind';
  readonly lhs: JsonataVariable;
  readonly rhs: JsonataNode;
}

/** `procedure(arguments)`; `partial` if an argument is `?`. */
export interface JsonataCall extends NodeBase {
  readonly type: 'function' | 'partial';
  readonly procedure: JsonataNode;
  readonly arguments: readonly JsonataNode[];
}

/** `function($a, $b) { body }`; a `thunk` stands for a call in tail position and has no source of its own. */
export interface JsonataLambda extends NodeBase {
  readonly type: 'lambda';
  readonly arguments: readonly JsonataVariable[];
  readonly body: JsonataNode;
  readonly thunk?: boolean;
}

export interface JsonataCondition extends NodeBase {
  readonly type: 'condition';
  readonly condition: JsonataNode;
  readonly then: JsonataNode;
  readonly else?: JsonataNode;
}

/** `| pattern | update, delete |` */
export interface JsonataTransform extends NodeBase {
  readonly type: 'transform';
  readonly pattern: JsonataNode;
  readonly update: JsonataNode;
  readonly delete?: JsonataNode;
}

/** `( a; b )` */
export interface JsonataBlock extends NodeBase {
  readonly type: 'block';
  readonly expressions: readonly JsonataNode[];
}

/** `^( a, >b )` as a step of a path. */
export interface JsonataSort extends NodeBase {
  readonly type: 'sort';
  readonly terms: readonly { readonly descending: boolean; readonly expression: JsonataNode }[];
}

export type JsonataNode =
  | JsonataPathNode
  | JsonataName
  | JsonataVariable
  | JsonataLiteral
  | JsonataSymbol
  | JsonataBinary
  | JsonataUnary
  | JsonataApply
  | JsonataBind
  | JsonataCall
  | JsonataLambda
  | JsonataCondition
  | JsonataTransform
  | JsonataBlock
  | JsonataSort;
