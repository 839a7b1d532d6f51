import type { AslNode, Json } from '@stepproof/asl';
import type { Visit } from '../states/visit';
import { compileJsonPathAssign } from './assign';
import type { DataFlow, Output } from './data-flow';
import { compileWholePath } from './path-field';
import { compilePayloadTemplate, type Template } from './payload-template';
import { compileResultPath, type ResultPlacer } from './result-path';
import { FieldRoots } from './roots';

/**
 * JSONPath: InputPath, Parameters, the work, ResultSelector, ResultPath into the raw input, OutputPath.
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-input-output-filtering.html
 */
export class JsonPathFlow implements DataFlow {
  readonly #inputPath: ((visit: Visit, value: Json) => Json) | undefined;
  readonly #parameters: Template | undefined;
  readonly #resultSelector: Template | undefined;
  readonly #placeResult: ResultPlacer;
  readonly #outputPath: ((visit: Visit, value: Json) => Json) | undefined;
  readonly #assign: ((visit: Visit, value: Json) => ReadonlyMap<string, Json>) | undefined;

  constructor(node: AslNode) {
    const template = (name: string): Template | undefined => {
      const field = node.field(name);
      return field && compilePayloadTemplate(field);
    };
    this.#inputPath = compileWholePath(node.field('InputPath'));
    // In a Map, Parameters is the old name of ItemSelector.
    this.#parameters = node.type === 'MapState' ? undefined : template('Parameters');
    this.#resultSelector = template('ResultSelector');
    this.#placeResult = compileResultPath(node.field('ResultPath'));
    this.#outputPath = compileWholePath(node.field('OutputPath'));
    this.#assign = compileJsonPathAssign(node);
  }

  effectiveInput(visit: Visit): Json {
    const input = this.#inputPath ? this.#inputPath(visit, visit.input) : visit.input;
    visit.trial?.inspect('afterInputPath', input);
    return input;
  }

  argumentsOf(visit: Visit, effectiveInput: Json): Json {
    const parameters = this.#parameters ? this.#parameters(new FieldRoots(visit, effectiveInput)) : effectiveInput;
    visit.trial?.inspect('afterParameters', parameters);
    return parameters;
  }

  outputOf(visit: Visit, result: Json): Output {
    const assigned = this.#assign?.(visit, result);
    const selected = this.#resultSelector ? this.#resultSelector(new FieldRoots(visit, result)) : result;
    visit.trial?.inspect('afterResultSelector', selected);
    const placed = this.#placeResult(visit.input, selected);
    visit.trial?.inspect('afterResultPath', placed);
    return { output: this.filterOutput(visit, placed), assigned };
  }

  filterOutput(visit: Visit, value: Json): Json {
    return this.#outputPath ? this.#outputPath(visit, value) : value;
  }

  passOn(visit: Visit, effectiveInput: Json): Output {
    const assigned = this.#assign?.(visit, effectiveInput);
    return { output: this.filterOutput(visit, effectiveInput), assigned };
  }
}
