import type { State } from '../../../syntax';
import type { Json } from '../../../text/located';
import { anyObject, nothing, only, present, valuesOf, type Domain } from '../domain';
import { and, doubtful, impossible, test, type Formula } from '../formula';
import type { SymbolicRoots } from '../read-path';
import {
  constant,
  mayBeMissing,
  missing,
  reference,
  unknown,
  unknownInside,
  type FreeSymbol,
  type Origin,
  type Reading,
  type Reference,
  type SymbolicValue,
} from '../symbolic-value';
import { keyOf } from '../store';
import { orderTerm } from '../string-term';
import { stringsBy } from '../strings';
import { presenceWays, waysInto } from '../ways';
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

  /** All demands, in the order in which they were made. */
  get formula(): Formula {
    return and(...this.#demands);
  }

  demand(formula: Formula): void {
    this.#demands.push(formula);
  }

  /** The value must be there: where a field's path leads nowhere, the execution fails. */
  must(reading: Reading, node: Origin, text: string): SymbolicValue {
    if (reading.kind === 'missing') {
      this.demand(impossible(node, `${text} leads nowhere`));
      return unknown(`${text} leads nowhere`, node);
    }
    if (mayBeMissing(reading)) {
      this.demand(test({ node, text, ways: (outcome) => (outcome === 'true' ? presenceWays(reading) : []) }));
    }
    return reading;
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

  /** The Error Output of a state whose work fails. */
  errorOf(step: number, state: State): Reference {
    const symbol = this.#supply('error', step, state);
    const output = reference(symbol);
    this.mustBe(output, anyObject, state, 'the Error Output');
    const cause: Reference = { ...output, path: ['Cause'] };
    // An error needs no cause, unless something later reads one.
    this.mustBeOneOf(cause, [only(''), valuesOf('string')], state, 'the Cause of the error');
    return output;
  }

  /** The value must be in one of the domains, in the first of them that fits. */
  mustBeOneOf(value: SymbolicValue, domains: readonly Domain[], node: Origin, text: string): void {
    const ways = () => domains.flatMap((domain) => waysInto(value, domain));
    this.demand(test({ node, text, ways: (outcome) => (outcome === 'true' ? ways() : []) }));
  }

  /** The value of the JSON text at a place: free data that the place is the text of. */
  parsed(writtenAt: Reference, node: Origin): Reference {
    const symbol: FreeSymbol = { id: `the JSON text at ${keyOf(writtenAt)}`, writtenAt };
    const value = reference(symbol);
    this.mustBe(writtenAt, { ...nothing, strings: stringsBy(orderTerm([1], '')) }, node, 'a JSON text');
    this.mustBe(value, present, node, 'the value of a JSON text');
    return value;
  }

  assign(values: ReadonlyMap<string, SymbolicValue>): void {
    this.variables = new Map([...this.variables, ...values]);
  }

  variable(name: string): Reading {
    return this.variables.get(name) ?? missing;
  }

  /** What the paths of a field start from; `more` are further members of the context object. */
  roots(
    input: SymbolicValue,
    { state }: Pick<PathStep, 'state'>,
    more: Readonly<Record<string, SymbolicValue>> = {},
  ): SymbolicRoots {
    const context = objectOf({ ...contextOf(state), ...more });
    return { input, context, variable: (name) => this.variable(name) };
  }
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
