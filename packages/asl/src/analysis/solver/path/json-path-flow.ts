import type { AslNode, Expression, Field, MapState } from '../../../syntax';
import { readPath, type SymbolicRoots } from '../read-path';
import { constant, unknown, type SymbolicValue } from '../symbolic-value';
import type { Flow } from './flow';
import { readIntrinsic } from './intrinsic-reading';
import { placeSymbolic } from './place-result';
import type { PathStep } from './step';
import { objectOf, type SymbolicRun } from './symbolic-run';
import { readTemplate } from './template';

/** JSONPath: InputPath, Parameters, the work, ResultSelector, ResultPath into the raw input, OutputPath. */
export class JsonPathFlow implements Flow {
  readonly #run: SymbolicRun;
  readonly #step: PathStep;

  constructor(run: SymbolicRun, step: PathStep) {
    this.#run = run;
    this.#step = step;
  }

  effectiveInput(): SymbolicValue {
    return this.#wholePath(this.#step.state.field('InputPath'), this.#run.input);
  }

  argumentsOf(effective: SymbolicValue): SymbolicValue {
    const field = this.#step.state.field('Parameters');
    return field ? this.#template(field, effective) : effective;
  }

  leaveWith(result: SymbolicValue): void {
    const { state } = this.#step;
    const assigned = this.#assigned(state, result);
    const selector = state.field('ResultSelector');
    const selected = selector ? this.#template(selector, result) : result;
    const placed = this.#placed(state.field('ResultPath'), selected);
    this.#run.input = this.#wholePath(state.field('OutputPath'), placed);
    this.#run.assign(assigned);
  }

  passOn(effective: SymbolicValue, by: AslNode = this.#step.state): void {
    const assigned = this.#assigned(by, effective);
    this.#run.input = this.#wholePath(this.#step.state.field('OutputPath'), effective);
    this.#run.assign(assigned);
  }

  leaveBy(catcher: AslNode, errorOutput: SymbolicValue): void {
    const assigned = this.#assigned(catcher, errorOutput);
    this.#run.input = this.#placed(catcher.field('ResultPath'), errorOutput);
    this.#run.assign(assigned);
  }

  numberIn(name: string) {
    const { state } = this.#step;
    const field = state.field(`${name}Path`);
    return field && { value: this.#path(field, this.effectiveInput()), node: state };
  }

  itemsOf(node: MapState, effective: SymbolicValue): SymbolicValue {
    const field = node.field('ItemsPath');
    return field ? this.#path(field, effective) : effective;
  }

  selected(node: MapState, effective: SymbolicValue, item: SymbolicValue, index: number): SymbolicValue {
    const field = node.field('ItemSelector') ?? node.field('Parameters');
    if (!field) return item;
    const Item = objectOf({ Index: constant(index), Value: item, Source: constant('STATE_DATA') });
    return this.#template(field, effective, { Map: objectOf({ Item }) });
  }

  #assigned(node: AslNode, value: SymbolicValue): ReadonlyMap<string, SymbolicValue> {
    const field = node.field('Assign');
    const made = field && this.#template(field, value);
    return membersOf(made);
  }

  #template(field: Field, input: SymbolicValue, more?: Readonly<Record<string, SymbolicValue>>): SymbolicValue {
    const roots = this.#run.roots(input, this.#step, more);
    return readTemplate(
      field,
      (expression) => this.#expression(expression, roots),
      (name) => name.slice(0, -'.$'.length),
    );
  }

  #expression({ parsed, jsonPath, parent, text = '' }: Expression, roots: SymbolicRoots): SymbolicValue {
    if (parsed.language === 'intrinsic' && parsed.result.value) {
      return readIntrinsic(this.#run, parsed.result.value, roots, parent);
    }
    if (jsonPath) return this.#run.must(readPath(jsonPath, roots, parent), parent, text);
    return unknown('the path cannot be read', parent);
  }

  /** InputPath and OutputPath: null stands for an empty object. */
  #wholePath(field: Field | undefined, value: SymbolicValue): SymbolicValue {
    if (!field) return value;
    return field.value.kind === 'null' ? constant({}) : this.#path(field, value);
  }

  #path(field: Field, input: SymbolicValue): SymbolicValue {
    const path = field.expressions[0]?.jsonPath;
    if (!path) {
      this.#run.doubt(field, field.name, 'the path cannot be read');
      return unknown('the path cannot be read', field);
    }
    return this.#run.must(readPath(path, this.#run.roots(input, this.#step), field), field, path.text);
  }

  #placed(field: Field | undefined, result: SymbolicValue): SymbolicValue {
    if (!field || field.json === '$') return result;
    if (field.value.kind === 'null') return this.#run.input;
    const parsed = field.expressions[0]?.parsed;
    if (parsed?.language === 'reference-path' && parsed.result.value) {
      return placeSymbolic(this.#run, parsed.result.value, this.#run.input, result, field);
    }
    this.#run.doubt(field, field.name, 'the path cannot be read');
    return unknown('the path cannot be read', field);
  }
}

/** The variables that an Assign gives. */
export function membersOf(made: SymbolicValue | undefined): ReadonlyMap<string, SymbolicValue> {
  if (made?.kind === 'object') return made.members;
  if (made?.kind !== 'constant' || typeof made.value !== 'object' || made.value === null) return new Map();
  return new Map(Object.entries(made.value).map(([name, value]) => [name, constant(value as never)]));
}
