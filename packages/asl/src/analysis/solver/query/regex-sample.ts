/** Longer ones than these help nobody. */
const maxLength = 200;

/**
 * Texts that a regular expression may match: of the usual parts of one the simplest, and the given text for the first
 * group. Whoever uses them has to see whether they do.
 */
export function matchFor(pattern: RegExp, group?: string): readonly string[] {
  const reader = new Reader(pattern.source, group);
  const text = reader.alternatives().slice(0, maxLength);
  return [text, `a${text}`, `${text}a`];
}

const classes: Readonly<Record<string, string>> = { d: '1', w: 'a', s: ' ', D: 'a', W: '-', S: 'a', b: '', B: '' };

/** Reads a pattern and writes down the first text that comes to mind for each of its parts. */
class Reader {
  readonly #source: string;
  #at = 0;

  #groupText: string | undefined;

  constructor(source: string, groupText?: string) {
    this.#source = source;
    this.#groupText = groupText;
  }

  /** `a|b`: the first one, the others are read over. */
  alternatives(): string {
    const first = this.#series();
    while (this.#source[this.#at] === '|') {
      this.#at++;
      this.#series();
    }
    return first;
  }

  #series(): string {
    let text = '';
    while (this.#at < this.#source.length && !'|)'.includes(this.#source[this.#at]!)) text += this.#repeated();
    return text;
  }

  #repeated(): string {
    const part = this.#part();
    const quantifier = /^(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/.exec(this.#source.slice(this.#at));
    if (!quantifier) return part;
    this.#at += quantifier[0].length;
    const count = quantifier[1] === undefined ? 1 : Number(quantifier[1]);
    return part.repeat(Math.min(count, maxLength));
  }

  #part(): string {
    const unit = this.#source[this.#at++]!;
    switch (unit) {
      case '(':
        return this.#group();
      case '[':
        return this.#set();
      case '\\':
        return this.#escaped();
      case '.':
        return 'a';
      case '^':
      case '$':
        return '';
      default:
        return unit;
    }
  }

  #group(): string {
    const kind = /^\?(?:[:=!]|<[=!]|<\w+>)/.exec(this.#source.slice(this.#at))?.[0] ?? '';
    this.#at += kind.length;
    const own = this.alternatives();
    this.#at++;
    const text = kind === '' && this.#groupText !== undefined ? this.#groupText : own;
    if (kind === '') this.#groupText = undefined;
    return kind === '?!' || kind === '?<!' || kind === '?=' || kind === '?<=' ? '' : text;
  }

  #escaped(): string {
    const unit = this.#source[this.#at++] ?? '';
    return classes[unit] ?? { n: '\n', t: '\t', r: '\r' }[unit] ?? unit;
  }

  #set(): string {
    const isNegated = this.#source[this.#at] === '^';
    if (isNegated) this.#at++;
    const members: string[] = [];
    while (this.#at < this.#source.length && this.#source[this.#at] !== ']') {
      const unit = this.#source[this.#at++]!;
      members.push(unit === '\\' ? this.#escaped() : unit);
    }
    this.#at++;
    if (!isNegated) return members[0] ?? '';
    return ['a', '1', '-', ' '].find((unit) => !members.includes(unit)) ?? 'x';
  }
}
