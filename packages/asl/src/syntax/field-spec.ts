/**
 * The vocabulary of the field tables. One table per node type says which fields it has and what each may hold; the
 * parser, the types, the validity checks, the expression finder and the JSON Schema for editors all read these tables.
 */
import type { AslNode, NodeClass } from './node';

export type QueryLanguage = 'JSONPath' | 'JSONata';

/** What a field may hold. */
export type ValueSpec =
  | { readonly is: 'string'; readonly maxLength?: number }
  | { readonly is: 'integer' | 'number'; readonly min: number; readonly max?: number }
  | { readonly is: 'boolean' }
  | { readonly is: 'enum'; readonly values: readonly string[] }
  /** A constant ARN that names the work of a Task, an ItemReader or a ResultWriter. */
  | { readonly is: 'resource'; readonly values?: readonly string[] }
  | { readonly is: 'timestamp' }
  /** A Path: definite or not, from the input `$`, the context `$$` or a variable. */
  | { readonly is: 'path' }
  /** A Reference Path: names one node. `roots` says which roots are allowed beside `$`. */
  | { readonly is: 'reference-path'; readonly context?: false; readonly variable?: false }
  /** A Reference Path, or an intrinsic function call that returns a string. */
  | { readonly is: 'path-or-intrinsic' }
  /** JSON whose keys ending in `.$` are paths or intrinsic calls; the other query language's counterpart is `template`. */
  | { readonly is: 'payload-template'; readonly anyJson?: true }
  /** JSON in which every string may be a JSONata expression. */
  | { readonly is: 'jsonata-template'; readonly object?: true }
  /** `payload-template` under JSONPath, `jsonata-template` under JSONata. */
  | { readonly is: 'template'; readonly anyJson?: true }
  /** The variables to assign: a template whose top-level keys are names. */
  | { readonly is: 'assignments' }
  /** JSON that is taken literally. */
  | { readonly is: 'literal' }
  | { readonly is: 'condition' }
  /** The name of a state in the same States object. */
  | { readonly is: 'state-name' }
  | { readonly is: 'strings'; readonly nonEmpty?: true }
  | { readonly is: 'states' }
  | { readonly is: 'node'; readonly node: () => NodeClass<AslNode>; readonly as?: string }
  | { readonly is: 'nodes'; readonly node: () => NodeClass<AslNode>; readonly nonEmpty?: true; readonly as?: string };

export interface FieldOptions {
  readonly required?: true;
  /** The only query language in which the field exists. */
  readonly language?: QueryLanguage;
  /** Under JSONata the value may be a `{% %}` string instead. */
  readonly jsonata?: true;
  /** `null` is a value of its own (InputPath, ResultPath, OutputPath). */
  readonly nullable?: true;
}

export type FieldSpec = ValueSpec & FieldOptions;
export type FieldTable = Readonly<Record<string, FieldSpec>>;

/** Fields of which at most one may be given; `required` makes it exactly one. */
export interface ExclusiveFields {
  readonly fields: readonly string[];
  readonly required?: true;
}

/** Whether the value is an object or an array, and never a text. */
export const isOfNodes = ({ is }: ValueSpec): boolean => ofNodes.has(is);
const ofNodes: ReadonlySet<ValueSpec['is']> = new Set(['node', 'nodes', 'states', 'strings', 'assignments']);

/** The greatest number of seconds that any ASL field takes (developer guide). */
export const maxSeconds = 99_999_999;

/** The property under which a node keeps the child nodes of a field: `Retry` is in `retry`, `Iterator` in `itemProcessor`. */
export function childKey(name: string, spec: FieldSpec): string | undefined {
  if (spec.is === 'states') return 'states';
  if (spec.is !== 'node' && spec.is !== 'nodes') return undefined;
  return spec.as ?? name.charAt(0).toLowerCase() + name.slice(1);
}
