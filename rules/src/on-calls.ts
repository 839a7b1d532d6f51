import type { CallNode } from '@stepproof/asl';
import type { AslRuleVisitor } from './rule-types';

/** Listens to all that calls an API: Tasks, and what reads the items and writes the results of distributed Maps. */
export const onCalls = (check: (node: CallNode) => void): AslRuleVisitor => ({
  TaskState: check,
  ItemReader: check,
  ResultWriter: check,
});
