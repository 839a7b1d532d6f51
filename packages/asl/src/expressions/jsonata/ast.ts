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
  /** Whether `[]` follows the node: one result stays an array. */
  readonly keepArray?: boolean;
  /** Whether the steps from this one on carry bindings: of `@$name`, of `#$name`, or of a parent that `%` asks for. */
  readonly tuple?: boolean;
  /** The binding that holds what this step started from, for a `%` behind it. */
  readonly ancestor?: AncestorSlot;
}

/** The name under which a `%` finds the parent; no variable can have it. */
export interface AncestorSlot {
  readonly label: string;
}

export type JsonataPair = readonly [key: JsonataNode, value: JsonataNode];

export type JsonataStage =
  { readonly type: 'filter'; readonly expr: JsonataNode } | { readonly type: 'index'; readonly value: string };

export interface JsonataPathNode extends NodeBase {
  readonly type: 'path';
  readonly steps: readonly JsonataNode[];
  /** Whether `[]` follows one of the steps. */
  readonly keepSingletonArray?: boolean;
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
  readonly type: 'string' | 'number' | 'value';
  readonly value: unknown;
}

/** `/pattern/flags`, compiled with the flag "g". */
export interface JsonataRegex extends NodeBase {
  readonly type: 'regex';
  readonly value: RegExp;
}

/** `*`, `**`, and the `?` of a partial application. */
export interface JsonataSymbol extends NodeBase {
  readonly type: 'wildcard' | 'descendant' | 'operator';
}

/** `%` */
export interface JsonataParent extends NodeBase {
  readonly type: 'parent';
  readonly slot: AncestorSlot;
}

export interface JsonataBinary extends NodeBase {
  readonly type: 'binary';
  readonly value: string;
  readonly lhs: JsonataNode;
  readonly rhs: JsonataNode;
}

export type JsonataUnary = NodeBase & { readonly type: 'unary' } & (
    | { readonly value: '-'; readonly expression: JsonataNode }
    /** `consarray`: as a step of a path it makes one array for each item, which is not flattened. */
    | { readonly value: '['; readonly expressions: readonly JsonataNode[]; readonly consarray?: boolean }
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

/** Checks the arguments of a function by its signature, `<s-n?:s>`; the context may stand in for a missing one. */
export interface JsonataSignature {
  /** The signature as it is written. */
  readonly definition?: string;
  validate(values: readonly unknown[], context: unknown): unknown[];
}

/** `function($a, $b)<nn:n> { body }`; a `thunk` stands for a call in tail position and has no source of its own. */
export interface JsonataLambda extends NodeBase {
  readonly type: 'lambda';
  readonly arguments: readonly JsonataVariable[];
  readonly body: JsonataNode;
  readonly thunk?: boolean;
  readonly signature?: JsonataSignature;
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
  | JsonataRegex
  | JsonataSymbol
  | JsonataParent
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
