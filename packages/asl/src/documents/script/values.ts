import type { Node, ObjectExpression } from '@babel/types';
import { maxDepth, maxValues } from '../../text/limits';
import type { DuplicateKey, Located, LocatedEntry } from '../../text/located';
import { leaf, measured, type Built } from '../built';
import { standIn, stringOf } from '../joined-text';
import { rangeOf } from './parse-script';
import { ScriptConstants } from './constants';
import type { ScriptEdits } from './edits';
import { ScriptKeys } from './keys';
import { ScriptNumbers } from './numbers';
import { ScriptTexts, type ScriptText } from './texts';
import type { ScriptTree } from './tree';
import { tokenOf, unknownValue } from './unknown';

/**
 * What expressions of a source are, as far as it says so literally. Constants of the file are followed, and a value that
 * several places share is one node, like that of a YAML anchor. Everything else is a placeholder. So is an object that
 * takes members from elsewhere (a spread, a computed name) or an array that takes items: nothing can be said of what it lacks.
 */
export class ScriptValues {
  readonly duplicateKeys: DuplicateKey[] = [];
  private readonly source: string;
  private readonly constants: ScriptConstants;
  private readonly numbers: ScriptNumbers;
  private readonly texts: ScriptTexts;
  private readonly keys: ScriptKeys;
  private readonly built = new Map<Node, Built | undefined>();
  private depth = 0;

  constructor(source: string, tree: ScriptTree, edits: ScriptEdits) {
    this.source = source;
    this.constants = new ScriptConstants(tree);
    this.numbers = new ScriptNumbers(this.constants);
    this.texts = new ScriptTexts(source, this.constants, this.numbers, edits);
    this.keys = new ScriptKeys(source, this.texts, edits);
  }

  of(node: Node): Located {
    return this.build(node).value;
  }

  /** The text that an expression makes; undefined for no text. */
  textOf(node: Node): ScriptText | undefined {
    return this.texts.of(node);
  }

  /** What a constant, or a member of one, stands for; the node itself where that is not known. */
  resolve(node: Node): Node {
    return this.constants.resolve(node);
  }

  /** Whether the source has the word in the expression itself, whatever constants bring in. */
  mentions(node: Node, word: string): boolean {
    return this.source.slice(...rangeOf(node)).includes(word);
  }

  private build(given: Node, isStates = false): Built {
    const node = this.resolve(given);
    if (!this.built.has(node)) {
      // A constant that holds itself
      this.built.set(node, undefined);
      if (this.depth >= maxDepth) return leaf(this.unknown(node));
      this.depth++;
      const built = this.builtFrom(node, isStates);
      this.depth--;
      this.built.set(node, built.size > maxValues ? undefined : built);
    }
    const built = this.built.get(node);
    // What nests deeper than anybody who walks the tree may recurse is not known; what is around it is.
    return built && this.depth + built.height <= maxDepth ? built : leaf(this.unknown(given));
  }

  private builtFrom(node: Node, isStates: boolean): Built {
    if (node.type === 'ObjectExpression') return this.object(node, isStates);
    if (node.type === 'ArrayExpression') return this.array(node.elements, node);
    return leaf(this.scalar(node));
  }

  private scalar(node: Node): Located {
    const range = rangeOf(node);
    if (node.type === 'BooleanLiteral') return { kind: 'boolean', value: node.value, range };
    if (node.type === 'NullLiteral') return { kind: 'null', value: null, range };
    const number = this.numbers.of(node);
    if (number !== undefined) return { kind: 'number', value: number, raw: String(number), range };
    const string = this.texts.of(node);
    if (!string) return this.unknown(node);
    // A template literal that is nothing but `${x}` may be a text of any kind.
    return stringOf(string.text, range);
  }

  private object(node: ObjectExpression, isStates: boolean): Built {
    const members = new Map<string, LocatedEntry>();
    const parts: Built[] = [];
    let isOpen = false;
    const add = (entry: LocatedEntry, built: Built): void => {
      members.set(entry.key.value, entry);
      parts.push(built);
    };
    const duplicates = new Map<string, LocatedEntry['key']>();
    for (const property of node.properties) {
      if (property.type === 'SpreadElement') {
        const spread = this.build(property.argument);
        if (spread.value.kind === 'object') {
          for (const entry of spread.value.entries) members.set(entry.key.value, entry);
          // Its members are members here, one level further out.
          parts.push({ ...spread, height: spread.height - 1 });
        } else if (spread.value.kind !== 'null') {
          isOpen = true;
          if (isStates) add(this.unknownEntry(property), leaf(this.unknown(property)));
        }
        continue;
      }
      const key = this.keys.of(property);
      if (!key) {
        isOpen = true;
        if (isStates) add(this.unknownEntry(property), leaf(this.unknown(property)));
        continue;
      }
      const first = duplicates.get(key.value);
      if (first) this.duplicateKeys.push({ key, first });
      duplicates.set(key.value, first ?? key);
      if (property.type === 'ObjectMethod') {
        add({ key, value: this.unknown(property) }, leaf(this.unknown(property)));
      } else if (isUndefined(property.value)) {
        // JSON has no such value: the member is left out
        members.delete(key.value);
      } else {
        const built = this.build(property.value, key.value === 'States');
        add({ key, value: built.value }, built);
      }
    }
    if (isOpen && !isStates) return leaf(this.unknown(node));
    return { value: { kind: 'object', range: rangeOf(node), entries: [...members.values()] }, ...measured(parts) };
  }

  private unknownEntry(property: Node): LocatedEntry {
    const range = rangeOf(property);
    const token = tokenOf(`${range[0]} ${this.source.slice(...range)}`);
    return { key: stringOf(standIn(token, range), range), value: this.unknown(property) };
  }

  private array(elements: readonly (Node | null)[], node: Node): Built {
    const items: Located[] = [];
    const parts: Built[] = [];
    for (const element of elements) {
      const isSpread = element?.type === 'SpreadElement';
      const built = element ? this.build(isSpread ? element.argument : element) : leaf(this.unknown(node));
      if (!isSpread) items.push(built.value);
      else if (built.value.kind === 'array') for (const item of built.value.items) items.push(item);
      else return leaf(this.unknown(node));
      parts.push(built);
    }
    return { value: { kind: 'array', range: rangeOf(node), items }, ...measured(parts) };
  }

  private unknown(node: Node): Located {
    return unknownValue(node, this.source);
  }
}

const isUndefined = (node: Node): boolean => node.type === 'Identifier' && node.name === 'undefined';
