import type { ObjectMethod, ObjectProperty } from '@babel/types';
import type { LocatedString } from '../../text/located';
import { plainString } from '../../text/located-string';
import { standIn, stringOf } from '../joined-text';
import { rangeOf } from './parse-script';
import type { ScriptEdits } from './edits';
import { locatedLiteral } from './strings';
import type { ScriptTexts } from './texts';

/** The names of the members of object literals. */
export class ScriptKeys {
  private readonly source: string;
  private readonly texts: ScriptTexts;
  private readonly edits: ScriptEdits;

  constructor(source: string, texts: ScriptTexts, edits: ScriptEdits) {
    this.source = source;
    this.texts = texts;
    this.edits = edits;
  }

  /** Undefined for a name that is computed, and not known. */
  of(property: ObjectProperty | ObjectMethod): LocatedString | undefined {
    const { key, computed } = property;
    const isShorthand = 'shorthand' in property && property.shorthand;
    const range = rangeOf(key);
    if (!computed && !isShorthand) this.edits.addMember(range[0]);
    if (computed) {
      const text = this.texts.of(key);
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
}
