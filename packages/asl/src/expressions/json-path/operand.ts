import type { Json } from '../../text/located';
import type { JsonPath } from './ast';
import type { Evaluation } from './evaluation';
import { isDefinite } from './is-definite';
import { select, type Selected } from './select';

/** The value of a path inside a filter or a function call; `current` is what `@` means. Undefined if it leads nowhere. */
export function operandValue(path: JsonPath, current: Json, evaluation: Evaluation): Json | undefined {
  const selected = selectOperand(path, current, evaluation);
  if (selected === undefined || !('values' in selected)) return undefined;
  return isDefinite(path) ? selected.values.at(-1) : selected.values;
}

/** Whether the path leads somewhere: every member it names is there, and a definite path has a value. */
export function operandExists(path: JsonPath, current: Json, evaluation: Evaluation): boolean {
  const selected = selectOperand(path, current, evaluation, true);
  if (selected === undefined || !('values' in selected)) return false;
  return !isDefinite(path) || selected.values.length > 0;
}

function selectOperand(
  path: JsonPath,
  current: Json,
  evaluation: Evaluation,
  requireMembers = false,
): Selected | undefined {
  const start = startOf(path, current, evaluation);
  return start === undefined ? undefined : select(path.segments, start, evaluation, requireMembers);
}

function startOf({ root }: JsonPath, current: Json, evaluation: Evaluation): Json | undefined {
  switch (root.kind) {
    case 'current':
      return current;
    case 'input':
      return evaluation.document;
    case 'context':
      return evaluation.roots.context;
    case 'variable':
      return evaluation.roots.variable(root.name);
  }
}
