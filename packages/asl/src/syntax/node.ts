import { isUnknown, type Json, type Located, type LocatedString, type Range } from '../text/located';
import {
  childKey,
  isOfNodes,
  type ExclusiveFields,
  type FieldSpec,
  type FieldTable,
  type QueryLanguage,
} from './field-spec';
import { placeBelow, rangeFrom, type Field } from './field';

export interface NodeInit {
  readonly located: Located;
  readonly parent: AslNode | undefined;
  /** The place below the parent: `States/Pay`, `Retry[0]`. */
  readonly segment: string;
  /** The text that names the node: a state's name; undefined for nodes without one. */
  readonly key: LocatedString | undefined;
}

const none: readonly never[] = [];

/** A map of fewer fields costs more than it saves. */
const mostToLookThrough = 12;

/** What every node of the tree has. Child nodes are in properties named like the field in lower case (`retry`). */
export abstract class AslNode {
  declare readonly type: string;
  readonly located: Located;
  readonly parent: AslNode | undefined;
  readonly segment: string;
  readonly key: LocatedString | undefined;
  readonly range: Range;
  /** All members in the order written, duplicates included. */
  fields: readonly Field[] = none;
  /** All child nodes, in the order of the field table. The same nodes are in properties of their own: `retry`. */
  children: readonly AslNode[] = none;
  #fieldsByName: ReadonlyMap<string, Field> | undefined;
  #queryLanguage: QueryLanguage | undefined;
  #findings: Map<unknown, unknown> | undefined;

  constructor(init: NodeInit) {
    this.located = init.located;
    this.parent = init.parent;
    this.segment = init.segment;
    this.key = init.key;
    this.range = init.key ? rangeFrom(init.key, init.located) : init.located.range;
  }

  /** The fields that a node of this type may have. */
  get fieldTable(): FieldTable {
    return (this.constructor as NodeClass<this>).table;
  }

  get exclusiveFields(): readonly ExclusiveFields[] {
    return (this.constructor as NodeClass<this>).exclusive;
  }

  /** The fields that a node of this type must have, in the order of the table. */
  get requiredFields(): readonly string[] {
    return (this.constructor as NodeClass<this>).required;
  }

  /** The member of that name; of duplicates the last, as JSON parsers have it. */
  field(name: string): Field | undefined {
    const { fields } = this;
    if (fields.length > mostToLookThrough) return this.#fieldByName(name);
    // Asked a hundred times for each state, so no function is made for `findLast`.
    for (let index = fields.length - 1; index >= 0; index--) if (fields[index]!.name === name) return fields[index];
    return undefined;
  }

  #fieldByName(name: string): Field | undefined {
    this.#fieldsByName ??= new Map(this.fields.map((field) => [field.name, field]));
    return this.#fieldsByName.get(name);
  }

  has(name: string): boolean {
    return this.field(name) !== undefined;
  }

  /** The node, or the name of a member, is only known after deployment, so any field may be there. */
  get hasUnknownFields(): boolean {
    return this.located.kind === 'placeholder' || this.fields.some(({ key }) => isUnknown(key));
  }

  /** The same of what the node holds of others: its States, its Branches, its And. */
  get hasUnknownParts(): boolean {
    return (
      this.hasUnknownFields ||
      this.fields.some(({ spec, value }) => value.kind === 'placeholder' && spec !== undefined && isOfNodes(spec))
    );
  }

  /** The query language that the node's fields are written in. */
  get queryLanguage(): QueryLanguage {
    return (this.#queryLanguage ??= this.ownQueryLanguage());
  }

  /** What `queryLanguage` is, found out once: every check of every field asks for it. */
  protected ownQueryLanguage(): QueryLanguage {
    return this.parent?.queryLanguage ?? 'JSONPath';
  }

  get location(): string {
    // Asking the parent twice would take time exponential in the depth.
    return this.parent ? placeBelow(this.parent, this.segment) : '/';
  }

  /**
   * What `find` says of the node, found out once for all who ask. Kept here and not in a WeakMap, whose values V8 takes
   * for alive whenever it collects young objects only.
   */
  once<T>(find: (node: this) => T): T {
    const findings = (this.#findings ??= new Map<unknown, unknown>());
    let found = findings.get(find) as T | undefined;
    if (found === undefined && !findings.has(find)) findings.set(find, (found = find(this)));
    return found as T;
  }

  /** Lets go of what `once` has kept; who asks again has it found again. */
  forget(): void {
    this.#findings = undefined;
  }

  /** The nearest node around this one (or this one) that is of the class. */
  enclosing<T extends AslNode>(kind: abstract new (init: NodeInit) => T): T | undefined {
    return this instanceof kind ? this : this.parent?.enclosing(kind);
  }
}

/** What a node type says of itself, beside making nodes. */
export interface NodeDescription<Fields extends FieldTable> {
  readonly table: Fields;
  readonly exclusive: readonly ExclusiveFields[];
  readonly required: readonly string[];
  /** The fields whose value becomes child nodes, with the property that holds these. */
  readonly childFields: readonly (readonly [name: string, key: string, spec: FieldSpec])[];
}

export interface NodeClass<T extends AslNode> extends NodeDescription<FieldTable> {
  new (init: NodeInit): T;
}

/** The fields of a table as raw JSON, under their ASL names: `task.Resource`, and in selectors `TaskState[Resource=/lambda/]`. */
export type FieldValues<Fields extends FieldTable> = { readonly [Name in keyof Fields]?: Json };

/** What `defineNode` makes: a class with the parent's members and a getter for each field that has no child nodes. */
type Defined<Type extends string, Fields extends FieldTable, Parent> = NodeDescription<Fields> &
  (new (init: NodeInit) => Parent & { readonly type: Type } & FieldValues<Fields>);

/** Makes the base class of a node type from its field table. */
export function defineNode<const Type extends string, Fields extends FieldTable, Parent extends AslNode>(
  type: Type,
  fields: Fields,
  exclusive: readonly ExclusiveFields[],
  parent: abstract new (init: NodeInit) => Parent,
): Defined<Type, Fields, Parent> {
  const childFields = Object.entries(fields).flatMap(([name, spec]) => {
    const key = childKey(name, spec);
    return key ? [[name, key, spec] as const] : [];
  });
  class Node extends (parent as unknown as new (init: NodeInit) => AslNode) {
    static readonly table = fields;
    static readonly exclusive = exclusive;
    static readonly required = Object.keys(fields).filter((name) => fields[name]!.required);
    static readonly childFields = childFields;
  }
  Object.defineProperty(Node.prototype, 'type', { value: type, enumerable: true });
  for (const [name, spec] of Object.entries(fields)) {
    if (childKey(name, spec)) continue;
    Object.defineProperty(Node.prototype, name, {
      get(this: AslNode) {
        return this.field(name)?.json;
      },
    });
  }
  return Node as unknown as Defined<Type, Fields, Parent>;
}
