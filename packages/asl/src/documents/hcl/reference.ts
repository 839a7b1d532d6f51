import type { Range } from '../../text/located';
import { HclBrackets } from './brackets';
import type { HclExpression } from './expression';
import { templateOf } from './literals';

/** A step of a reference that only Terraform knows. */
const unknownStep = Symbol('unknown step');

/** Reads references: a name with the attributes and indexes behind it. */
export class HclReferenceReader extends HclBrackets {
  protected readonly text: string;

  constructor(text: string, range: Range) {
    super(text, range);
    this.text = text;
  }

  /** The reference whose name has been taken. */
  protected reference(name: string, start: number): HclExpression {
    const path = [name];
    for (;;) {
      const step = this.isSymbol('.') ? this.attribute() : this.isSymbol('[') ? this.index() : undefined;
      if (step === undefined) return { kind: 'reference', path, range: [start, this.taken] };
      if (step === unknownStep) return { kind: 'unknown', range: [start, this.taken] };
      path.push(step);
    }
  }

  private attribute(): string | typeof unknownStep {
    this.take();
    return this.token.kind === 'identifier' ? this.take().text : unknownStep;
  }

  /** `["name"]` and `[0]`, which are as good as an attribute. */
  private index(): string | typeof unknownStep {
    return this.between(true, (open) => {
      const { kind } = this.token;
      const index =
        kind === 'string'
          ? templateOf(this.take(), this.text).value?.value
          : kind === 'number'
            ? this.take().text
            : undefined;
      const isWritten = index !== undefined && !index.includes('${') && this.isSymbol(']');
      if (!isWritten) this.rest(open);
      else this.close(open);
      return isWritten ? index : unknownStep;
    });
  }
}
