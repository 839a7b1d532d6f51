import { calledVariable, type Jsonata, type JsonataNode } from '../../expressions';
import type { Outcomes } from './assume';
import type { Json } from '../../text/located';
import { never, scalar, scalarAmong, valuesOf, type DataShape } from './data-shape';
import { joinAll } from './join';
import { mapParts, narrowToAbsent, narrowToPresent } from './narrow';
import { partsOf, type Part } from './parts';
import { plainPathOf } from './plain-path';
import { readSegments } from './read-path';

/**
 * What a JSONata Condition leaves of the input: `$exists` of a path, `=` and `!=` with a constant, `and`, `or`, `$not`.
 * Nothing is concluded from any other expression.
 */
export function assumeJsonata({ ast, isComplete, hasPlaceholders }: Jsonata, input: DataShape): Outcomes {
  return ast && isComplete && !hasPlaceholders ? assume(ast, input) : { holds: input, fails: input };
}

function assume(node: JsonataNode, input: DataShape): Outcomes {
  const either = { holds: input, fails: input };
  if (node.predicate ?? node.stages ?? node.group) return either;
  switch (node.type) {
    case 'block':
      return node.expressions.length === 1 ? assume(node.expressions[0]!, input) : either;
    case 'function': {
      const { procedure, arguments: given } = node;
      const [argument] = given;
      if (procedure.type !== 'variable' || !argument || given.length > 1) return either;
      if (procedure.value === 'not' && argument.type !== 'path') return swapped(assume(argument, input));
      return procedure.value === 'exists' ? assumeExists(argument, input) : either;
    }
    case 'binary':
      if (node.value === 'and' || node.value === 'or') return assumeBoth(node, input);
      if (node.value === '=') return assumeVerdict(node, input) ?? assumeEqual(node, input).outcomes;
      return node.value === '!=' ? assumeUnequal(node, input) : either;
    default:
      return either;
  }
}

function assumeExists(argument: JsonataNode, input: DataShape): Outcomes {
  const names = inputNames(argument);
  if (!names) return { holds: input, fails: input };
  const holds = mayGoThroughArray(names, input) ? input : narrowToPresent(input, names);
  return { holds, fails: narrowToAbsent(input, names, 'JSONata') };
}

type Binary = Extract<JsonataNode, { type: 'binary' }>;

const swapped = ({ holds, fails }: Outcomes): Outcomes => ({ holds: fails, fails: holds });

/** The second condition counts where the first has not decided; what either of them leaves is what was there before. */
function assumeBoth({ value, lhs, rhs }: Binary, input: DataShape): Outcomes {
  const [going, leaving] = value === 'and' ? (['holds', 'fails'] as const) : (['fails', 'holds'] as const);
  const first = assume(lhs, input);
  const second = assume(rhs, first[going]);
  const left = [first[leaving], second[leaving]].filter(({ kind }) => kind !== 'never');
  const out = left.length > 1 ? input : (left[0] ?? never);
  return value === 'and' ? { holds: second.holds, fails: out } : { holds: out, fails: second.fails };
}

/** `$exists(...) = false`: what asks gives a boolean, never nothing. */
function assumeVerdict({ lhs, rhs }: Binary, input: DataShape): Outcomes | undefined {
  const [asking, other] = lhs.type === 'function' ? [lhs, rhs] : [rhs, lhs];
  if (other.type !== 'value' || typeof other.value !== 'boolean') return undefined;
  const asks = calledVariable(asking);
  if (asks !== 'exists' && asks !== 'not') return undefined;
  const outcomes = assume(asking, input);
  return other.value ? outcomes : swapped(outcomes);
}

/** With nothing on one side neither `=` nor `!=` holds: evaluateEqualityExpression of jsonata. */
function assumeUnequal(node: Binary, input: DataShape): Outcomes {
  const { outcomes, names } = assumeEqual(node, input);
  if (!names) return outcomes;
  return {
    holds: narrowToPresent(outcomes.fails, names),
    fails: joinAll([outcomes.holds, narrowToAbsent(input, names)]),
  };
}

/** The names are those of the path that is compared, if anything is concluded. */
function assumeEqual(
  { lhs, rhs }: Binary,
  input: DataShape,
): { readonly outcomes: Outcomes; readonly names?: readonly string[] } {
  const literal = [lhs, rhs].find(({ type }) => type === 'string' || type === 'number' || type === 'value');
  const names = namesInto(literal === rhs ? lhs : rhs, input);
  if (!literal || !names || !('value' in literal)) return { outcomes: { holds: input, fails: input } };
  const { value } = literal;
  const mayEqual = (part: Part): boolean =>
    part.kind === 'scalar' && (valuesOf(part)?.includes(value as Json) ?? part.type === kindOf(value));
  const { shape, missing } = readSegments(
    names.map((name) => ({ kind: 'name', name, start: 0, end: 0 })),
    input,
  );
  const equal = (part: Part): Part =>
    part.kind === 'scalar' && part.value === undefined
      ? { ...scalar(part.type, value as Json), ...(part.by !== undefined && { by: part.by }) }
      : part;
  const holds = narrowToPresent(input, names, (leaf) => mapParts(leaf, mayEqual, equal));
  // Of what is not there, and of what may be anything, nothing is learnt by not being equal.
  const isKnown = missing === 'no' && shape.kind !== 'unknown';
  const fails = isKnown ? narrowToPresent(input, names, (leaf) => mapParts(leaf, mayDiffer, unequal)) : input;
  return { outcomes: { holds, fails }, names };

  function mayDiffer(part: Part): boolean {
    return part.kind !== 'scalar' || part.value === undefined || part.value !== value;
  }

  function unequal(part: Part): Part {
    if (part.kind !== 'scalar' || !part.among?.includes(value as Json)) return part;
    const { among, ...rest } = part;
    return {
      ...rest,
      ...scalarAmong(
        part.type,
        among.filter((one) => one !== value),
      ),
    };
  }
}

const kindOf = (value: unknown): string => (value === null ? 'null' : typeof value);

/** The names of a plain path into the input. */
function inputNames(node: JsonataNode): readonly string[] | undefined {
  const path = plainPathOf(node);
  return path?.root === 'states' && path.names[0] === 'input' && path.names.length > 1
    ? path.names.slice(1)
    : undefined;
}

/** Those of a path that looks through no array, of which nothing would be said. */
function namesInto(node: JsonataNode, input: DataShape): readonly string[] | undefined {
  const names = inputNames(node);
  return names && !mayGoThroughArray(names, input) ? names : undefined;
}

function mayGoThroughArray(names: readonly string[], input: DataShape): boolean {
  let holder = input;
  for (const name of names) {
    if (holder.kind === 'unknown' || partsOf(holder).some(({ kind }) => kind === 'array')) return true;
    holder = readSegments([{ kind: 'name', name, start: 0, end: 0 }], holder).shape;
  }
  return false;
}
