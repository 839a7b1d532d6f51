import { demandsOf, type Demand, type Restriction } from './demands';
import type { Domain } from './domain';
import type { Sign, Signs } from './sign';
import type { Doubt, Origin, Reference } from './place';

/** How a condition ends. A JSONPath comparison whose Variable leads nowhere `fails` the execution, as does a JSONata error. */
export type Outcome = 'true' | 'false' | 'fails';

/** What compares values of two places: strings, numbers, instants or booleans as such, or any JSON values. */
export type RelationType = 'String' | 'Numeric' | 'Timestamp' | 'Boolean' | 'Json';

/** Both places hold values of the type, and the first lies to the second by one of the signs. */
export interface Relation {
  readonly type: RelationType;
  readonly left: Reference;
  readonly right: Reference;
  readonly signs: readonly [Sign, ...Signs] | Signs;
}

/** One of the ways in which a test comes to an outcome: everything in it must hold. */
export interface Way {
  readonly restrictions?: readonly Restriction[];
  readonly relations?: readonly Relation[];
  /** Set where the way may or may not be open: then it proves nothing to find it, but to find all others closed. */
  readonly doubt?: Doubt;
}

/** A single test of the data: a comparison, or that a path must lead somewhere. */
export interface Test {
  /** Where it is written. */
  readonly node: Origin;
  /** What it tests, in the words of the definition: `$.total NumericLessThan 100`. */
  readonly text: string;
  /** The ways to an outcome. No data at all that leads to the outcome is outside of them. */
  ways(outcome: Outcome): readonly Way[];
}

/** A way with all that it asks of each place. */
export interface KnownWay extends Way {
  readonly demands: readonly Demand[];
}

/** A test whose ways are found once: each question about a Choice asks all its tests again. */
export class KnownTest implements Test {
  readonly node: Origin;
  readonly text: string;
  readonly #test: Test;
  readonly #ways = new Map<Outcome, readonly KnownWay[]>();

  constructor(tested: Test) {
    this.node = tested.node;
    this.text = tested.text;
    this.#test = tested;
  }

  ways(outcome: Outcome): readonly KnownWay[] {
    let ways = this.#ways.get(outcome);
    if (!ways) {
      const found = this.#test.ways(outcome);
      ways = found.map((way) => ({ ...way, demands: (way.restrictions ?? []).flatMap(demandsOf) }));
      this.#ways.set(outcome, ways);
    }
    return ways;
  }
}

/** A condition over symbolic data. And and Or stop at the first operand that decides, as Step Functions does. */
export type Formula =
  | { readonly kind: 'test'; readonly test: KnownTest }
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Formula[] }
  | { readonly kind: 'not'; readonly operand: Formula }
  /** One of the operands is true, whatever the others are. It is a demand, not a condition: it is never false. */
  | { readonly kind: 'any'; readonly operands: readonly Formula[] }
  | { readonly kind: 'literal'; readonly value: boolean };

export const literal = (value: boolean): Formula => ({ kind: 'literal', value });
export const and = (...operands: readonly Formula[]): Formula => ({ kind: 'and', operands });
export const or = (...operands: readonly Formula[]): Formula => ({ kind: 'or', operands });
export const anyOf = (...operands: readonly Formula[]): Formula => ({ kind: 'any', operands });
export const not = (operand: Formula): Formula => ({ kind: 'not', operand });
export const test = (tested: Test): Formula => ({ kind: 'test', test: new KnownTest(tested) });

/** A condition of which nothing is known. */
export const doubtful = (node: Origin, text: string, reason: string): Formula =>
  test({ node, text, ways: () => [{ doubt: { reason, node } }] });

/** A demand on one place: it holds, or the execution fails. */
export const demand = (node: Origin, text: string, place: Reference, domain: Domain): Formula =>
  test({ node, text, ways: (outcome) => (outcome === 'true' ? [{ restrictions: [{ place, domain }] }] : []) });

/** A demand that cannot be met. */
export const impossible = (node: Origin, text: string): Formula => test({ node, text, ways: () => [] });

/** The single tests that a formula consists of. */
export function* testsOf(formula: Formula): Generator<KnownTest> {
  if (formula.kind === 'test') yield formula.test;
  else if (formula.kind === 'not') yield* testsOf(formula.operand);
  else if (formula.kind !== 'literal') for (const operand of formula.operands) yield* testsOf(operand);
}
