import type { Expression, Node, TemplateLiteral } from '@babel/types';
import type { LocatedText } from '../../text/located';
import { blanked } from '../../text/placeholder';
import { joinTexts, standIn } from '../joined-text';
import { once } from './once';
import { memberNameOf, rangeOf, withoutTypes } from './parse-script';
import type { ScriptConstants } from './constants';
import type { ScriptEdits } from './edits';
import type { ScriptNumbers } from './numbers';
import { locatedLiteral, locatedQuasi } from './strings';
import { tokenOf } from './unknown';

/** A text with whether some of it is only known when the source runs. */
export interface ScriptText {
  readonly text: LocatedText;
  readonly isPartial: boolean;
}

/** What expressions of a source are in texts: literals, templates, and what `+` makes of them. */
export class ScriptTexts {
  private readonly source: string;
  private readonly constants: ScriptConstants;
  private readonly numbers: ScriptNumbers;
  private readonly edits: ScriptEdits;
  private readonly texts = new Map<Node, ScriptText | undefined>();

  constructor(source: string, constants: ScriptConstants, numbers: ScriptNumbers, edits: ScriptEdits) {
    this.source = source;
    this.constants = constants;
    this.numbers = numbers;
    this.edits = edits;
  }

  /** The text that an expression makes, with a placeholder for each part that is not written; undefined for no text. */
  of(given: Node): ScriptText | undefined {
    const node = this.constants.resolve(given);
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
      written: isWritten(operand) ? this.of(operand) : undefined,
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
    const string = this.of(expression);
    if (string) return string.isPartial || string.text.value.length > maxInserted ? undefined : string.text.value;
    return this.numbers.of(expression)?.toString();
  }

  /** The `${...}` of a template literal, without what would end a JSON string or a placeholder; its length stays. */
  private placeholderText([start, end]: readonly [number, number]): LocatedText {
    const inner = blanked(this.source.slice(start + 2, end - 1));
    return { value: `\${${inner}}`, at: (index) => start + index };
  }
}

const maxInserted = 10_000;

const isWritten = ({ type }: Node): boolean =>
  type === 'StringLiteral' || type === 'TemplateLiteral' || type === 'TaggedTemplateExpression';

/** Tags that put in the values and change nothing: `String.raw`, and `interpolate` of Pulumi, which waits for them. */
const plainTags = new Set<string | undefined>(['raw', 'interpolate']);

const nameOf = (tag: Expression): string | undefined => (tag.type === 'Identifier' ? tag.name : memberNameOf(tag));
