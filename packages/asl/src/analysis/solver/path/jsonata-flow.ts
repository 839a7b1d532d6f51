import type { AslNode, Expression, Field, MapState } from '../../../syntax';
import { readExpression } from '../query-reading';
import type { QueryRoots } from '../query/scope';
import { constant, unknown, type SymbolicValue } from '../symbolic-value';
import type { Flow } from './flow';
import { membersOf } from './json-path-flow';
import type { PathStep } from './step';
import { objectOf, type SymbolicRun } from './symbolic-run';
import { readTemplate } from './template';

/** What `$states` holds beside the input and the context. */
type Extra = Readonly<Record<string, SymbolicValue>>;

/** JSONata: Arguments, the work, then Output and Assign, which do not see each other. */
export class JsonataFlow implements Flow {
  readonly #run: SymbolicRun;
  readonly #step: PathStep;

  constructor(run: SymbolicRun, step: PathStep) {
    this.#run = run;
    this.#step = step;
  }

  effectiveInput(): SymbolicValue {
    return this.#run.input;
  }

  argumentsOf(): SymbolicValue {
    const field = this.#step.state.field('Arguments');
    return field ? this.#template(field, {}) : this.#run.input;
  }

  leaveWith(result: SymbolicValue): void {
    this.#leave(this.#step.state, result, { result });
  }

  passOn(_effective: SymbolicValue, by: AslNode = this.#step.state): void {
    this.#leave(by, this.#run.input, {});
  }

  leaveBy(catcher: AslNode, errorOutput: SymbolicValue): void {
    this.#leave(catcher, errorOutput, { errorOutput });
  }

  numberIn(name: string) {
    const { state } = this.#step;
    const field = state.field(name);
    if (!field?.expressions[0]) return undefined;
    return { value: this.#template(field, {}), node: state };
  }

  itemsOf(node: MapState): SymbolicValue {
    const field = node.field('Items');
    return field ? this.#template(field, {}) : this.#run.input;
  }

  selected(node: MapState, _effective: SymbolicValue, item: SymbolicValue, index: number): SymbolicValue {
    const field = node.field('ItemSelector');
    if (!field) return item;
    const Item = objectOf({ Index: constant(index), Value: item, Source: constant('STATE_DATA') });
    return this.#template(field, {}, { Map: objectOf({ Item }) });
  }

  #leave(node: AslNode, otherwise: SymbolicValue, extra: Extra): void {
    const [output, assign] = [node.field('Output'), node.field('Assign')];
    const left = output ? this.#template(output, extra) : otherwise;
    const assigned = assign && this.#template(assign, extra);
    this.#run.input = left;
    this.#run.assign(membersOf(assigned));
  }

  #template(field: Field, extra: Extra, context: Extra = {}): SymbolicValue {
    const { input, context: known, variable } = this.#run.roots(this.#run.input, this.#step, context);
    const roots: QueryRoots = {
      states: new Map(Object.entries({ input, context: known, ...extra })),
      variable,
    };
    return readTemplate(field, (expression) => this.#expression(expression, roots));
  }

  #expression({ jsonata, parent, text = '' }: Expression, roots: QueryRoots): SymbolicValue {
    if (!jsonata) return unknown('the expression cannot be read', parent);
    return this.#run.must(readExpression(jsonata, roots, parent), parent, text);
  }
}
