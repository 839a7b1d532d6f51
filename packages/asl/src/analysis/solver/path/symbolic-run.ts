import type { State } from '../../../syntax';
import type { Json } from '../../../text/located';
import { nothing, only, present, valuesOf, type Domain } from '../domain';
import { and, doubtful, impossible, test, type Formula } from '../formula';
import type { SymbolicRoots } from '../read-path';
import { keyOf, reference, type FreeSymbol, type Origin, type Reference } from '../place';
import {
  constant,
  mayBeMissing,
  missing,
  unknown,
  unknownInside,
  type Reading,
  type SymbolicValue,
} from '../symbolic-value';
import { orderTerm } from '../string-term';
import { stringsBy } from '../strings';
import { allWays, presenceWays, waysInto } from '../ways';
import type { InsidePlan } from './inside-plan';
import type { PathStep } from './step';

/** What a step of the path needs from outside: the result of its work, or the error that it fails with. */
export interface Supply {
  /** The number of the step. */
  readonly step: number;
  readonly kind: 'result' | 'error';
  readonly symbol: FreeSymbol;
  /** The items of a Map, of which its result has as many. */
  readonly items?: SymbolicValue | undefined;
  readonly state: State;
  readonly iterations: readonly number[];
}

export const executionInput: FreeSymbol = { id: 'the input of the execution' };

/** What goes from state to state. */
interface Position {
  readonly input: SymbolicValue;
  readonly variables: ReadonlyMap<string, SymbolicValue>;
  readonly iterations: readonly number[];
}

/** The data on its way along a path, and all that it takes to get there. */
export class SymbolicRun {
  input: SymbolicValue;
  variables: ReadonlyMap<string, SymbolicValue> = new Map();
  readonly supplies: Supply[] = [];
  /** How to go through what the path leaves aside; undefined where its results are free data. */
  readonly plan: InsidePlan | undefined;
  /** The indexes of the Map iterations around the data, innermost first. */
  iterations: readonly number[] = [];
  readonly #demands: Formula[] = [];

  constructor(input: SymbolicValue, plan?: InsidePlan) {
    this.input = input;
    this.plan = plan;
  }

  /** Where the data is: it can be put back there after a look aside. */
  get position(): Position {
    return { input: this.input, variables: this.variables, iterations: this.iterations };
  }

  set position({ input, variables, iterations }: Position) {
    this.input = input;
    this.variables = variables;
    this.iterations = iterations;
  }

