import type { Formula, KnownTest, Outcome } from './formula';

/** A formula that must come to an outcome. */
export interface Goal {
  readonly formula: Formula;
  readonly outcome: Outcome;
}

/** A goal that is a single test. */
export interface TestGoal {
  readonly test: KnownTest;
  readonly outcome: Outcome;
}

/**
 * The alternatives that a goal consists of; each is a list of goals that must all be met. Those of And and Or exclude each
 * other, because the operands are evaluated in turn until one decides. A test stands for itself.
 */
export function alternativesOf({ formula, outcome }: Goal): readonly (readonly Goal[])[] | TestGoal {
  switch (formula.kind) {
    case 'test':
      return { test: formula.test, outcome };
    case 'literal':
      return outcome === String(formula.value) ? [[]] : [];
    case 'not':
      return [[{ formula: formula.operand, outcome: opposite(outcome) }]];
    case 'any':
      return outcome === 'true' ? formula.operands.map((operand) => [{ formula: operand, outcome }]) : [];
    case 'and':
      return ofSeries(formula.operands, outcome, 'true');
    case 'or':
      return ofSeries(formula.operands, outcome, 'false');
  }
}

const opposite = (outcome: Outcome): Outcome => (outcome === 'fails' ? 'fails' : outcome === 'true' ? 'false' : 'true');

/** `through` is the outcome of an operand that lets the next one be evaluated. */
function ofSeries(
  operands: readonly Formula[],
  outcome: Outcome,
  through: 'true' | 'false',
): readonly (readonly Goal[])[] {
  const pass = (count: number): Goal[] => operands.slice(0, count).map((formula) => ({ formula, outcome: through }));
  if (outcome === through) return [pass(operands.length)];
  return operands.map((formula, index) => [...pass(index), { formula, outcome }]);
}
