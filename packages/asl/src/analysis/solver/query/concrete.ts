import { evaluateJsonataWithin, type Effort, type JsonataBindings, type JsonataNode } from '../../../expressions';
import { failing, missing, constant, type Reading } from '../symbolic-value';
import type { Json } from '../../../text/located';

const environment = { now: () => 0, uuid: () => '', random: () => 0 };

/** What finding out a constant may cost: a definition may be full of them. */
const forConstant = (): Effort => ({ steps: 5_000 });

/**
 * What a part of an expression gives with these bindings: a constant, nothing or an error; undefined for a function, and where it
 * takes too long to find out.
 */
export function evaluated(ast: JsonataNode, bindings: JsonataBindings, effort = forConstant()): Reading | undefined {
  const jsonata = { ast, isComplete: true, text: '', code: '', hasPlaceholders: false } as never;
  const result = evaluateJsonataWithin(effort, jsonata, bindings, environment);
  switch (result?.kind) {
    case 'value':
      return constant(result.value);
    case 'undefined':
      return missing;
    case 'error':
      return failing;
    case 'unsupported':
    case undefined:
      return undefined;
  }
}

/** What becomes of known values, undefined for nothing, that an expression reads as the variables `$0`, `$1` and so on. */
export function evaluatedWith(
  ast: (operands: readonly JsonataNode[]) => JsonataNode,
  values: readonly (Json | undefined)[],
): Reading | undefined {
  const variables = new Map(
    values.flatMap((value, index) => (value === undefined ? [] : [[String(index), value] as const])),
  );
  const operands = values.map((_, index): JsonataNode => ({ type: 'variable', value: String(index) }));
  return evaluated(ast(operands), { states: {}, variables });
}

export const callOf =
  (name: string) =>
  (operands: readonly JsonataNode[]): JsonataNode => ({
    type: 'function',
    procedure: { type: 'variable', value: name },
    arguments: operands,
  });

export const operationOf =
  (operator: string) =>
  ([lhs, rhs]: readonly JsonataNode[]): JsonataNode => ({ type: 'binary', value: operator, lhs: lhs!, rhs: rhs! });

/** The path that leads from a variable through members and elements. */
export const pathFrom = (operand: JsonataNode, path: readonly (string | number)[]): JsonataNode => {
  const steps: JsonataNode[] = [operand];
  for (const segment of path) {
    const stage = { type: 'filter', expr: { type: 'number', value: segment } } as const;
    const last = steps.at(-1)!;
    if (typeof segment === 'string') steps.push({ type: 'name', value: segment });
    else if (steps.length === 1) steps[0] = { ...last, predicate: [...(last.predicate ?? []), stage] };
    else steps[steps.length - 1] = { ...last, stages: [...(last.stages ?? []), stage] };
  }
  return { type: 'path', steps };
};
