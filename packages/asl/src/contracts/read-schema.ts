import { nearest } from '../expressions/nearest';
import { memberOf, type Json, type Located, type LocatedObject } from '../text/located';
import { toJson } from '../text/value';
import type { ContractProblem, JsonSchema } from '../syntax/contract';
import type { ContractFiles, ContractSource } from './contract-source';
import { pointerTo } from '../text/pointer';
import {
  draftOf,
  draftUris,
  schemaContainers,
  schemaKeywords,
  unsupportedKeywords,
  type Draft,
} from './schema-keywords';
import { keywordFault } from './keyword-fault';
import { targetOf, type Place } from './schema-reference';

/** A schema with all that it refers to, or what is wrong with it. */
export type ReadSchema =
  { readonly schema: JsonSchema } | { readonly problems: readonly [ContractProblem, ...ContractProblem[]] };

/** A keyword that only one draft has, or has so. */
interface DraftUse {
  readonly draft: Draft;
  readonly problem: ContractProblem;
}

/**
 * Reads a schema out of its document, with what it refers to in this document and in local files. Says what is wrong:
 * words that are nearly keywords, values that a keyword cannot have, references that lead nowhere.
 */
export function readSchema(value: Located, source: ContractSource, pointer: string, files: ContractFiles): ReadSchema {
  return new SchemaReader(files).read(value, { source, pointer, root: source.root ?? value });
}

/** Deeper schemas, or references, are taken for a mistake. */
const maxDepth = 100;

class SchemaReader {
  readonly #files: ContractFiles;
  readonly #problems: ContractProblem[] = [];
  readonly #definitions = new Map<Located, string>();
  readonly #defs: Record<string, JsonSchema> = {};
  readonly #draftUses: DraftUse[] = [];
  #draft: Draft | undefined;

  constructor(files: ContractFiles) {
    this.#files = files;
  }

  read(value: Located, place: Place): ReadSchema {
    this.#noteDraft(place.source.root, place);
    const schema = this.#schema(value, place, 0);
    const draft = this.#draft ?? '2020-12';
    this.#problems.push(...this.#draftUses.filter((use) => use.draft !== draft).map(({ problem }) => problem));
    const [first, ...others] = this.#problems;
    if (first) return { problems: [first, ...others] };
    if (typeof schema === 'boolean') return { schema };
    const defs = Object.keys(this.#defs).length > 0 && { $defs: this.#defs };
    return { schema: { $schema: draftUris[draft], ...schema, ...defs } };
  }

  /** @param chain the schemas that have led here by `$ref` alone */
  #schema(value: Located, place: Place, depth: number, chain: readonly Located[] = []): JsonSchema {
    if (value.kind === 'boolean') return value.value;
    if (value.kind !== 'object')
      return this.#fault(value, place, 'is no JSON Schema; write an object, or true or false');
    if (depth > maxDepth) return this.#fault(value, place, 'is nested too deeply; make it flatter');
    const own = memberOf(value, '$id') ? { ...place, root: value } : place;
    this.#noteDraft(value, place);
    const schema: Record<string, Json> = {};
    for (const { key, value: member } of value.entries) {
      const name = key.value;
      const at = { ...own, pointer: pointerTo(own.pointer, name) };
      if (name === '$ref') schema.$ref = this.#reference(member, at, depth, [...chain, value]);
      else if (!schemaContainers.has(name)) {
        const read = this.#keyword(name, member, at, value, depth);
        if (read !== undefined) schema[name] = read;
      }
    }
    return schema;
  }

