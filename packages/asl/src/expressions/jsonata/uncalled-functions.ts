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
  { ast, isComplete, references, text }: Jsonata,
  isVariable: (name: string) => boolean = () => false,
): readonly ExpressionProblem[] {
  if (!ast || !isComplete) return [];
  const functions = references.variables.filter(({ name }) => jsonataFunctions.has(name) && !isVariable(name));
  const spans = new Map(functions.map((span) => [span.end, span]));
  if (!spans.size && !/function|λ|\//.test(text)) return [];
  return valuesIn(ast).flatMap((node) => {
    if (node.predicate) return [];
    const span = node.type === 'variable' ? spans.get(node.position ?? -1) : undefined;
    const message = span ? notCalled(span.name) : messages.get(node.type);
    return message === undefined ? [] : [{ message, ...(span ?? { start: 0, end: text.length }) }];
  });
}

const notCalled = (name: string): string =>
  `"$${name}" is a function and is not called, so it gives no value; write "$${name}(${withoutArguments.has(name) ? '' : '...'})"`;

/** What makes functions. A call in tail position is no value of its own. */
const messages: ReadonlyMap<string, string> = new Map([
  ['lambda', 'The expression makes a function, which is no value; call it'],
  [
    'regex',
    'A regular expression is a function, which is no value; test a text with it: "$contains(..., /.../)", or "$match"',
  ],
]);

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
