import type { IntrinsicArgument } from './intrinsic/ast';
import type { JsonPath } from './json-path/ast';
import type { Jsonata } from './jsonata/parse';
import type { ReferencePath } from './reference-path/reference-path';

/** The names on the way into the Context Object, as far as they are written: `Task` and `Token`; none for the whole. */
export type ContextPath = readonly string[];

/** What an intrinsic call or a path reads of the Context Object. */
export function contextPathsOf(argument: IntrinsicArgument | ReferencePath): readonly ContextPath[] {
  if (argument.kind === 'call') return argument.arguments.flatMap(contextPathsOf);
  if (argument.kind !== 'path' && argument.kind !== 'reference-path') return [];
  return argument.root.kind === 'context' ? [namesOf(argument)] : [];
}

function namesOf({ segments }: JsonPath | ReferencePath): ContextPath {
  const names: string[] = [];
  for (const segment of segments) {
    if (segment.kind !== 'name') break;
    names.push(segment.name);
  }
  return names;
}

/** What a JSONata expression reads of the Context Object; `$states` as a whole has all of it. */
export function jsonataContextPathsOf({ text, references }: Jsonata): readonly ContextPath[] {
  return references.states
    .filter(({ member }) => member === undefined || member === 'context')
    .map(({ member, end }) => (member === undefined ? [] : namesBehind(text, end)));
}

function namesBehind(text: string, end: number): ContextPath {
  const names: string[] = [];
  const step = /\s*\.\s*(?:([A-Za-z_]\w*)|`([^`]*)`)/y;
  step.lastIndex = end;
  for (let match = step.exec(text); match; match = step.exec(text)) names.push((match[1] ?? match[2])!);
  return names;
}
