import { isJsonata } from '../../expressions';
import { PassState, type Expression, type Field, type State } from '../../syntax';
import type { Located } from '../../text/located';

/** A value that a state makes longer each time it runs, as messages call it, and the expression that does so. */
export interface Growth {
  readonly name: string;
  readonly at: Located;
}

/** What a state appends to or nests in itself: `$append($list, ...)`, `States.Array($.list, ...)` put back in its place. */
export function growthsOf(state: State): readonly Growth[] {
  return [...ofVariables(state), ...ofResult(state), ...ofOutput(state)];
}

/** Assign: a variable that is made of itself and more. */
function ofVariables(state: State): Growth[] {
  const assign = state.field('Assign');
  if (assign?.value.kind !== 'object') return [];
  return assign.value.entries.flatMap(({ key, value }) => {
    if (value.kind !== 'string') return [];
    const name = key.value.replace(/\.\$$/, '');
    const self = `\\$${escaped(name)}(?![\\w.])`;
    const grows =
      state.queryLanguage === 'JSONata' ? growsInJsonata(value.value, self) : growsInIntrinsic(value.value, self);
    return grows ? [{ name: `$${name}`, at: value }] : [];
  });
}

/** `Output: { list: $append($states.input.list, ...) }` */
function ofOutput(state: State): Growth[] {
  const output = state.queryLanguage === 'JSONata' ? state.field('Output')?.value : undefined;
  if (output?.kind !== 'object') return [];
  return output.entries.flatMap(({ key, value }) => {
    if (value.kind !== 'string') return [];
    const self = `\\$states\\s*\\.\\s*input\\s*\\.\\s*${escaped(key.value)}(?![\\w.])`;
    return growsInJsonata(value.value, self) ? [{ name: key.value, at: value }] : [];
  });
}

/** Parameters of a Pass whose result is put where a part of it came from. */
function ofResult(state: State): Growth[] {
  const field =
    state instanceof PassState && state.queryLanguage === 'JSONPath' ? state.field('Parameters') : undefined;
  const place = state.field('ResultPath')?.json ?? '$';
  if (!field || typeof place !== 'string') return [];
  return field.expressions.flatMap((expression) => {
    const target = `${place}${targetIn(field, expression)}`;
    const { text } = expression;
    if (text === undefined || expression.value.kind !== 'string') return [];
    const isNested = target !== place && text.trim() === place && place !== '$';
    // What is put inside the place itself holds all that was there.
    const selves = place === '$' ? [target] : [target, place];
    const isAppended = selves.some((self) => growsInIntrinsic(text, `${escaped(self)}(?![\\w.\\[])`));
    return isNested || isAppended ? [{ name: target, at: expression.value }] : [];
  });
}

/** Where below the template an expression stands: `.list`. */
const targetIn = (field: Field, { path }: Expression): string =>
  path.slice(field.name.length).replace(/\.\$$/, '').replaceAll('/', '.');

const growsInJsonata = (text: string, self: string): boolean =>
  isJsonata(text) &&
  new RegExp(`\\$append\\s*\\(\\s*${self}\\s*,|\\[\\s*${self}\\s*,|,\\s*${self}\\s*\\]|${self}\\s*&|&\\s*${self}`).test(
    text,
  );

const growsInIntrinsic = (text: string, self: string): boolean =>
  new RegExp(`^\\s*States\\.(Array|Format)\\(.*${self}`).test(text);

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