  #keyword(name: string, value: Located, place: Place, holder: LocatedObject, depth: number): Json | undefined {
    const keyword = Object.hasOwn(schemaKeywords, name) ? schemaKeywords[name]! : undefined;
    if (!keyword) {
      this.#checkUnknown(name, value, place);
      return undefined;
    }
    const fault = keywordFault(keyword.is, value);
    if (fault !== undefined) return this.#fault(value, place, fault);
    if (keyword.draft) this.#need(keyword.draft, value, place, `is a keyword of draft ${keyword.draft} only`);
    const schema = (part: Located, at: Place): JsonSchema => this.#schema(part, at, depth + 1);
    const below = (step: string | number): Place => ({ ...place, pointer: pointerTo(place.pointer, step) });
    switch (keyword.is) {
      case 'schema':
        return schema(value, place);
      case 'schema-list':
        return value.kind === 'array' ? value.items.map((item, index) => schema(item, below(index))) : undefined;
      case 'schema-or-list': {
        if (value.kind !== 'array') return schema(value, place);
        this.#need('07', value, place, 'is a list, which draft 2020-12 writes as "prefixItems"');
        return value.items.map((item, index) => schema(item, below(index)));
      }
      case 'schemas':
      case 'pattern-schemas':
      case 'dependencies':
        return Object.fromEntries(
          (value as LocatedObject).entries.map(({ key, value: member }) => [
            key.value,
            member.kind === 'array' ? toJson(member) : schema(member, below(key.value)),
          ]),
        );
      case 'strings':
        if (name === 'required') this.#checkRequired(value, place, holder);
        return toJson(value);
      default:
        return toJson(value);
    }
  }

  /** A name that is required but not described is allowed; one that is a slip of one that is described is not meant. */
  #checkRequired(value: Located, place: Place, holder: LocatedObject): void {
    const properties = memberOf(holder, 'properties');
    if (value.kind !== 'array' || properties?.kind !== 'object') return;
    const names = properties.entries.map(({ key }) => key.value);
    const required = value.items.flatMap((item) => (item.kind === 'string' ? [item.value] : []));
    for (const [index, item] of value.items.entries()) {
      if (item.kind !== 'string' || names.includes(item.value)) continue;
      const meant =
        item.value.length > 2
          ? nearest(
              item.value,
              names.filter((name) => !required.includes(name)),
            )
          : undefined;
      const at = { ...place, pointer: pointerTo(place.pointer, index) };
      if (meant !== undefined) {
        this.#fault(item, at, `names "${item.value}", which "properties" does not describe; did you mean "${meant}"?`);
      }
    }
  }

  #checkUnknown(name: string, value: Located, place: Place): void {
    if (unsupportedKeywords.has(name)) {
      this.#fault(value, place, 'is not followed; refer with "$ref": "#/..." or "$ref": "./file.json"');
      return;
    }
    const meant = name.length > 2 ? nearest(name, Object.keys(schemaKeywords)) : undefined;
    // Others are annotations, which say nothing about values.
    if (meant !== undefined) this.#fault(value, place, `is no keyword of JSON Schema; did you mean "${meant}"?`);
  }

  /** Gives the reference into the `$defs` of what is made, and reads what is referred to once. */
  #reference(value: Located, place: Place, depth: number, chain: readonly Located[]): string {
    const none = '#';
    if (value.kind !== 'string') {
      this.#fault(value, place, 'must be a string; write "#/..." or a local file');
      return none;
    }
    const target = targetOf(value.value, place, this.#files);
    if ('fault' in target) this.#fault(value, place, target.fault);
    else if ('problems' in target) this.#problems.push(...target.problems);
    if (!('value' in target)) return none;
    if (chain.includes(target.value)) {
      this.#fault(value, place, 'leads back to itself and describes nothing; let it refer to a schema');
      return none;
    }
    const known = this.#definitions.get(target.value);
    if (known !== undefined) return refTo(known);
    const name = this.#freeName(target.place);
    this.#definitions.set(target.value, name);
    this.#noteDraft(target.place.root, target.place);
    this.#defs[name] = this.#schema(target.value, target.place, depth + 1, chain);
    return refTo(name);
  }

  #freeName({ pointer, source }: Place): string {
    const [last] = pointer.split('/').slice(-1);
    const name = last === undefined || last === '' ? (source.file?.split(/[\\/]/).at(-1) ?? 'root') : last;
    const plain = name.replace(/[^\w.-]/g, '_');
    const taken = new Set(this.#definitions.values());
    if (!taken.has(plain)) return plain;
    let count = 2;
    while (taken.has(`${plain}-${count}`)) count++;
    return `${plain}-${count}`;
  }

  /** The first `$schema` decides, and the others must say the same. */
  #noteDraft(value: Located | undefined, place: Place): void {
    const uri = memberOf(value, '$schema');
    if (uri?.kind !== 'string') return;
    const draft = draftOf(uri.value);
    // A contracts file may name the schema of contracts files.
    if (!draft) {
      if (value !== place.source.root || uri.value.includes('json-schema.org')) {
        this.#fault(
          uri,
          { ...place, pointer: pointerTo(place.pointer, '$schema') },
          `is "${uri.value}"; write the schema in draft 07 or 2020-12`,
        );
      }
      return;
    }
    this.#draft ??= draft;
    if (this.#draft === draft) return;
    this.#fault(
      uri,
      place,
      `is of draft ${draft}, and what refers to it of draft ${this.#draft}; write both in one draft`,
    );
  }

  #need(draft: Draft, value: Located, place: Place, fault: string): void {
    const remedy = `name the draft: "$schema": "${draftUris[draft]}"`;
    this.#draftUses.push({ draft, problem: place.source.problemAt(value, place.pointer, `${fault}; ${remedy}`) });
  }

  #fault(value: Located, { source, pointer }: Place, fault: string): true {
    this.#problems.push(source.problemAt(value, pointer, fault));
    return true;
  }
}

const refTo = (name: string): string => `#/$defs/${name}`;
