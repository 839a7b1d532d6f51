import type { JsonataNode } from '../../expressions';
import { ownNodesOf, PassState, type AslNode, type Expression, type State } from '../../syntax';
import type { Located } from '../../text/located';
import { graphOf } from '../graph/graph';
import { plainPathOf } from '../shapes/plain-path';
import { withoutPathMark } from '../../text/path-mark';

/** What a state puts into a place: a number, a number that is added to what is there, or anything else. */
export interface NumberPut {
  /** A variable `$i`, or a path in JSONPath's data: `$.loop.count`. */
  readonly place: string;
  readonly value?: number;
  /** What is added to what is there; 0 where it stays as it is. */
  readonly step?: number;
  /** The other place that it is read from, with a number added or as it is. */
  readonly from?: string;
  /** The number that is added to that. */
  readonly added?: number;
}

/** What a state assigns on any way out of it, and what a Pass in JSONPath writes. */
export const numberPutsOf = (state: State): readonly NumberPut[] => ownNodesOf(state).flatMap(numberPutsBy);

/** The same of one way out of a state: that of a rule, a Catcher, or the state itself. */
export const numberPutsBy = (way: AslNode): readonly NumberPut[] => way.once(findPuts);

function findPuts(way: AslNode): readonly NumberPut[] {
  const assigned = way.fields.flatMap((field) =>
    field.spec?.is === 'assignments' ? putsIn(field.value, '$', field.expressions) : [],
  );
  return [...assigned, ...(way instanceof PassState ? putsOfPass(way) : [])];
}

function putsOfPass(state: PassState): readonly NumberPut[] {
  if (state.queryLanguage !== 'JSONPath') return [];
  const field = state.field('Parameters') ?? state.field('Result');
  const base = resultPlaceOf(state);
  if (base === undefined) return [];
  if (!field) return putsOfMove(state, base);
  if (field.value.kind === 'number') return [{ place: base, value: field.value.value }];
  return putsIn(field.value, `${base}.`, field.expressions);
}

/**
 * A Pass that moves what the one before it has made: a sum is made inside an object, `{ "n.$": "States.MathAdd($.count, 1)" }`, and
 * is put back to where it came from after that.
 */
function putsOfMove(state: PassState, place: string): NumberPut[] {
  const [before, ...others] = new Set(
    graphOf(state.parent)
      .transitionsTo(state)
      .map(({ from }) => from),
  );
  const source = state.field('InputPath')?.json;
  if (source === undefined || others.length || !(before instanceof PassState) || before.has('InputPath')) return [];
  const made = numberPutsBy(before).find((put) => put.place === source);
  if (made?.value !== undefined) return [{ place, value: made.value }];
  return made?.from === place && made.added !== undefined ? [{ place, step: made.added }] : [];
}

/** Where a state in JSONPath puts its result; undefined when nowhere, or where only deployment tells. */
export function resultPlaceOf(state: AslNode): string | undefined {
  const path = state.has('ResultPath') ? state.field('ResultPath')!.json : '$';
  return typeof path === 'string' ? path : undefined;
}

function putsIn(template: Located, base: string, expressions: readonly Expression[]): NumberPut[] {
  if (template.kind !== 'object') return [];
  return template.entries.flatMap(({ key, value }): NumberPut[] => {
    const place = base + withoutPathMark(key.value);
    if (value.kind === 'number') return [{ place, value: value.value }];
    if (value.kind === 'object' && base !== '$') return putsIn(value, `${place}.`, expressions);
    const expression = expressions.find((one) => one.value === value);
    const sum = expression && sumOf(expression);
    if (!sum) return [{ place }];
    return [sum.of === place ? { place, step: sum.step } : { place, from: sum.of, added: sum.step }];
  });
}

/** `States.MathAdd($.count, 1)`, `$i + 1` and `$i - 1`: what is read and what is added to it; a plain path adds 0. */
interface Sum {
  readonly of: string;
  readonly step: number;
}

function sumOf({ jsonata, parsed }: Expression): Sum | undefined {
  if (parsed.language === 'path' && parsed.result.value) return { of: parsed.result.value.text, step: 0 };
  if (jsonata) return sumInJsonata(jsonata.ast);
  if (parsed.language !== 'intrinsic') return undefined;
  const call = parsed.result.value;
  if (call?.name !== 'States.MathAdd') return undefined;
  const [first, second] = call.arguments;
  const [path, number] = first?.kind === 'path' ? [first, second] : [second, first];
  if (path?.kind !== 'path' || number?.kind !== 'number') return undefined;
  // Both are rounded first: to add 0 leaves a whole number as it is.
  return Number.isInteger(number.value) ? { of: path.text, step: number.value } : undefined;
}

function sumInJsonata(node: JsonataNode | undefined): Sum | undefined {
  if (node?.type === 'block' && node.expressions.length === 1) return sumInJsonata(node.expressions[0]);
  const read = node && placeOf(node);
  if (read !== undefined) return { of: read, step: 0 };
  if (node?.type !== 'binary' || (node.value !== '+' && node.value !== '-')) return undefined;
  const isAdded = node.value === '+';
  const [path, number] = node.lhs.type === 'number' && isAdded ? [node.rhs, node.lhs] : [node.lhs, node.rhs];
  const of = placeOf(path);
  if (of === undefined || number.type !== 'number') return undefined;
  return { of, step: isAdded ? Number(number.value) : -Number(number.value) };
}

/** The place that a node of JSONata reads, if that is all it does. */
export function placeOf(node: JsonataNode): string | undefined {
  const path = plainPathOf(node);
  return path && ['', path.root, ...path.names].join('.').replace(/^\./, '$');
}
