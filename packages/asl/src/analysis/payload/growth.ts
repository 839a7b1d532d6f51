import type { JsonataNode } from '../../expressions';
import { ChoiceState, PassState, WaitState, type Expression, type Field, type State } from '../../syntax';
import type { Located } from '../../text/located';
import { putsInLoop } from '../events/place-writes';
import { growsFrom, keepsAll, membersMade } from './jsonata-growth';
import { withoutPathMark } from '../../text/path-mark';

/** A value that a state makes longer each time it runs, as messages call it, and the expression that does so. */
export interface Growth {
  readonly name: string;
  readonly at: Located;
}

/** Those of all states of a loop. */
export function growthsInLoop(loop: readonly State[]): readonly (Growth & { readonly state: State })[] {
  const members = new Set(loop);
  let comparisons = mostComparisons;
  return loop.flatMap((state) => {
    // Few make anything longer, and only these are worth a look at all others where there are many.
    if (loop.length > fewStates && (!growthsOf(state).length || (comparisons -= loop.length) < 0)) return [];
    return growthsOf(state, members).map((growth) => ({ ...growth, state }));
  });
}

const fewStates = 200;

/** As many as the states of a loop of few have with each other. */
const mostComparisons = fewStates * fewStates;

/**
 * What a state of a loop appends to or nests in itself: `$append($list, ...)`, `States.Array($.list, ...)` put back in its
 * place. What another state of the loop sets anew, as far as that is known, does not grow.
 */
export function growthsOf(state: State, loop: ReadonlySet<State> = new Set([state])): readonly Growth[] {
  const others = [...loop].filter((one) => one !== state);
  return [...ofVariables(state, others), ...ofResult(state, loop, others), ...ofOutput(state, others)];
}

/** Assign: a variable that is made of itself and more. */
function ofVariables(state: State, others: readonly State[]): Growth[] {
  const assign = state.field('Assign');
  if (assign?.value.kind !== 'object') return [];
  return assign.value.entries.flatMap(({ key, value }) => {
    const name = withoutPathMark(key.value);
    if (value.kind !== 'string') return [];
    const ast = astAt(assign, value);
    const grows = ast
      ? growsFrom(ast, `$${name}`)
      : state.queryLanguage === 'JSONPath' && growsInIntrinsic(value.value, `\\$${escaped(name)}(?![\\w.])`);
    return grows && !others.some((one) => assigns(one, name)) ? [{ name: `$${name}`, at: value }] : [];
  });
}

function assigns(state: State, name: string): boolean {
  const assign = state.field('Assign')?.value;
  return assign?.kind === 'object' && assign.entries.some(({ key }) => withoutPathMark(key.value) === name);
}

const astAt = (field: Field, value: Located): JsonataNode | undefined =>
  field.expressions.find((one) => one.value === value)?.jsonata?.ast;

const input = '$states.input';

/** `Output: { list: $append($states.input.list, ...) }`, also where one expression makes the object. */
function ofOutput(state: State, others: readonly State[]): Growth[] {
  const output = state.queryLanguage === 'JSONata' ? state.field('Output') : undefined;
  if (!output) return [];
  const { value } = output;
  const whole = astAt(output, value);
  const members =
    value.kind === 'object'
      ? value.entries.flatMap(({ key, value: at }) => {
          const ast = astAt(output, at);
          return ast ? [{ name: key.value, ast, at }] : [];
        })
      : whole
        ? membersMade(whole).map(([name, ast]) => ({ name, ast, at: value }))
        : [];
  return members.flatMap(({ name, ast, at }) => {
    const nestsAll = (isAll(ast) || growsFrom(ast, input)) && others.every(handsOnAll);
    return nestsAll || growsFrom(ast, `${input}.${name}`) ? [{ name, at }] : [];
  });
}

const isAll = (node: JsonataNode): boolean => node.type === 'path' && keepsAll(node, input);

/** Whether the data that comes to a state in JSONata also leaves it, with what it adds. */
function handsOnAll(state: State): boolean {
  if (state.queryLanguage !== 'JSONata') return false;
  const output = state.field('Output');
  if (!output) return [ChoiceState, PassState, WaitState].some((kind) => state instanceof kind);
  const ast = astAt(output, output.value);
  return ast !== undefined && keepsAll(ast, input);
}

/** Parameters of a Pass whose result is put where a part of it came from. */
function ofResult(state: State, loop: ReadonlySet<State>, others: readonly State[]): Growth[] {
  const field =
    state instanceof PassState && state.queryLanguage === 'JSONPath' ? state.field('Parameters') : undefined;
  const place = state.field('ResultPath')?.json ?? '$';
  if (!field || typeof place !== 'string') return [];
  return field.expressions.flatMap((expression) => {
    const target = `${place}${targetIn(field, expression)}`;
    const { text } = expression;
    if (text === undefined || expression.value.kind !== 'string' || target === place) return [];
    const isNested = holdsPlace(text.trim(), place) && others.every((one) => isKept(one, target, loop));
    // What is put inside the place itself holds all that was there.
    const isAppended =
      appends.test(text) &&
      [target, ...(place === '$' ? [] : [place]), ...copiesOf(target, others)].some((self) =>
        growsInIntrinsic(text, `${escaped(self)}(\\[\\*\\])?(?![\\w.\\[])`),
      );
    return isNested || isAppended ? [{ name: target, at: expression.value }] : [];
  });
}

const holdsPlace = (path: string, place: string): boolean =>
  path === '$' || path === place || place.startsWith(`${path}.`);

/** Whether a state leaves what stands at a place of the data as it is. */
const isKept = (state: State, place: string, loop: ReadonlySet<State>): boolean =>
  putsInLoop(state, place, loop)?.length === 0;

/** Where a Pass that only moves data puts what stands at a place: InputPath to ResultPath. */
function copiesOf(place: string, states: readonly State[]): string[] {
  return states.flatMap((state) => {
    const [from, to] = ['InputPath', 'ResultPath'].map((name) => state.field(name)?.json);
    if (!(state instanceof PassState) || state.has('Parameters') || state.has('Result')) return [];
    if (typeof from !== 'string' || typeof to !== 'string' || to === '$') return [];
    return place === from || place.startsWith(`${from}.`) ? [to + place.slice(from.length)] : [];
  });
}

/** Where below the template an expression stands: `.list`. */
const targetIn = (field: Field, { path }: Expression): string =>
  withoutPathMark(path.slice(field.name.length)).replaceAll('/', '.');

/** A list, a text, or what is made of the text: `States.StringToJson(States.Format('[{},{}]', ...))`. */
const appending = '^\\s*(States\\.StringToJson\\(\\s*)?States\\.(Array|Format)\\(';
const appends = new RegExp(appending);

const growsInIntrinsic = (text: string, self: string): boolean => new RegExp(`${appending}.*${self}`).test(text);

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
