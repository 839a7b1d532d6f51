import type { IntrinsicArgument } from '../../expressions/intrinsic/ast';
import { parseIntrinsic } from '../../expressions/intrinsic/parse';
import type { JsonPath } from '../../expressions/json-path/ast';
import { parseJsonPath } from '../../expressions/json-path/parse';
import { isJsonata } from '../../expressions/jsonata/delimiters';
import { parseJsonata } from '../../expressions/jsonata/parse';
import { isUnknown, type Located } from '../../text/located';

/** Whether a value is the same each time its state is tried; if not, what makes it another one. */
export type Stability = 'stable' | 'unknown' | { readonly changesBy: string };

/** What the Context Object has anew at each attempt. */
const volatileContext = ['State.RetryCount', 'State.EnteredTime', 'Task.Token'];
/** Functions with another answer at each call, and how many arguments make the answer fixed (a seed). */
const volatileIntrinsics = new Map([
  ['States.UUID', Infinity],
  ['States.MathRandom', 3],
]);
const volatileFunctions = new Map([
  ['uuid', Infinity],
  ['now', Infinity],
  ['millis', Infinity],
  ['random', 1],
]);

/** `isPath`: the value stands under a key that ends with `.$`. */
export function stabilityOf(value: Located, isPath: boolean): Stability {
  switch (value.kind) {
    case 'placeholder':
      return 'unknown';
    case 'array':
      return combined(value.items.map((item) => stabilityOf(item, false)));
    case 'object':
      return combined(value.entries.map(({ key, value: inner }) => stabilityOf(inner, key.value.endsWith('.$'))));
    case 'string': {
      const found = isPath ? ofPath(value.value) : isJsonata(value.value) ? ofJsonata(value.value) : 'stable';
      return found === 'stable' && isUnknown(value) ? 'unknown' : found;
    }
    default:
      return 'stable';
  }
}

function combined(parts: readonly Stability[]): Stability {
  return parts.find((part) => typeof part === 'object') ?? (parts.includes('unknown') ? 'unknown' : 'stable');
}

function ofPath(text: string): Stability {
  const parsed = text.startsWith('$') ? parseJsonPath(text) : parseIntrinsic(text);
  return parsed.value ? ofArgument(parsed.value) : 'unknown';
}

function ofArgument(argument: IntrinsicArgument): Stability {
  switch (argument.kind) {
    case 'call': {
      const fixedBy = volatileIntrinsics.get(argument.name);
      if (fixedBy !== undefined && argument.arguments.length < fixedBy) return { changesBy: `${argument.name}()` };
      return combined(argument.arguments.map(ofArgument));
    }
    case 'path':
      return isVolatile(argument) ? { changesBy: argument.text } : 'stable';
    case 'placeholder':
      return 'unknown';
    default:
      return 'stable';
  }
}

/** The path leads to something volatile, or to an object that has it inside. */
function isVolatile({ root, segments }: JsonPath): boolean {
  if (root.kind !== 'context') return false;
  const names = segments.map((segment) => (segment.kind === 'name' ? segment.name : '*'));
  return volatileContext.some((path) =>
    path.split('.').every((name, at) => names[at] === undefined || names[at] === name),
  );
}

function ofJsonata(text: string): Stability {
  const { value: jsonata } = parseJsonata(text);
  if (!jsonata?.ast) return 'unknown';
  for (const { name, arguments: given } of jsonata.references.calls) {
    const fixedBy = volatileFunctions.get(name);
    if (fixedBy !== undefined && given < fixedBy) return { changesBy: `$${name}()` };
  }
  for (const { member, start, end } of jsonata.references.states) {
    if (member !== 'context') continue;
    const [, path] = /^\s*\.\s*(\w+\s*\.\s*\w+)/.exec(text.slice(end, end + 100)) ?? [];
    const found = volatileContext.find((one) => one === path?.replace(/\s/g, ''));
    if (found) return { changesBy: `${text.slice(start, end)}.${found}` };
  }
  return jsonata.hasPlaceholders ? 'unknown' : 'stable';
}
