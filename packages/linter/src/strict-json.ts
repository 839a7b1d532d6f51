/** Where a text stops being JSON. */
export interface JsonFault {
  readonly message: string;
  /** The offset at which the parser stopped, which is after what it could not use. */
  readonly offset: number;
}

interface Container {
  readonly kind: 'Object' | 'Array';
  readonly start: number;
}

const expectedValue = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')";

/** Writes a place as the Java parser behind Step Functions does. It quotes 500 characters of the text. */
export function sourceLocation(text: string, offset: number): string {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  const column = offset - (before.lastIndexOf('\n') + 1) + 1;
  const more = text.length > 500 ? `[truncated ${text.length - 500} chars]` : '';
  return `[Source: (String)"${text.slice(0, 500)}"${more}; line: ${line}, column: ${column}]`;
}

/**
 * The first fault of a text that is not strict JSON, in the words of Jackson, the parser that Step Functions answers
 * with. Recorded from the service: the location of `not a definition` and the message about single quotes; the other
 * messages are Jackson's own (unverified for Step Functions).
 */
export function jsonFault(text: string): JsonFault | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch {
    return new StrictJson(text).fault();
  }
}

class StrictJson {
  readonly #text: string;
  #at = 0;
  readonly #open: Container[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  fault(): JsonFault {
    for (;;) {
      const fault = this.#value() ?? this.#afterValue();
      if (fault) return fault;
    }
  }

  /** Reads a scalar; of a container everything up to its first scalar, or that it is empty. */
  #value(): JsonFault | undefined {
    for (;;) {
      this.#blank();
      const start = this.#at;
      const char = this.#text[start];
      if (char === undefined) return this.#endOfInput();
      if (char === '"') return this.#string('a string value');
      if (char !== '{' && char !== '[') return this.#scalar(char);
      this.#at++;
      this.#open.push({ kind: char === '{' ? 'Object' : 'Array', start });
      this.#blank();
      if (this.#text[this.#at] === (char === '{' ? '}' : ']')) return undefined;
      const fault = char === '{' ? this.#name() : undefined;
      if (fault) return fault;
    }
  }

  #scalar(char: string): JsonFault | undefined {
    const rest = this.#text.slice(this.#at, this.#at + 256);
    const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/.exec(rest)?.[0];
    if (number) {
      this.#at += number.length;
      if (/^-?0/.test(number) && /\d/.test(this.#text[this.#at] ?? '')) {
        return this.#faultAt(this.#at, 'Invalid numeric value: Leading zeroes not allowed');
      }
      return undefined;
    }
    const token = /^[\p{L}\p{N}_$]+/u.exec(rest)?.[0];
    if (!token) return this.#unexpected(char, `expected a valid value ${expectedValue}`);
    this.#at += token.length;
    if (token === 'true' || token === 'false' || token === 'null') return undefined;
    return this.#faultAt(this.#at, `Unrecognized token '${token}': was expecting ${expectedValue}`);
  }

  /** Reads a field name and its colon. */
  #name(): JsonFault | undefined {
    this.#blank();
    const char = this.#text[this.#at];
    if (char === undefined) return this.#endOfInput();
    if (char !== '"') return this.#unexpected(char, 'was expecting double-quote to start field name');
    const fault = this.#string('field name');
    if (fault) return fault;
    this.#blank();
    const colon = this.#text[this.#at];
    if (colon === undefined) return this.#endOfInput();
    if (colon !== ':') return this.#unexpected(colon, 'was expecting a colon to separate field name and value');
    this.#at++;
    return undefined;
  }

  /** Closes what ends here and goes on to the next value. */
  #afterValue(): JsonFault | undefined {
    for (;;) {
      this.#blank();
      const container = this.#open.at(-1);
      const char = this.#text[this.#at];
      if (!container) {
        // After the definition only white space may follow.
        return char === undefined
          ? this.#endOfInput()
          : (this.#scalar(char) ?? this.#faultAt(this.#at, 'Unexpected content'));
      }
      if (char === undefined) {
        const { kind, start } = container;
        const marker = `(start marker at ${sourceLocation(this.#text, start)})`;
        return this.#faultAt(this.#at, `Unexpected end-of-input: expected close marker for ${kind} ${marker}`);
      }
      if (char === ',') {
        this.#at++;
        return container.kind === 'Object' ? this.#name() : undefined;
      }
      const close = container.kind === 'Object' ? '}' : ']';
      if (char !== close) {
        if (char !== '}' && char !== ']') {
          return this.#unexpected(char, `was expecting comma to separate ${container.kind} entries`);
        }
        const opened = `(for ${container.kind} starting at ${sourceLocation(this.#text, container.start)})`;
        return this.#faultAt(this.#at + 1, `Unexpected close marker '${char}': expected '${close}' ${opened}`);
      }
      this.#at++;
      this.#open.pop();
    }
  }

  #string(what: string): JsonFault | undefined {
    for (this.#at++; this.#at < this.#text.length; this.#at++) {
      const char = this.#text[this.#at]!;
      if (char === '"') {
        this.#at++;
        return undefined;
      }
      if (char < ' ') {
        const code = char.charCodeAt(0);
        const where = what === 'field name' ? 'name' : 'string value';
        const rule = `has to be escaped using backslash to be included in ${where}`;
        return this.#faultAt(this.#at + 1, `Illegal unquoted character ((CTRL-CHAR, code ${code})): ${rule}`);
      }
      if (char !== '\\') continue;
      const escape = this.#text[++this.#at];
      if (escape === 'u' && /^[\da-f]{4}/i.test(this.#text.slice(this.#at + 1, this.#at + 5))) this.#at += 4;
      else if (escape !== undefined && !'"\\/bfnrt'.includes(escape)) {
        return this.#faultAt(this.#at + 1, `Unrecognized character escape ${described(escape)}`);
      }
    }
    const ending = what === 'field name' ? ' in field name' : `: was expecting closing quote for ${what}`;
    return this.#faultAt(this.#text.length, `Unexpected end-of-input${ending}`);
  }

  #blank(): void {
    while (/[ \t\r\n]/.test(this.#text[this.#at] ?? '')) this.#at++;
  }

  #unexpected(char: string, expectation: string): JsonFault {
    const comment =
      "maybe a (non-standard) comment? (not recognized as one since Feature 'ALLOW_COMMENTS' not enabled for parser)";
    const why = char === '/' ? comment : expectation;
    return this.#faultAt(this.#at + 1, `Unexpected character (${described(char)}): ${why}`);
  }

  #endOfInput(): JsonFault {
    const { kind } = this.#open.at(-1) ?? { kind: 'root' };
    return this.#faultAt(this.#text.length, `Unexpected end-of-input within/between ${kind} entries`);
  }

  #faultAt(offset: number, message: string): JsonFault {
    return { message, offset };
  }
}

const described = (char: string): string => `'${char}' (code ${char.charCodeAt(0)})`;