  /** All demands, in the order in which they were made. */
  get formula(): Formula {
    return and(...this.#demands);
  }

  demand(formula: Formula): void {
    this.#demands.push(formula);
  }

  /** The value must be there: where a field's path leads nowhere, the execution fails. */
  must(reading: Reading, node: Origin, text: string): SymbolicValue {
    if (reading.kind === 'missing' || reading.kind === 'failing') {
      const problem = reading.kind === 'missing' ? `${text} leads nowhere` : `${text} fails`;
      this.demand(impossible(node, problem));
      return unknown(problem, node);
    }
    if (mayBeMissing(reading)) {
      this.demand(test({ node, text, ways: (outcome) => (outcome === 'true' ? presenceWays(reading) : []) }));
    }
    return certain(reading);
  }

  /** The value must be in the domain. */
  mustBe(value: SymbolicValue, domain: Domain, node: Origin, text: string): void {
    this.demand(test({ node, text, ways: (outcome) => (outcome === 'true' ? waysInto(value, domain) : []) }));
  }

  doubt(node: Origin, text: string, reason: string): void {
    this.demand(doubtful(node, text, reason));
  }

  /** The result of the work of a state, which a mock will give. */
  resultOf(step: number, state: State, items?: SymbolicValue): Reference {
    return reference(this.#supply('result', step, state, items && { items }));
  }

  #supply(kind: Supply['kind'], step: number, state: State, more?: Pick<Supply, 'items'>): FreeSymbol {
    const symbol = { id: `the ${kind} of "${state.name}" (call ${this.supplies.length + 1})` };
    this.supplies.push({ step, kind, symbol, state, iterations: this.iterations, ...more });
    return symbol;
  }

  /** The Error Output of a state whose work fails with one of the errors, sets of which each will do. */
  errorOf(step: number, state: State, names: readonly Domain[], node: Origin): SymbolicValue {
    const output = reference(this.#supply('error', step, state));
    const error: Reference = { ...output, path: ['Error'] };
    const cause: Reference = { ...output, path: ['Cause'] };
    // An error needs no cause, unless something later reads one.
    const causes = [only(''), valuesOf('string')].flatMap((domain) => waysInto(cause, domain));
    const named = allWays(
      names.flatMap((domain) => waysInto(error, domain)),
      causes,
    );
    const doubt = { reason: 'a worker may fail without a name and a cause', node };
    const nameless = allWays(waysInto(error, valuesOf('null')), waysInto(cause, valuesOf('null')), [{ doubt }]);
    const ways = names.length > 0 ? [...named, ...nameless] : [];
    const text = 'an error that goes to this Catcher';
    this.demand(test({ node, text, ways: (outcome) => (outcome === 'true' ? ways : []) }));
    return objectOf({ Error: error, Cause: cause });
  }

  /** The value of the JSON text at a place: free data that the place is the text of. */
  parsed(writtenAt: Reference, node: Origin): Reference {
    const symbol: FreeSymbol = { id: `the JSON text at ${keyOf(writtenAt)}`, writtenAt };
    const value = reference(symbol);
    const text = { ...nothing, strings: stringsBy(orderTerm([1], '')) };
    // An empty text is null.
    const ways = [
      ...allWays(waysInto(writtenAt, text), waysInto(value, present)),
      ...allWays(waysInto(writtenAt, only('')), waysInto(value, valuesOf('null'))),
    ];
    this.demand(test({ node, text: 'a JSON text', ways: (outcome) => (outcome === 'true' ? ways : []) }));
    return value;
  }

  assign(values: ReadonlyMap<string, SymbolicValue>): void {
    this.variables = new Map([...this.variables, ...values]);
  }

  /** What the paths of a field start from; `more` are further members of the context object. */
  roots(
    input: SymbolicValue,
    { state }: Pick<PathStep, 'state'>,
    more: Readonly<Record<string, SymbolicValue>> = {},
  ): SymbolicRoots {
    const context = objectOf({ ...contextOf(state), ...more });
    // What is computed later is computed of the variables as they are now.
    const { variables } = this;
    return { input, context, variable: (name) => variables.get(name) ?? missing };
  }
}

/** What is left of a value once it must be there: where that is one case only, the ways into it are demanded already. */
function certain(value: SymbolicValue): SymbolicValue {
  if (value.kind === 'unknown') return { ...value, mayBeMissing: false, mayFail: false };
  if (value.kind !== 'cases') return value;
  const there = value.cases.flatMap(({ when, value: inner }) => {
    const isThere =
      inner.kind !== 'missing' && inner.kind !== 'failing' && allWays(when, presenceWays(inner)).length > 0;
    return isThere ? [inner] : [];
  });
  return there.length === 1 ? certain(there[0]!) : value;
}

export const objectOf = (members: Readonly<Record<string, SymbolicValue>>): SymbolicValue => ({
  kind: 'object',
  members: new Map(Object.entries(members)),
});

const text = (name: string): SymbolicValue => unknown(`${name} is only known in the execution`, undefined, 'string');
const value = (json: Json): SymbolicValue => constant(json);

/** The context object, as far as it is the same in every execution. */
function contextOf(state: State): Readonly<Record<string, SymbolicValue>> {
  return {
    ...tokenOf(state),
    Execution: objectOf({
      Id: text('$$.Execution.Id'),
      Input: reference(executionInput),
      Name: text('$$.Execution.Name'),
      RedriveCount: unknown('$$.Execution.RedriveCount is only known in the execution', undefined, 'number'),
      RoleArn: text('$$.Execution.RoleArn'),
      StartTime: text('$$.Execution.StartTime'),
    }),
    State: objectOf({
      EnteredTime: text('$$.State.EnteredTime'),
      Name: value(state.name),
      RetryCount: unknown('$$.State.RetryCount is only known in the execution', undefined, 'number'),
    }),
    StateMachine: objectOf({ Id: text('$$.StateMachine.Id'), Name: text('$$.StateMachine.Name') }),
  };
}

/** Only Tasks that wait for something have a token. */
function tokenOf(state: State): Readonly<Record<string, SymbolicValue>> {
  if (state.type !== 'TaskState') return {};
  const { resource } = state;
  if (resource.kind === 'unknown') {
    return { Task: unknownInside({ reason: 'whether there is a task token depends on the Resource', node: state }) };
  }
  const hasToken = resource.kind === 'activity' || ('pattern' in resource && resource.pattern !== 'request-response');
  return hasToken ? { Task: objectOf({ Token: text('$$.Task.Token') }) } : {};
}

/** Numbers of at least a bound. */
export const numbersFrom = (min: number): Domain => ({ ...nothing, numbers: [[min, Number.MAX_VALUE]] });
