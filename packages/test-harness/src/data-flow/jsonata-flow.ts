import type { AslNode, Field, Json } from '@stepproof/asl';
import type { Visit } from '../states/visit';
import { compileJsonataAssign } from './assign';
import type { DataFlow, Output } from './data-flow';
import { compileJsonataTemplate, type JsonataTemplate, type StatesExtra } from './jsonata-template';

/**
 * JSONata: Arguments, the work, then Output and Assign, which do not see each other.
 * https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
 */
export class JsonataFlow implements DataFlow {
  readonly #arguments: JsonataTemplate | undefined;
  readonly #output: JsonataTemplate | undefined;
  readonly #assign: ((visit: Visit, extra: StatesExtra) => ReadonlyMap<string, Json>) | undefined;

  constructor(node: AslNode) {
    const template = (field: Field | undefined): JsonataTemplate | undefined => field && compileJsonataTemplate(field);
    this.#arguments = template(node.field('Arguments'));
    this.#output = template(node.field('Output'));
    this.#assign = compileJsonataAssign(node);
  }

  effectiveInput(visit: Visit): Json {
    return visit.input;
  }

  argumentsOf(visit: Visit): Json {
    if (!this.#arguments) return visit.input;
    const made = this.#arguments(visit, {});
    visit.trial?.inspect('afterArguments', made);
    return made;
  }

  outputOf(visit: Visit, result: Json): Output {
    return this.produce(visit, result, { result });
  }

  passOn(visit: Visit): Output {
    return this.produce(visit, visit.input, {});
  }

  /** `otherwise` is what leaves where there is no Output. */
  produce(visit: Visit, otherwise: Json, extra: StatesExtra): Output {
    const output = this.#output ? this.#output(visit, extra) : otherwise;
    return { output, assigned: this.#assign?.(visit, extra) };
  }
}
