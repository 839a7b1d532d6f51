import type { JsonataNode } from '../../expressions';
import { ownNodesOf, PassState, type Expression, type State } from '../../syntax';
import type { Located } from '../../text/located';
import { plainPathOf } from '../shapes/plain-path';

/** What a state puts into a place: a number, a number that is added to what is there, or anything else. */
export interface NumberPut {
  /** A variable `$i`, or a path in JSONPath's data: `$.loop.count`. */
  readonly place: string;
  readonly value?: number;
  readonly step?: number;
}

/** What a state assigns, and what a Pass in JSONPath writes. */
export function numberPutsOf(state: State): readonly NumberPut[] {
  const assigned = ownNodesOf(state).flatMap(({ fields }) =>
    fields.flatMap((field) => (field.spec?.is === 'assignments' ? putsIn(field.value, '$', field.expressions) : [])),
  );
  return [...assigned, ...putsOfPass(state)];
}

function putsOfPass(state: State): readonly NumberPut[] {
  if (!(state instanceof PassState) || state.queryLanguage !== 'JSONPath') return [];
  const field = state.field('Parameters') ?? state.field('Result');
  const base = resultPlaceOf(state);
  if (!field || base === undefined) return [];
  if (field.value.kind === 'number') return [{ place: base, value: field.value.value }];
  return putsIn(field.value, `${base}.`, field.expressions);
}

/** Where a state in JSONPath puts its result; undefined when nowhere, or where only deployment tells. */
export function resultPlaceOf(state: State): string | undefined {
  const path = state.has('ResultPath') ? state.field('ResultPath')!.json : '$';
  return typeof path === 'string' ? path : undefined;
}

function putsIn(template: Located, base: string, expressions: readonly Expression[]): NumberPut[] {
  if (template.kind !== 'object') return [];
  return template.entries.flatMap(({ key, value }): NumberPut[] => {
    const place = base + key.value.replace(/\.\$$/, '');
    if (value.kind === 'number') return [{ place, value: value.value }];
    if (value.kind === 'object' && base !== '$') return putsIn(value, `${place}.`, expressions);
    const expression = expressions.find((one) => one.value === value);
    const step = expression && stepOf(expression, place);
    return [step === undefined ? { place } : { place, step }];
  });
}

/** `States.MathAdd($.count, 1)`, `$i + 1` and `$i - 1`, each put back where it comes from. */
function stepOf({ jsonata, parsed }: Expression, place: string): number | undefined {
  if (jsonata) return stepInJsonata(jsonata.ast, place);
  if (parsed.language !== 'intrinsic') return undefined;
  const call = parsed.result.value;
  if (call?.name !== 'States.MathAdd') return undefined;
  const [first, second] = call.arguments;
  const [path, number] = first?.kind === 'path' ? [first, second] : [second, first];
  return path?.kind === 'path' && path.text === place && number?.kind === 'number' ? number.value : undefined;
}

function stepInJsonata(node: JsonataNode | undefined, place: string): number | undefined {
  if (node?.type === 'block' && node.expressions.length === 1) return stepInJsonata(node.expressions[0], place);
  if (node?.type !== 'binary' || (node.value !== '+' && node.value !== '-')) return undefined;
  const { lhs, rhs } = node;
  const isSelf = (side: JsonataNode) => placeOf(side) === place;
  if (isSelf(lhs) && rhs.type === 'number') return node.value === '+' ? Number(rhs.value) : -Number(rhs.value);
  return node.value === '+' && isSelf(rhs) && lhs.type === 'number' ? Number(lhs.value) : undefined;
}

/** The place that a node of JSONata reads, if that is all it does. */
export function placeOf(node: JsonataNode): string | undefined {
  const path = plainPathOf(node);
  return path && ['', path.root, ...path.names].join('.').replace(/^\./, '$');
}
