import { jsonString } from './string';
import { JsonTokens, Kind } from './tokens';
import { maxDepth, tooDeep } from '../limits';
import type { DuplicateKey, Located, LocatedString, LocatedText, ParsedText, Range, TextProblem } from '../located';
import { plainString } from '../located-string';
import { closers, openArray, OpenContainers, openObject, type OpenContainer } from './open-containers';
import { quoted } from '../quoted';

/**
 * Reads JSON with comments and trailing commas (JSONC), and bare `${...}` where a value belongs, as in Terraform's and
 * SAM's templates. The tokens are jsonc-parser's; its `parse` is not used because it recurses as deep as the text nests,
 * knows no placeholders, and reports one mistake several times.
 */
export function parseJson(source: LocatedText): ParsedText {
  return new JsonReader(source).read();
}

class JsonReader {
  private readonly source: LocatedText;
  private readonly tokens: JsonTokens;
  private readonly problems: TextProblem[] = [];
  private readonly duplicateKeys: DuplicateKey[] = [];

  private readonly open = new OpenContainers();
  private expected: 'value' | 'key' | 'colon' | 'comma' | 'end' = 'value';
  private root: Located | undefined;
  private faultyRoot = false;

  private reportedUpTo = -1;

  constructor(source: LocatedText) {
    this.source = source;
    this.tokens = new JsonTokens(source.value, (message, start, end) => this.report(message, start, end));
  }

  read(): ParsedText {
    const { tokens } = this;
    tokens.next();
    while (tokens.kind !== Kind.end) {
      if (tokens.complaint) this.fault(tokens.complaint);
      this.step();
      if (this.open.depth > maxDepth) {
        const problem = { message: tooDeep, range: this.rangeOfToken() };
        return { ...this.parsed(undefined), problems: [problem] };
      }
      tokens.next();
    }
    if (this.top) this.closeAtEnd();
    return this.parsed(this.root);
  }

  private parsed(root: Located | undefined): ParsedText {
    const { problems, duplicateKeys } = this;
    const comments = this.tokens.comments.map(({ value, start, end }) => ({ value, range: this.rangeOf(start, end) }));
    return { root, problems, duplicateKeys, comments };
  }

  private step(): void {
    switch (this.tokens.kind) {
      case Kind.openObject:
        return this.openContainer(openObject(this.tokens.start));
      case Kind.openArray:
        return this.openContainer(openArray(this.tokens.start));
      case Kind.closeObject:
        return this.close('object');
      case Kind.closeArray:
        return this.close('array');
      case Kind.comma:
        return this.comma();
      case Kind.colon:
        return this.colon();
      default:
        return this.scalar();
    }
  }

  private get top(): OpenContainer | undefined {
    return this.open.top;
  }

  private scalar(): void {
    if (this.expected === 'key') return this.key();
    if (this.expected === 'comma' && this.top?.kind === 'object' && this.tokens.looksLikeKey) {
      this.fault(`Expected "," before ${quoted(this.tokens.content)}`);
      this.nextMember();
      return this.key();
    }
    // `"a" = 1`: the equals sign of another language
    if (this.expected === 'colon' && this.tokens.kind === Kind.unknown && /^=>?$/.test(this.tokens.content)) {
      this.fault(`Expected ":" after ${this.open.nameOfKey}, not ${quoted(this.tokens.content)}`);
      this.expected = 'value';
      return;
    }
    if (this.admitValue()) this.put(this.scalarValue());
  }

  private openContainer(container: OpenContainer): void {
    const { faulty } = this.top ?? { faulty: this.faultyRoot };
    if (this.expected === 'key') {
      this.fault(`Expected a property name in double quotes, not "${this.tokens.content}"`);
      this.expected = 'value';
    }
    // What opens where no value belongs is read too, or its closing bracket would close the wrong container
    const admitted = this.admitValue();
    if (!admitted && !this.top) return;
    container.faulty = !faulty && (this.top?.faulty ?? false);
    this.open.push(container);
    this.expected = container.kind === 'object' ? 'key' : 'value';
  }

  /** Whether a value may stand here, if need be after a problem. */
  private admitValue(): boolean {
    switch (this.expected) {
      case 'value':
        return true;
      case 'colon':
        this.fault(`Expected ":" after ${this.open.nameOfKey}`);
        return true;
      case 'comma':
        return this.admitAfterValue();
      default:
        this.fault(`Unexpected ${quoted(this.tokens.content)} after the end; a file holds one value, remove the rest`);
        return false;
    }
  }

  private admitAfterValue(): boolean {
    const { top } = this;
    if (top?.kind === 'array' && this.tokens.kind !== Kind.unknown) {
      this.fault(`Expected "," before ${quoted(this.tokens.content)}`);
      this.nextMember();
      return true;
    }
    const closer = top ? closers[top.kind] : '}';
    this.fault(`Unexpected ${quoted(this.tokens.content)}; expected "," or "${closer}" here`);
    return false;
  }

  private key(): void {
    const text = this.tokens.content;
    if (this.tokens.kind === Kind.string) return this.setKey(jsonString(this.tokens, this.source));
    if (this.tokens.kind === Kind.placeholder && !this.tokens.looksLikeKey) {
      this.fault(`The placeholder ${quoted(text)} stands for whole members; write them out, or use it as a value`);
      this.expected = 'comma';
      return;
    }
    this.fault(`Expected a property name in double quotes, not ${quoted(text)}`);
    if (this.tokens.looksLikeKey) this.setKey(this.bareString());
    else this.expected = 'comma';
  }

