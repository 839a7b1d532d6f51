import type { AslNode, Field, Json } from '@stepproof/asl';
import type { Work } from '../scheduler/fiber';
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
  readonly #assign: ((visit: Visit, extra: StatesExtra) => Work<ReadonlyMap<string, Json>>) | undefined;

  constructor(node: AslNode) {
    const template = (field: Field | undefined): JsonataTemplate | undefined => field && compileJsonataTemplate(field);
    this.#arguments = template(node.field('Arguments'));
    this.#output = template(node.field('Output'));
    this.#assign = compileJsonataAssign(node);
  }

  effectiveInput(visit: Visit): Json {
    return visit.input;
  }

  *argumentsOf(visit: Visit): Work<Json> {
    const made = this.#arguments ? yield* this.#arguments(visit, {}) : visit.input;
    if (this.#arguments) visit.inspection?.set('afterArguments', made);
    return made;
  }

  *outputOf(visit: Visit, result: Json): Work<Output> {
    return yield* this.produce(visit, result, { result });
  }

  /** For the states without a result of their own. */
  *passOn(visit: Visit): Work<Output> {
    return yield* this.produce(visit, visit.input, {});
  }

  *produce(visit: Visit, otherwise: Json, extra: StatesExtra): Work<Output> {
    const output = this.#output ? yield* this.#output(visit, extra) : otherwise;
    const assigned = this.#assign ? yield* this.#assign(visit, extra) : undefined;
    return { output, assigned };
  }
}
