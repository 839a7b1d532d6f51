import { isUnknown, type Json, type Located, type LocatedEntry, type LocatedString, type Range } from '../text/located';
import { toJson } from '../text/value';
import { expressionsOf, type Expression } from './expression';
import type { FieldSpec } from './field-spec';
import { findLiteralTexts, type LiteralText } from './literals';
import type { AslNode } from './node';

/** A member of a node, known or not. Every member is a Field, also those whose value became child nodes. */
export class Field {
  readonly type = 'Field';
  readonly parent: AslNode;
  readonly name: string;
  readonly key: LocatedString;
  readonly value: Located;
  /** What the field table says of it; undefined for a field that this node does not have. */
  readonly spec: FieldSpec | undefined;
  readonly range: Range;
  #expressions: readonly Expression[] | undefined;
  #literalTexts: readonly LiteralText[] | undefined;

  constructor(parent: AslNode, entry: LocatedEntry, spec: FieldSpec | undefined) {
    this.parent = parent;
    this.name = entry.key.value;
    this.key = entry.key;
    this.value = entry.value;
    this.spec = spec;
    this.range = rangeFrom(entry.key, entry.value);
  }

  /** The value is a placeholder or holds one, so nothing certain can be said of it. */
  get isUnknown(): boolean {
    return isUnknown(this.value);
  }

  /** The value as a program sees it. Named apart from `value` so that selectors read `Field[json=5]`. */
  get json(): Json {
    return toJson(this.value);
  }

  /** AWS's way of writing a place in a definition: `/States/Pay/Retry[0]/MaxAttempts`. */
  get location(): string {
    return placeBelow(this.parent, this.name);
  }

  /** The paths, intrinsic calls and JSONata expressions inside the value. */
  get expressions(): readonly Expression[] {
    return (this.#expressions ??= expressionsOf(this));
  }

  /** The literal texts inside the value, those under its expressions left out. */
  get literalTexts(): readonly LiteralText[] {
    return (this.#literalTexts ??= findLiteralTexts(this));
  }
}

/** Only the name where its value is written before it, as an alias or a local may be. */
export function rangeFrom({ range: name }: Located, { range: value }: Located): Range {
  return name[1] <= value[0] ? [name[0], value[1]] : name;
}

/** AWS's way of writing a place below a node. */
export function placeBelow({ location }: AslNode, segment: string): string {
  return location === '/' ? `/${segment}` : `${location}/${segment}`;
}