  private setKey(key: LocatedString): void {
    const { top } = this;
    if (top?.kind !== 'object') return;
    const first = top.keys.get(key.value);
    if (first) this.duplicateKeys.push({ key, first });
    else top.keys.set(key.value, key);
    top.key = key;
    this.expected = 'colon';
  }

  private colon(): void {
    if (this.expected === 'colon') {
      this.expected = 'value';
    } else if (this.expected === 'key') {
      this.fault('Expected a property name before ":"');
      this.expected = 'value';
    } else {
      this.fault('Unexpected ":"; remove it, or write a property name in double quotes before it');
    }
  }

  private comma(): void {
    const { top, expected } = this;
    if (expected === 'key') this.fault('Expected a property before ","; remove the comma');
    else if (expected === 'value' && top?.kind !== 'object') this.fault('Expected a value before ","');
    else if (expected === 'end') this.fault('Unexpected "," after the end; remove it');
    else this.completeMember();
    this.nextMember();
  }

  private nextMember(): void {
    const { top } = this;
    if (!top) return;
    top.faulty = false;
    this.expected = top.kind === 'object' ? 'key' : 'value';
  }

  /** Gives a key without a value one that no check finds fault with. */
  private completeMember(): void {
    const { top } = this;
    if (top?.kind !== 'object') return;
    if (this.expected === 'colon') this.fault(`Expected ":" and a value after ${this.open.nameOfKey}`);
    else if (this.expected === 'value') this.fault(`Expected a value for ${this.open.nameOfKey}`);
    else return;
    this.put({ kind: 'placeholder', text: '', range: this.rangeOf(this.tokens.start, this.tokens.start) });
  }

  private close(kind: OpenContainer['kind']): void {
    if (!this.open.has(kind)) {
      this.fault(`Unexpected "${closers[kind]}"; nothing is open here, remove it`);
      return;
    }
    if (this.top?.kind !== kind) this.closeUnclosed(kind);
    this.closeTop(this.tokens.end);
  }

  private closeUnclosed(kind: OpenContainer['kind']): void {
    const unclosed = this.open.nameOfTop;
    const missing = this.top ? closers[this.top.kind] : '';
    this.report(
      `Expected "${missing}" before "${closers[kind]}" to close ${unclosed}`,
      this.tokens.start,
      this.tokens.end,
    );
    while (this.top && this.top.kind !== kind) this.closeBroken(this.tokens.start);
    // If a bracket was mistyped rather than left out, what was to follow now stands after the end
    this.faultyRoot = true;
  }

  private closeAtEnd(): void {
    const end = this.tokens.text.trimEnd().length;
    // A string that is not closed has swallowed the brackets
    if (this.tokens.unfinishedUpTo < end) {
      this.report(`The text ends before ${this.open.nameOfTop} is closed; add ${quoted(this.open.missing)}`, end, end);
    }
    while (this.top) this.closeBroken(end);
  }

  private closeBroken(end: number): void {
    if (this.top) this.top.faulty = true;
    this.closeTop(end);
  }

  private closeTop(end: number): void {
    this.completeMember();
    const container = this.open.pop();
    if (!container) return;
    const range = this.rangeOf(container.start, end);
    this.put(
      container.kind === 'object'
        ? { kind: 'object', range, entries: container.entries }
        : { kind: 'array', range, items: container.items },
    );
  }

  private put(value: Located): void {
    const { top } = this;
    this.expected = top ? 'comma' : 'end';
    if (!top) {
      this.root = value;
    } else if (top.kind === 'array') {
      top.items.push(value);
    } else if (top.key) {
      top.entries.push({ key: top.key, value });
      top.key = undefined;
    }
  }

  private scalarValue(): Located {
    const range = this.rangeOfToken();
    const text = this.tokens.content;
    switch (this.tokens.kind) {
      case Kind.string:
        return jsonString(this.tokens, this.source);
      case Kind.number:
        return { kind: 'number', value: Number(text), raw: text, range };
      case Kind.true:
      case Kind.false:
        return { kind: 'boolean', value: this.tokens.kind === Kind.true, range };
      case Kind.null:
        return { kind: 'null', value: null, range };
      case Kind.placeholder:
        return { kind: 'placeholder', text, range };
      default:
        this.fault(
          `${quoted(text)} is not a value of JSON; write a number, true, false or null, or put text in double quotes`,
        );
        return { kind: 'placeholder', text, range };
    }
  }

  private bareString(): LocatedString {
    return plainString(this.tokens.content, this.rangeOfToken(), this.tokens.start, (at) => this.source.at(at));
  }

  private rangeOf(start: number, end: number): Range {
    return [this.source.at(start), this.source.at(end)];
  }

  private rangeOfToken(): Range {
    return this.rangeOf(this.tokens.start, this.tokens.end);
  }

  /** Reports the token at hand, unless a problem before it in the same member explains it. */
  private fault(message: string): void {
    const { top } = this;
    if (top ? top.faulty : this.faultyRoot) return;
    if (top) top.faulty = true;
    else this.faultyRoot = true;
    this.report(message, this.tokens.start, this.tokens.end);
  }

  private report(message: string, start: number, end: number): void {
    if (start < this.reportedUpTo) return;
    this.reportedUpTo = end;
    this.problems.push({ message, range: this.rangeOf(start, end) });
  }
}
