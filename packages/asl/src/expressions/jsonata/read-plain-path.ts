import type { JsonataNode } from './ast';

/** `true`, `false` and `null` are literals wherever they stand; words such as `and` are names behind a dot. */
const plainPath = /^[ \t\n\r]*\$[A-Za-z_]\w*(?:\.(?!(?:true|false|null)\b)[A-Za-z_]\w*)*[ \t\n\r]*$/;

/**
 * The tree of `$name` or `$name.name.name`, the same that the `jsonata` package makes of it; undefined for any other text. Three
 * of four expressions in published definitions are that simple. The package builds its grammar anew for each text, which takes
 * more time than all else that is asked of such an expression.
 */
export function readPlainPath(source: string): JsonataNode | undefined {
  if (!plainPath.test(source)) return undefined;
  const [root, ...names] = source.trim().split('.');
  let position = source.indexOf('$') + root!.length;
  const variable: JsonataNode = { value: root!.slice(1), type: 'variable', position };
  if (!names.length) return variable;
  const steps = names.map((value): JsonataNode => {
    position += 1 + value.length;
    return { value, type: 'name', position };
  });
  return { type: 'path', steps: [variable, ...steps] };
}
