import { alternativesOf, type Goal, type TestGoal } from './expand';
import type { Formula, KnownWay, Outcome } from './formula';
import { computedIn, settleComputed, type Tries } from './settle-computed';
import { settleRelations } from './settle-relations';
import { Store, type Conflict, type Fact } from './store';
import type { Doubt, Origin } from './place';
import { witnessOf, type Witness } from './witness';
import { isConfirmed } from './witness-data';

/** A test and the outcome that it would have to have. */
export interface Reason {
  readonly node: Origin;
  readonly text: string;
  readonly outcome: Outcome;
}

/**
 * - `witness`: with these values the formula comes to the outcome. Free data that is not among them may be anything.
 * - `impossible`: no data leads to the outcome. `because` are tests that cannot have these outcomes together.
 * - `unknown`: neither was found, for these reasons.
 */
export type Solution =
  | { readonly kind: 'witness'; readonly values: Witness }
  | { readonly kind: 'impossible'; readonly because: readonly Reason[] }
  | { readonly kind: 'unknown'; readonly because: readonly Doubt[] };

/** How many choices may depend on each other: each takes room on the stack. */
const maxDepth = 400;

/** How many alternatives may still be tried. One budget may do for several questions. */
export interface Budget {
  alternatives: number;
  /** Samples of computed values that may still be tried. */
  readonly tries: Tries;
}

/** What one question may cost. */
export const patience = (): Budget => ({ alternatives: 20_000, tries: { left: 400, effort: { steps: 1_000_000 } } });

/**
 * Finds data for which the formula comes to the outcome, or proves that there is none. Bounded: hard cases are `unknown`.
 * Computed values are tried, which proves nothing.
 */
export function solve(formula: Formula, outcome: Outcome = 'true', budget = patience()): Solution {
  const verdict = new Search(budget, true).meet([{ formula, outcome, level: 0 }], new Store(), 0);
  switch (verdict.kind) {
    case 'witness':
      return verdict;
    case 'conflict':
      return { kind: 'impossible', because: reasonsOf(verdict.conflict) };
    case 'doubt':
      return { kind: 'unknown', because: verdict.doubts };
  }
}

/**
 * Why no data leads to the outcome; undefined where that is not proven. Does not make the data that would: that takes as
 * long as the proof.
 */
export function proofAgainst(
  formula: Formula,
  outcome: Outcome = 'true',
  budget = patience(),
): readonly Reason[] | undefined {
  const verdict = new Search(budget, false).meet([{ formula, outcome, level: 0 }], new Store(), 0);
  return verdict.kind === 'conflict' ? reasonsOf(verdict.conflict) : undefined;
}

