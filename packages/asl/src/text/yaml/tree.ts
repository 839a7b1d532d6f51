import { isAlias, isMap, isScalar, type Alias, type ParsedNode, type YAMLMap, type YAMLSeq } from 'yaml';
import { longFormOf } from '../cloudformation-tags';
import type { Fault } from '../fault';
import { maxDepth, maxValues, tooDeep } from '../limits';
import type { DuplicateKey, Located, LocatedString, LocatedText, Range } from '../located';
import { plainString } from '../located-string';
import { quoted } from '../quoted';
import type { YamlDocument } from './document';
import { Members } from './members';
import { locatedScalar } from './scalar';

/** What a node became. `end` is where the node itself ends, which for an alias is not where its value ends. */
interface Built {
  readonly value: Located;
  readonly end: number;
  /** How many values it holds, itself included, and how deep they nest. */
  readonly size: number;
  readonly height: number;
}

export interface YamlTree {
  readonly root: Located | undefined;
  readonly faults: readonly Fault[];
  readonly duplicateKeys: readonly DuplicateKey[];
}

/** Tags that say what every value is anyway, such as `!!str`, which the schema has already heeded. */
const standardTag = 'tag:yaml.org,2002:';
const mergeKey = '<<';

/**
 * Turns the nodes of the yaml package into the located tree: aliases and merge keys are followed, and CloudFormation's
 * short tags get the form that the long form has. Recursion is bounded because `composeYaml` refuses deep texts.
 */
export function treeOf(root: ParsedNode, source: LocatedText, document: YamlDocument): YamlTree {
  return new TreeBuilder(source, document).tree(root);
}

class TreeBuilder {
  private readonly text: string;
  private readonly source: LocatedText;
  private readonly document: YamlDocument;
  private readonly faults: Fault[] = [];
  private readonly duplicateKeys: DuplicateKey[] = [];
  /** What each anchor stands for so far; undefined while its own value is being read. */
  private readonly anchors = new Map<string, Built | undefined>();
  private size = 0;
  private depth = 0;
  private refused = false;

  constructor(source: LocatedText, document: YamlDocument) {
    this.source = source;
    this.text = source.value;
    this.document = document;
  }

  tree(node: ParsedNode): YamlTree {
    const { value } = this.build(node);
    return { root: this.refused ? undefined : value, faults: this.faults, duplicateKeys: this.duplicateKeys };
  }

  private build(node: ParsedNode): Built {
    if (isAlias(node)) return this.alias(node);
    const { anchor } = node;
    if (anchor) this.anchors.set(anchor, undefined);
    const before = this.size;
    this.grow(1, node.range[0]);
    const { value, end, height } = this.tagged(node);
    const built = { value, end, height, size: this.size - before };
    if (anchor) this.anchors.set(anchor, built);
    return built;
  }

  private alias(node: Alias.Parsed): Built {
    const [start, end] = node.range;
    const built = this.anchors.get(node.source);
    if (built) {
      this.grow(built.size, start);
      if (this.depth + built.height > maxDepth) this.refuse(tooDeep, start, end);
      return { ...built, end };
    }
    const what = this.anchors.has(node.source) ? 'stands for a value that contains it' : 'has no anchor before it';
    this.report(`The alias ${quoted(`*${node.source}`)} ${what}; write the value out`, start, end);
    return this.single({ kind: 'placeholder', text: `*${node.source}`, range: this.rangeOf(start, end) }, end);
  }

  /** `!Sub x` becomes `{ "Fn::Sub": x }`; a value under a tag that nobody here knows may be anything. */
  private tagged(node: Exclude<ParsedNode, Alias.Parsed>): Omit<Built, 'size'> {
    const tag = node.tag && !node.tag.startsWith(standardTag) && node.tag !== '!' ? this.tagBefore(node) : undefined;
    if (!tag) return this.untagged(node);
    const [start, after] = tag;
    const name = longFormOf(this.text.slice(start, after));
    this.enter(node);
    const { value, end, height } = this.untagged(node);
    this.depth--;
    const range = this.rangeOf(start, Math.max(after, end));
    if (name === undefined) {
      return leaf({ kind: 'placeholder', text: this.text.slice(start, Math.max(after, end)), range }, end);
    }
    this.grow(1, start);
    const key: LocatedString = {
      kind: 'string',
      value: name,
      range: this.rangeOf(start, after),
      // `Sub` of `Fn::Sub` stands at `Sub` of `!Sub`
      at: (index) => this.place(Math.min(Math.max(after - name.length + index, start), after)),
    };
    return { value: { kind: 'object', range, entries: [{ key, value }] }, end, height: height + 1 };
  }

