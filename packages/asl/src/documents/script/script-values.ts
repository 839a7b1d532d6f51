import type { Expression, Node, ObjectExpression, TemplateLiteral } from '@babel/types';
import { maxDepth, maxValues } from '../../text/limits';
import { type DuplicateKey, type Located, type LocatedEntry, type LocatedText } from '../../text/located';
import { plainString } from '../../text/located-string';
import { leaf, measured, type Built } from '../built';
import { joinTexts, standIn, stringOf } from '../joined-text';
import { keyOf, memberNameOf, rangeOf, withoutTypes } from './parse-script';
import type { ScriptEdits } from './script-edits';
import { locatedLiteral, locatedQuasi } from './script-strings';
import type { ScriptTree } from './script-tree';
import { blanked } from '../../text/placeholder';

/** A text with whether some of it is only known when the source runs. */
export interface ScriptText {
  readonly text: LocatedText;
  readonly isPartial: boolean;
}

/**
 * What expressions of a source are, as far as it says so literally. Constants of the file are followed, and a value that
 * several places share is one node, like that of a YAML anchor. Everything else is a placeholder. So is an object that
 * takes members from elsewhere (a spread, a computed name) or an array that takes items: nothing can be said of what it lacks.
 */
export class ScriptValues {
  readonly duplicateKeys: DuplicateKey[] = [];
  private readonly source: string;
  private readonly tree: ScriptTree;
  private readonly edits: ScriptEdits;
  private readonly built = new Map<Node, Built | undefined>();
  private readonly texts = new Map<Node, ScriptText | undefined>();
  private readonly numbers = new Map<Node, number | undefined>();
  private readonly referents = new Map<Node, Node | undefined>();
  private depth = 0;

  constructor(source: string, tree: ScriptTree, edits: ScriptEdits) {
    this.source = source;
    this.tree = tree;
    this.edits = edits;
  }

  of(node: Node): Located {
    return this.build(node).value;
  }

  /** Whether the source has the word in the expression itself, whatever constants bring in. */
  mentions(node: Node, word: string): boolean {
    return this.source.slice(...rangeOf(node)).includes(word);
  }

  /** Goes on to what a constant, or a member of one, stands for; the node itself where that is not known. */
  resolve(node: Node): Node {
    let resolved = withoutTypes(node);
    for (let step = 0; step < maxSteps; step++) {
      const at = resolved;
      const next = once(this.referents, at, () => this.referentOf(at));
      if (!next) return resolved;
      resolved = withoutTypes(next);
    }
    return resolved;
  }

  private referentOf(node: Node): Node | undefined {
    if (node.type === 'Identifier') return this.tree.constantOf(node.name);
    if (node.type === 'CallExpression' && isFreeze(node)) return node.arguments[0];
    const name = memberNameOf(node);
    if (name === undefined || node.type !== 'MemberExpression') return undefined;
    const object = this.resolve(node.object);
    if (object.type !== 'ObjectExpression' || object.properties.some((property) => keyOf(property) === undefined)) {
      return undefined;
    }
    const property = object.properties.findLast((candidate) => keyOf(candidate) === name);
    return property?.type === 'ObjectProperty' ? property.value : undefined;
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
    const number = this.numberOf(node);
    if (number !== undefined) return { kind: 'number', value: number, raw: String(number), range };
    const string = this.textOf(node);
    if (!string) return this.unknown(node);
    // A template literal that is nothing but `${x}` may be a text of any kind.
    return stringOf(string.text, range);
  }

  /** A number that is written, or the result of arithmetic with such: `5 * 60`. */
  private numberOf(given: Node): number | undefined {
    const node = this.resolve(given);
    return once(this.numbers, node, () => this.computed(node));
  }

  private computed(node: Node): number | undefined {
    if (node.type === 'NumericLiteral') return node.value;
    if (node.type === 'UnaryExpression' && node.operator === '-') {
      const negated = this.numberOf(node.argument);
      return negated === undefined ? undefined : -negated;
    }
    if (node.type !== 'BinaryExpression') return undefined;
    const left = this.numberOf(node.left);
    const right = left === undefined ? undefined : this.numberOf(node.right);
    if (left === undefined || right === undefined) return undefined;
    const result = arithmetic[node.operator]?.(left, right);
    return result !== undefined && Number.isFinite(result) ? result : undefined;
  }

  /** The text that an expression makes, with a placeholder for each part that is not written; undefined for no text. */
  textOf(given: Node): ScriptText | undefined {
    const node = this.resolve(given);
    return once(this.texts, node, () => this.writtenText(node));
  }

  private writtenText(node: Node): ScriptText | undefined {
    switch (node.type) {
      case 'StringLiteral': {
        const text = locatedLiteral(node, this.source);
        this.edits.addString(rangeOf(node));
        return { text, isPartial: false };
      }
      case 'TemplateLiteral':
        return this.templateText(node, false);
      case 'TaggedTemplateExpression':
        return plainTags.has(nameOf(node.tag)) ? this.templateText(node.quasi, nameOf(node.tag) === 'raw') : undefined;
      case 'BinaryExpression':
        return node.operator === '+' ? this.joinedText(node) : undefined;
      default:
        return undefined;
    }
  }

