import type { Json, MapState } from '@stepproof/asl';
import { compileNumberField, type NumberRange } from '../data-flow/number-field';
import type { Visit } from './visit';

export interface MapLimits {
  /** 0 for as many as possible. */
  readonly maxConcurrency: number;
  readonly toleratedCount: number | undefined;
  readonly toleratedPercentage: number | undefined;
}

const notNegative = (name: string): NumberRange => ({
  kind: 'integer',
  fault: (value) => (value < 0 ? `${name} cannot be negative.` : undefined),
});

const percentage: NumberRange = {
  kind: 'float',
  fault: (value) => (value < 0 || value > 100 ? 'ToleratedFailurePercentage must be between 0 and 100.' : undefined),
};

/** How many iterations run at once, and how many may fail. AWS looks at them after MapStateStarted (recorded). */
export function compileMapLimits(node: MapState): (visit: Visit, effectiveInput: Json) => MapLimits {
  const maxConcurrencyOf = compileNumberField(node, 'MaxConcurrency', notNegative('MaxConcurrency'));
  const countOf = compileNumberField(node, 'ToleratedFailureCount', notNegative('ToleratedFailureCount'));
  const percentageOf = compileNumberField(node, 'ToleratedFailurePercentage', percentage);
  return (visit, effectiveInput) => {
    const maxConcurrency = maxConcurrencyOf(visit, effectiveInput) ?? 0;
    const toleratedCount = countOf(visit, effectiveInput);
    const toleratedPercentage = percentageOf(visit, effectiveInput);
    visit.trial?.inspect('maxConcurrency', maxConcurrency);
    if (toleratedCount !== undefined) visit.trial?.inspect('toleratedFailureCount', toleratedCount);
    if (toleratedPercentage !== undefined) visit.trial?.inspect('toleratedFailurePercentage', toleratedPercentage);
    return { maxConcurrency, toleratedCount, toleratedPercentage };
  };
}