  /** Nodes do not keep the place of their tag: it is the last one before the node. */
  private tagBefore(node: ParsedNode): Range | undefined {
    const { tags } = this.document;
    let low = 0;
    let high = tags.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((tags[middle]?.[0] ?? 0) < node.range[0]) low = middle + 1;
      else high = middle;
    }
    return tags[low - 1];
  }

  private untagged(node: Exclude<ParsedNode, Alias.Parsed>): Omit<Built, 'size'> {
    if (isScalar(node)) {
      const end = this.endOf(node);
      return leaf(locatedScalar(node, end, this.source, this.document.textOf), end);
    }
    this.enter(node);
    const built = isMap(node) ? this.map(node) : this.seq(node);
    this.depth--;
    return built;
  }

  private map(node: YAMLMap.Parsed): Omit<Built, 'size'> {
    const members = new Members();
    let end = node.range[0];
    let height = 0;
    for (const pair of node.items) {
      const key = this.key(pair.key);
      const value = pair.value ? this.build(pair.value) : this.missing(key.end);
      end = Math.max(end, key.end, value.end);
      height = Math.max(height, value.height);
      if (key.merges) {
        this.merge(members, value.value, [key.end, value.end]);
        continue;
      }
      const first = members.add({ key: key.string, value: value.value });
      if (first) this.duplicateKeys.push({ key: key.string, first });
    }
    const range = this.rangeOf(node.range[0], this.endOfCollection(node, end));
    return {
      value: { kind: 'object', range, entries: members.entries() },
      end: this.endOfCollection(node, end),
      height: height + 1,
    };
  }

  private seq(node: YAMLSeq.Parsed): Omit<Built, 'size'> {
    const items: Located[] = [];
    let end = node.range[0];
    let height = 0;
    for (const item of node.items) {
      const built = this.build(item);
      items.push(built.value);
      end = Math.max(end, built.end);
      height = Math.max(height, built.height);
    }
    const after = this.endOfCollection(node, end);
    const range = this.rangeOf(node.range[0], after);
    return { value: { kind: 'array', range, items }, end: after, height: height + 1 };
  }

  /** Block collections of the yaml package run to the next token, comments included; here they end with their last value. */
  private endOfCollection(node: YAMLMap.Parsed | YAMLSeq.Parsed, end: number): number {
    return node.flow || node.items.length === 0 ? this.endOf(node) : end;
  }

  private key(node: ParsedNode): { string: LocatedString; end: number; merges: boolean } {
    const { value, end } = this.build(node);
    const merges = isScalar(node) && node.type === 'PLAIN' && node.source === mergeKey && !node.tag;
    if (value.kind === 'string') return { string: value, end, merges };
    const [start] = node.range;
    if (value.kind === 'object' || value.kind === 'array') {
      this.report('A key must be text, not a mapping or a sequence; put it in quotes', start, end);
    }
    const string = plainString(this.text.slice(start, end), this.rangeOf(start, end), start, this.place);
    return { string, end, merges: false };
  }

  /** The size of what is merged is counted where it is built: at the alias, or in place. */
  private merge(members: Members, value: Located, [start, end]: Range): void {
    if (this.refused) return;
    for (const source of value.kind === 'array' ? value.items : [value]) {
      if (source.kind === 'object') members.merge(source.entries);
      else this.report('"<<" merges mappings only; give it the alias of a mapping', start, end);
    }
  }

  private missing(at: number): Built {
    return this.single({ kind: 'null', value: null, range: this.rangeOf(at, at) }, at);
  }

  private single(value: Located, end: number): Built {
    this.grow(1, end);
    return { ...leaf(value, end), size: 1 };
  }

  /** Where the node ends without the blanks and line breaks that the yaml package counts to it. */
  private endOf(node: ParsedNode): number {
    const [start, end] = node.range;
    return start + this.text.slice(start, end).trimEnd().length;
  }

  private readonly place = (offset: number): number => this.source.at(offset);

  private rangeOf(start: number, end: number): Range {
    return [this.source.at(start), this.source.at(end)];
  }

  private grow(by: number, at: number): void {
    this.size += by;
    if (this.size <= maxValues) return;
    const limit = maxValues.toLocaleString('en');
    this.refuse(`With its aliases written out the text holds more than ${limit} values; use fewer aliases`, at, at + 1);
  }

  private enter({ range: [start, end] }: ParsedNode): void {
    if (++this.depth > maxDepth) this.refuse(tooDeep, start, end);
  }

  private refuse(message: string, start: number, end: number): void {
    if (!this.refused) this.report(message, start, end);
    this.refused = true;
  }

  private report(message: string, start: number, end: number): void {
    this.faults.push({ message, start, end });
  }
}

function leaf(value: Located, end: number): Omit<Built, 'size'> {
  return { value, end, height: 0 };
}