  private templateText({ quasis, expressions }: TemplateLiteral, isRaw: boolean): ScriptText {
    const parts: LocatedText[] = [];
    let isPartial = false;
    for (const [index, quasi] of quasis.entries()) {
      this.edits.addQuasi(rangeOf(quasi), isRaw);
      parts.push(locatedQuasi(quasi, this.source, isRaw));
      const expression = expressions[index];
      const next = quasis[index + 1];
      if (!expression || !next) continue;
      const range = [rangeOf(quasi)[1], rangeOf(next)[0]] as const;
      const known = this.insertedText(expression);
      isPartial ||= known === undefined;
      parts.push(known === undefined ? this.placeholderText(range) : standIn(known, range));
    }
    return { text: joinTexts(parts), isPartial };
  }

  private joinedText(node: Node): ScriptText | undefined {
    const operands: Node[] = [];
    const waiting: Node[] = [node];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const operand = withoutTypes(next);
      if (operand.type === 'BinaryExpression' && operand.operator === '+') waiting.push(operand.right, operand.left);
      else operands.push(operand);
    }
    const texts = operands.map((operand) => ({
      operand,
      written: isWritten(operand) ? this.textOf(operand) : undefined,
    }));
    if (!texts.some(({ written }) => written)) return undefined;
    let isPartial = false;
    const parts = texts.map(({ operand, written }) => {
      const range = rangeOf(operand);
      const known = written ? undefined : this.insertedText(operand);
      isPartial ||= written?.isPartial ?? known === undefined;
      if (written) return written.text;
      return known === undefined ? standIn(tokenOf(this.source.slice(...range)), range) : standIn(known, range);
    });
    return { text: joinTexts(parts), isPartial };
  }

  /** What an expression puts into a text, if it is not so long that nobody has written it. */
  private insertedText(expression: Node): string | undefined {
    const string = this.textOf(expression);
    if (string) return string.isPartial || string.text.value.length > maxInserted ? undefined : string.text.value;
    return this.numberOf(expression)?.toString();
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
      const key = this.locatedKey(property.key, property.computed, 'shorthand' in property && property.shorthand);
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
    const token = tokenOf(`${range[0]} ${this.source.slice(...range)}`.slice(0, maxTokenLength));
    return { key: stringOf(standIn(token, range), range), value: this.unknown(property) };
  }

  private locatedKey(key: Node, computed: boolean, isShorthand: boolean): LocatedEntry['key'] | undefined {
    const range = rangeOf(key);
    if (!computed && !isShorthand) this.edits.addMember(range[0]);
    if (computed) {
      const text = this.textOf(key);
      return text && !text.isPartial ? stringOf(standIn(text.text.value, range), range) : undefined;
    }
    if (key.type === 'StringLiteral') {
      this.edits.addString(range);
      return locatedLiteral(key, this.source);
    }
    if (key.type === 'Identifier') {
      if (!isShorthand) this.edits.addName(range);
      return plainString(key.name, range, range[0], (offset) => offset);
    }
    return key.type === 'NumericLiteral' ? stringOf(standIn(String(key.value), range), range) : undefined;
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
    const range = rangeOf(node);
    return { kind: 'placeholder', text: tokenOf(this.source.slice(...range)), range };
  }

  /** The `${...}` of a template literal, without what would end a JSON string or a placeholder; its length stays. */
  private placeholderText([start, end]: readonly [number, number]): LocatedText {
    const inner = blanked(this.source.slice(start + 2, end - 1));
    return { value: `\${${inner}}`, at: (index) => start + index };
  }
}

const maxSteps = 100;
const maxTokenLength = 80;
const maxInserted = 10_000;

/** Finds out once; what takes part in itself is not known. */
function once<T>(found: Map<Node, T | undefined>, node: Node, find: () => T | undefined): T | undefined {
  if (found.has(node)) return found.get(node);
  found.set(node, undefined);
  const value = find();
  found.set(node, value);
  return value;
}

const tokenOf = (text: string): string => `\${${blanked(text.slice(0, maxTokenLength))}}`;

const isUndefined = (node: Node): boolean => node.type === 'Identifier' && node.name === 'undefined';

const isWritten = ({ type }: Node): boolean =>
  type === 'StringLiteral' || type === 'TemplateLiteral' || type === 'TaggedTemplateExpression';

/** Tags that put in the values and change nothing: `String.raw`, and `interpolate` of Pulumi, which waits for them. */
const plainTags = new Set<string | undefined>(['raw', 'interpolate']);

const nameOf = (tag: Expression): string | undefined => (tag.type === 'Identifier' ? tag.name : memberNameOf(tag));

function isFreeze({ callee }: { readonly callee: Node }): boolean {
  return callee.type === 'MemberExpression' && ['freeze', 'seal'].includes(memberNameOf(callee) ?? '');
}

const arithmetic: Readonly<Record<string, ((left: number, right: number) => number) | undefined>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
};
