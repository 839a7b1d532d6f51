import type { ExpressionProblem } from '../result';
import type { JsonataNode } from './ast';
import { jsonataFunctions } from './functions';
import type { Jsonata } from './parse';

/**
 * Functions that stand where a value should, because they are not called: `{% $now %}`, `'x' & $uuid`, `{'at': $millis}`. What the
 * expression makes has a function in it then, which is no JSON, or `&` makes an empty text of it. A variable that is called
 * like a function, such as `count`, is none.
 */
export function uncalledFunctions(
  { ast, isComplete, references }: Jsonata,
  isVariable: (name: string) => boolean = () => false,
): readonly ExpressionProblem[] {
  if (!ast || !isComplete) return [];
  const functions = references.variables.filter(({ name }) => jsonataFunctions.has(name) && !isVariable(name));
  const spans = new Map(functions.map((span) => [span.end, span]));
  if (!spans.size) return [];
  return valuesIn(ast).flatMap((node) => {
    const span = node.type === 'variable' && !node.predicate ? spans.get(node.position ?? -1) : undefined;
    if (!span) return [];
    const call = `$${span.name}(${withoutArguments.has(span.name) ? '' : '...'})`;
    return [
      { message: `"$${span.name}" is a function and is not called, so it gives no value; write "${call}"`, ...span },
    ];
  });
}

const withoutArguments: ReadonlySet<string> = new Set(['now', 'millis', 'uuid', 'random']);

/** The nodes whose values end up in what the expression makes, or in a text. */
function valuesIn(node: JsonataNode): readonly JsonataNode[] {
  switch (node.type) {
    case 'block':
      return node.expressions.slice(-1).flatMap(valuesIn);
    case 'condition':
      return [node.then, ...(node.else ? [node.else] : [])].flatMap(valuesIn);
    case 'binary':
      return node.value === '&' ? [node.lhs, node.rhs].flatMap(valuesIn) : [];
    case 'unary':
      if (node.value === '[') return node.expressions.flatMap(valuesIn);
      return node.value === '{' ? node.lhs.flatMap(([, value]) => valuesIn(value)) : [];
    default:
      return [node];
  }
}
