import type { IntrinsicArgument } from '../../expressions/intrinsic/ast';
import { parseIntrinsic } from '../../expressions/intrinsic/parse';
import type { JsonPath } from '../../expressions/json-path/ast';
import { parseJsonPath } from '../../expressions/json-path/parse';
import { isJsonata } from '../../expressions/jsonata/delimiters';
import { parseJsonata } from '../../expressions/jsonata/parse';
import type { Located } from '../../text/located';
import { stabilityOf } from './stability';

/** Where a text is the same: in every execution of the state machine, or at least all over one execution. */
export type Sameness = 'executions' | 'execution';

/** `isPath`: the text stands under a key that ends with `.$`. Undefined where the input, an item or a variable may change it. */
export function samenessOf(value: Located, isPath: boolean): Sameness | undefined {
  if (value.kind !== 'string' || stabilityOf(value, isPath) !== 'stable') return undefined;
  if (isPath) return ofPath(value.value);
  if (isJsonata(value.value)) return ofJsonata(value.value);
  // A path or a call that is taken for text is another mistake.
  return /^(\$|States\.)/.test(value.value) ? undefined : 'executions';
}

function least(parts: readonly (Sameness | undefined)[]): Sameness | undefined {
  if (parts.includes(undefined)) return undefined;
  return parts.includes('execution') ? 'execution' : 'executions';
}

function ofPath(text: string): Sameness | undefined {
  const { value } = text.startsWith('$') ? parseJsonPath(text) : parseIntrinsic(text);
  return value && ofArgument(value);
}

function ofArgument(argument: IntrinsicArgument): Sameness | undefined {
  if (argument.kind === 'call') return least(argument.arguments.map(ofArgument));
  return argument.kind === 'path' ? ofJsonPath(argument) : 'executions';
}

function ofJsonPath({ root, segments }: JsonPath): Sameness | undefined {
  const [first, second] = segments;
  if (root.kind !== 'context' || first?.kind !== 'name') return undefined;
  return ofContext(first.name, second?.kind === 'name' ? second.name : undefined);
}

function ofJsonata(text: string): Sameness | undefined {
  const { value: jsonata } = parseJsonata(text);
  if (!jsonata?.isComplete) return undefined;
  const { topLevel, variables, states } = jsonata.references;
  if (topLevel.length || variables.length) return undefined;
  return least(
    states.map(({ member, end }) => {
      const [, first, second] = /^\s*\.\s*(\w+)(?:\s*\.\s*(\w+))?/.exec(text.slice(end, end + 100)) ?? [];
      return member === 'context' && first !== undefined ? ofContext(first, second) : undefined;
    }),
  );
}

/** The parts of the Context Object; the input of the execution stands there, too. */
function ofContext(first: string, second: string | undefined): Sameness | undefined {
  if (first === 'Execution') return 'execution';
  return first === 'StateMachine' || (first === 'State' && second === 'Name') ? 'executions' : undefined;
}