const reasonsOf = (conflict: Conflict): Reason[] => {
  const seen = new Set<string>();
  return [...conflict].flatMap(({ test, outcome }) => {
    const key = `${test.node.location} ${test.text} ${outcome}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ node: test.node, text: test.text, outcome }];
  });
};

interface LevelledGoal extends Goal {
  readonly level: number;
}

/** A goal that can be met in more than one way. */
interface Branch {
  readonly level: number;
  readonly expansion: Expansion;
}

type Verdict =
  | { readonly kind: 'witness'; readonly values: Witness }
  /** `levels` are the choices that the conflict depends on. */
  | { readonly kind: 'conflict'; readonly conflict: Conflict; readonly levels: ReadonlySet<number> }
  | { readonly kind: 'doubt'; readonly doubts: readonly Doubt[] };

/**
 * A tableau: goals that can be met in one way only are met at once, then the alternatives of the others are tried one after
 * the other. A conflict that does not depend on the last choice ends the choice: no other alternative would mend it.
 */
class Search {
  readonly #budget: Budget;
  readonly #makesWitness: boolean;
  readonly #expansions = new Map<Formula, Partial<Record<Outcome, Expansion>>>();

  constructor(budget: Budget, makesWitness: boolean) {
    this.#budget = budget;
    this.#makesWitness = makesWitness;
  }

  /** The last of the goals is met first. */
  meet(goals: LevelledGoal[], store: Store, depth: number, waiting: readonly Branch[] = []): Verdict {
    const branches = [...waiting];
    for (let goal = goals.pop(); goal; goal = goals.pop()) {
      const { level } = goal;
      const expansion = this.#expand(goal);
      if (countOf(expansion) !== 1) branches.push({ level, expansion });
      else {
        const conflict = take(expansion, 0, level, store, goals);
        if (conflict) return conflictOf(conflict);
      }
    }
    if (branches.length === 0) return this.#finish(store);
    const fewest = branches.reduce((best, branch) =>
      countOf(branch.expansion) < countOf(best.expansion) ? branch : best,
    );
    return this.#branch(
      fewest,
      branches.filter((branch) => branch !== fewest),
      store,
      depth + 1,
    );
  }

  /** A goal comes up with each alternative of the others; what it consists of is found out once. */
  #expand({ formula, outcome }: Goal): Expansion {
    let known = this.#expansions.get(formula);
    if (!known) this.#expansions.set(formula, (known = {}));
    return (known[outcome] ??= expand({ formula, outcome }));
  }

  #branch({ level: own, expansion }: Branch, waiting: readonly Branch[], store: Store, level: number): Verdict {
    // A test leaves nothing else to try; And and Or say nothing themselves.
    const fact = 'ways' in expansion ? factOf(expansion, own) : undefined;
    const facts = new Set<Fact>(fact && [fact]);
    const levels = new Set<number>([own]);
    let doubts: readonly Doubt[] = [];
    for (let index = 0; index < countOf(expansion); index++) {
      if (this.#budget.alternatives-- <= 0 || level > maxDepth) return tooMany(fact);
      const copy = new Store(store);
      const goals: LevelledGoal[] = [];
      const contradicted = take(expansion, index, level, copy, goals);
      const verdict = contradicted ? conflictOf(contradicted) : this.meet(goals, copy, level, waiting);
      if (verdict.kind === 'witness') return verdict;
      if (verdict.kind === 'doubt') {
        doubts = withDoubts(doubts, verdict.doubts);
        continue;
      }
      if (!verdict.levels.has(level)) return verdict;
      for (const fact of verdict.conflict) facts.add(fact);
      for (const other of verdict.levels) if (other !== level) levels.add(other);
    }
    return doubts.length > 0 ? { kind: 'doubt', doubts } : { kind: 'conflict', conflict: facts, levels };
  }

  #finish(store: Store): Verdict {
    const settled = settleRelations(store);
    if ('conflict' in settled) return conflictOf(settled.conflict);
    if (store.doubts.length > 0) return { kind: 'doubt', doubts: withDoubts([], store.doubts) };
    const computed = computedIn(store);
    if (computed.length > 0) {
      const found = this.#makesWitness ? settleComputed(store, this.#budget.tries) : undefined;
      if (found) return { kind: 'witness', values: found };
      return {
        kind: 'doubt',
        doubts: withDoubts(
          [],
          computed.map(({ computation }) => computation!.doubt),
        ),
      };
    }
    if ('givenUp' in settled) {
      const { node } = settled.givenUp.facts[0]!.test;
      return { kind: 'doubt', doubts: [{ reason: 'no values were found for places that are compared', node }] };
    }
    if (!this.#makesWitness) return { kind: 'witness', values: noValues };
    const values = witnessOf(settled.store);
    if (values && isConfirmed(settled.store, values)) return { kind: 'witness', values };
    return { kind: 'doubt', doubts: [{ reason: 'no data was found that satisfies all tests', node: undefined }] };
  }
}

const noValues: Witness = new Map();

const conflictOf = (conflict: Conflict): Verdict => ({
  kind: 'conflict',
  conflict,
  levels: new Set([...conflict].map(({ level }) => level)),
});

/** More reasons help nobody, and there can be as many as alternatives. */
const maxDoubts = 8;

const withDoubts = (known: readonly Doubt[], more: readonly Doubt[]): readonly Doubt[] =>
  more.reduce((doubts, doubt) => {
    const isNew = doubts.every(({ reason, node }) => reason !== doubt.reason || node !== doubt.node);
    return isNew && doubts.length < maxDoubts ? [...doubts, doubt] : doubts;
  }, known);

const tooMany = (fact: Fact | undefined): Verdict => ({
  kind: 'doubt',
  doubts: [{ reason: 'there are too many alternatives', node: fact?.test.node }],
});

/** What a goal consists of: the alternatives of And and Or, or the ways of a test. */
type Expansion =
  { readonly alternatives: readonly (readonly Goal[])[] } | (TestGoal & { readonly ways: readonly KnownWay[] });

function expand(goal: Goal): Expansion {
  const alternatives = alternativesOf(goal);
  return 'test' in alternatives
    ? { ...alternatives, ways: alternatives.test.ways(alternatives.outcome) }
    : { alternatives };
}

/** In how many ways the goal can be met. */
const countOf = (expansion: Expansion): number =>
  'ways' in expansion ? expansion.ways.length : expansion.alternatives.length;

const factOf = ({ test, outcome }: TestGoal, level: number): Fact => ({ test, outcome, level });

/** Meets a goal in the way of that number: adds what the way demands to the store, and what is still to be met to the goals. */
function take(
  expansion: Expansion,
  index: number,
  level: number,
  store: Store,
  goals: LevelledGoal[],
): Conflict | undefined {
  if ('ways' in expansion) return store.add(expansion.ways[index]!, factOf(expansion, level));
  const added = expansion.alternatives[index]!;
  for (let last = added.length - 1; last >= 0; last--) goals.push({ ...added[last]!, level });
  return undefined;
}
