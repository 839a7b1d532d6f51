import type { JsonataNode } from './ast';
import { evaluateJsonataWithin } from './evaluate';
import { languageFunctions } from './functions';
import { namedCall, type NamedCalls } from './literal-kinds';
import type { Jsonata } from './parse';

type Call = Extract<JsonataNode, { type: 'function' | 'partial' }>;

/** Functions that give the same for the same arguments, and that fail against the will of who wrote them. */
export const pureFunctions: ReadonlySet<string> = new Set([
  ...languageFunctions.filter((name) => !['assert', 'error', 'millis', 'now', 'shuffle'].includes(name)),
  'parse',
]);

/** A call whose arguments are all written out and that fails: `$number("ten")`, `$toMillis("noon")`. It is evaluated to see that. */
export function constantFault(jsonata: Jsonata, node: Call, calls: NamedCalls): string | undefined {
  const failure = isConstant(node, calls) ? failureOf(jsonata, node) : undefined;
  // The message of a call inside says more than that of the call around it.
  if (failure === undefined || node.arguments.some((argument) => failureOf(jsonata, argument) !== undefined)) {
    return undefined;
  }
  const name = calls.get(node.procedure.position ?? -1)!.name;
  return `"$${name}" fails whatever the data is: ${failure.replace(/\.$/, '')}; correct its arguments`;
}

function isConstant(node: JsonataNode, calls: NamedCalls): boolean {
  const areConstant = (nodes: readonly JsonataNode[]): boolean => nodes.every((one) => isConstant(one, calls));
  if (node.predicate ?? node.stages ?? node.group ?? node.focus ?? node.index) return false;
  switch (node.type) {
    case 'string':
    case 'number':
    case 'value':
      return true;
    case 'function': {
      const name = namedCall(node, calls);
      // Without arguments the context may be one.
      return name !== undefined && pureFunctions.has(name) && node.arguments.length > 0 && areConstant(node.arguments);
    }
    case 'binary':
      return areConstant([node.lhs, node.rhs]);
    case 'unary':
      if (node.value === '-') return isConstant(node.expression, calls);
      return areConstant(node.value === '[' ? node.expressions : node.lhs.flat());
    default:
      return false;
  }
}

const steps = 1000;

function failureOf(jsonata: Jsonata, ast: JsonataNode): string | undefined {
  const environment = { now: () => 0, uuid: () => '', random: () => 0 };
  const result = evaluateJsonataWithin({ steps }, { ...jsonata, ast }, { states: {} }, environment);
  return result?.kind === 'error' && result.code !== undefined ? result.message : undefined;
}
