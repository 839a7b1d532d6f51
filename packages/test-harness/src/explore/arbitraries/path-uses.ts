import type { Expression, IntrinsicArgument, IntrinsicCall, PathRoot, PathSegment } from '@stepproof/asl';
import { jsonataUses, placesOf } from './jsonata-uses';
import type { PathUse, UseRoot } from './path-use';
import { content, eachItem, type Use } from './used-value';

/** The definite beginnings of all paths in an expression. */
export function pathUses({ parsed }: Expression): readonly PathUse[] {
  if (!('result' in parsed) || !parsed.result.value) return [];
  switch (parsed.language) {
    case 'path':
    case 'reference-path':
      return [usedPath(parsed.result.value)];
    case 'intrinsic':
      return callUses(parsed.result.value);
    case 'jsonata':
      return parsed.result.value.ast ? jsonataUses(parsed.result.value.ast) : [];
  }
}

/** The places whose value an expression gives, or that of the text it parses; none for what computes. */
export function placesGiven({ parsed }: Expression): readonly PathUse[] {
  if (!('result' in parsed) || !parsed.result.value) return [];
  switch (parsed.language) {
    case 'path':
    case 'reference-path':
      return [usedPath(parsed.result.value)];
    case 'intrinsic': {
      const { name, arguments: given } = parsed.result.value;
      const [first] = given;
      if (name !== 'States.StringToJson' || first?.kind !== 'path') return [];
      const { root, path } = usedPath(first);
      return [{ root, path: [...path, content] }];
    }
    case 'jsonata':
      return parsed.result.value.ast ? placesOf(parsed.result.value.ast) : [];
  }
}

interface AnyPath {
  readonly root: PathRoot;
  readonly segments: readonly PathSegment[];
}

function usedPath({ root, segments }: AnyPath, use?: Use): PathUse {
  const path: (string | number | typeof eachItem)[] = [];
  for (const segment of segments) {
    if (segment.kind === 'name') path.push(segment.name);
    else if (segment.kind === 'index' && segment.index >= 0) path.push(segment.index);
    else if (segment.kind === 'wildcard') path.push(eachItem);
    // What comes next is said of many values, or of none.
    else return { root: rootOf(root), path, use: segment.kind === 'descendants' ? undefined : 'array' };
  }
  return { root: rootOf(root), path, use: path.includes(eachItem) ? undefined : use };
}

function rootOf(root: PathRoot): UseRoot {
  if (root.kind === 'variable') return { variable: root.name };
  return root.kind === 'context' ? 'context' : 'input';
}

/** What the functions take; those that take anything are left out. */
const argumentUses: Readonly<Record<string, readonly (Use | undefined)[]>> = {
  'States.StringToJson': ['json text'],
  'States.ArrayPartition': ['array', 'number'],
  'States.ArrayContains': ['array'],
  'States.ArrayGetItem': ['array', 'number'],
  'States.ArrayLength': ['array'],
  'States.ArrayUnique': ['array'],
  'States.ArrayRange': ['number', 'number', 'number'],
  'States.Base64Encode': ['string'],
  'States.Base64Decode': ['string'],
  'States.StringSplit': ['string', 'string'],
  'States.JsonMerge': ['object', 'object'],
  'States.MathAdd': ['number', 'number'],
  'States.MathRandom': ['number', 'number', 'number'],
};

function callUses({ name, arguments: given }: IntrinsicCall): readonly PathUse[] {
  const argumentUse = (argument: IntrinsicArgument, index: number): readonly PathUse[] => {
    if (argument.kind === 'call') return callUses(argument);
    return argument.kind === 'path' ? [usedPath(argument, argumentUses[name]?.[index])] : [];
  };
  return [...given.flatMap(argumentUse), ...splitUses(name, given)];
}

/** Of a text that is split, and one of whose parts is taken: a text that has so many parts. */
function splitUses(name: string, [split, index]: readonly IntrinsicArgument[]): readonly PathUse[] {
  if (name !== 'States.ArrayGetItem' || split?.kind !== 'call' || split.name !== 'States.StringSplit') return [];
  const [text, separator] = split.arguments;
  if (text?.kind !== 'path' || separator?.kind !== 'string' || index?.kind !== 'number') return [];
  const parts = Array.from({ length: Math.min(index.value, mostParts) + 1 }, (_, part) => `part${part}`);
  return [{ ...usedPath(text, 'string'), literals: [parts.join(separator.value)] }];
}

/** An index may be any number. */
const mostParts = 20;
