import type { ExpressionProblem } from '../result';
import type { JsonataPathNode } from './ast';
import { literalOf, type LiteralKind, type NamedCalls } from './literal-kinds';

/** A member of what is a number, a text, texts or a boolean whatever the data: `$count($states.input.lines).total`. It gives nothing. */
export function memberFault(
  { steps: [first, name] }: JsonataPathNode,
  calls: NamedCalls,
): readonly ExpressionProblem[] {
  if (first === undefined || name?.type !== 'name' || name.position === undefined) return [];
  const holder = literalOf(first, calls);
  const fault = holder && lookUpFault(name.value, holder);
  if (fault === undefined) return [];
  const message = `"${name.value}" is looked up in ${fault}`;
  return [{ message, start: name.position - name.value.length, end: name.position }];
}

function lookUpFault(name: string, { kind, value }: LiteralKind): string | undefined {
  switch (kind) {
    case 'string':
      if (name === 'length') return noMembers('a string', 'count its characters with "$length"');
      return noMembers('a string', readWhole);
    case 'number':
    case 'boolean':
      return noMembers(`a ${kind}`, readWhole);
    default: {
      const isTexts = Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string');
      return isTexts ? 'texts, which have no members, so it gives nothing; read one of them, "[0]"' : undefined;
    }
  }
}

const readWhole = 'read it as a whole';
const noMembers = (what: string, remedy: string): string =>
  `${what}, which has no members, so it gives nothing; ${remedy}`;
