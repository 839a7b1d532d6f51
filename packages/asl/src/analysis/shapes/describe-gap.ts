import { nearest } from '../../expressions';
import { Catcher } from '../../syntax';
import { quoted } from '../../text/quoted';
import { quotedFew } from '../../text/quoted-names';
import { errorOutputPrefix } from './catch-exits';
import { contextOrigin } from './context-shape';
import type { DataGap } from './data-gaps';
import { memberOfObject, type ObjectShape } from './data-shape';
import { narrowedPrefix } from './narrowed';
import type { OptionalGap } from './optional-gaps';
import type { Part } from './parts';
import { callbackResultPrefix, functionResultPrefix, payloadPrefix } from './task-result';
import type { Trail } from './world';

/** Why a path leads to nothing, and what to do: `"$.a" is the Result of "Format" and has no "c"; did you mean "b"?`. */
export function describeGap({ read, gap }: DataGap): string {
  const { start, end } = read.span;
  const segments = pathSegments(read.path);
  const name = segments[gap.at] ?? '';
  const rest = segments.slice(gap.at).join('');
  const holder = segments.slice(0, gap.at).join('');
  const root = rootOf(read.path);
  const place = `"${root}${holder}"`;
  const part = gap.holder;
  if (part.kind === 'object' && part.origin?.startsWith(narrowedPrefix))
    return `"${root}" is ${part.origin}; read "${root}${segments.slice(gap.at + 1).join('')}"`;
  if (part.kind === 'object') return describeObject(part, place, name, `${root}${holder}`, rest);
  if (part.kind === 'array') return describeArray(part, place, name, `${root}${holder}`, rest);
  const isText = part.type === 'string' && read.expression.kind !== 'jsonata';
  const remedy = isText
    ? `; make JSON of it with States.StringToJson(${root}${holder}) first`
    : part.type === 'string'
      ? `; make JSON of it with $parse(${root}${holder}) first`
      : `; read it as a whole`;
  const by = part.by === undefined ? '' : ` by ${part.by}`;
  return end > start ? `${place} is ${article(part.type)}${by}${remedy}` : '';
}

/** Why a path may lead to nothing, and what to do: `"note" is optional in the input by "order.contracts.json"; ...`. */
export function describeOptional({ read, gap }: OptionalGap): string {
  const segment = pathSegments(read.path)[gap.at] ?? '';
  const origin = gap.holder.kind === 'object' ? gap.holder.origin : undefined;
  if (gap.holder.kind === 'scalar') {
    const place = `${rootOf(read.path)}${pathSegments(read.path).slice(0, gap.at).join('')}`;
    const isNull = read.expression.kind === 'jsonata' ? `${place} != null` : '"IsNull" in a Choice';
    return `"${place}" may be null by ${gap.holder.by}; test it with ${isNull} first, or let the contract exclude it`;
  }
  const test = read.expression.kind === 'jsonata' ? '$exists' : '"IsPresent" in a Choice';
  return `${quoted(nameIn(segment) ?? segment)} is optional in ${origin ?? 'a contract'}; test it with ${test} first, or let the contract require it`;
}

/** Whether the object is what a Catcher gets. */
export const isErrorOutput = (part: Part): boolean =>
  part.kind === 'object' && part.origin?.startsWith(errorOutputPrefix) === true;

const article = (type: string): string => (type === 'null' ? 'null' : `a ${type}`);

function describeObject(part: ObjectShape, place: string, segment: string, holder: string, rest: string): string {
  const name = nameIn(segment);
  if (part.origin?.startsWith(functionResultPrefix)) {
    const own = `${holder}${rest.slice(segment.length)}`;
    return `${place} is ${part.origin}, and only "lambda:invoke" puts a "${name}" around what a function gives back; read "${own}"`;
  }
  if (part.origin?.startsWith(payloadPrefix)) {
    return `${place} is ${part.origin}, without the "${name}" that was around it; read "${holder}${rest.slice(segment.length)}"`;
  }
  if (part.origin?.startsWith(callbackResultPrefix)) {
    if (name !== 'Payload')
      return `${place} is ${part.origin}, and not the answer of the call, which has a "${name}"; read what it brings, or let it bring a "${name}"`;
    return `${place} is ${part.origin}, and only "lambda:invoke" without a token puts a "${name}" around it; read "${holder}${rest.slice(segment.length)}", or let SendTaskSuccess bring a "${name}"`;
  }
  const is = part.origin === undefined ? `${place} is an object` : `${place} is ${part.origin}`;
  if (name === undefined) return `${is}, not an array; read its members by their names`;
  if (part.rest === 'open') return `a Choice on the way has shown that "${name}" is not there; read it where it is`;
  if (part.origin?.endsWith(contextOrigin)) return describeContext(part, is, name);
  const isWhole = !/[.[]/.test(holder.replace(/^\$states\./, ''));
  if (isErrorOutput(part) && isWhole) {
    const remedy = remedyBehindCatch(holder, rest, rest === segment ? name : undefined);
    return `${is}, which has only "Error" and "Cause"; ${remedy}`;
  }
  const names = [...part.members.keys()].filter((one) => memberOfObject(part, one).presence !== 'absent');
  // Of names so short, every other one is near.
  const sameButForCase = names.find((one) => one.toLowerCase() === name.toLowerCase());
  const meant = sameButForCase ?? (name.length > 2 ? nearest(name, names) : undefined);
  const has = `${is} and has no "${name}"`;
  if (meant !== undefined) return `${has}; did you mean "${meant}"?`;
  if (names.includes('Payload') && part.origin?.includes('lambda:invoke'))
    return `${has}; what the function gives back is in "${holder}.Payload"`;
  if (!names.length) return `${has}: it is empty; make it in an earlier state`;
  return `${has}, only ${quotedFew(names)}; read one of these, or keep what an earlier state had`;
}

/** `text`: what is read if it is read as a whole, as one reads a text. */
function remedyBehindCatch(holder: string, rest: string, text: string | undefined): string {
  if (holder === '$states.errorOutput') return `read one of these, or "$states.input${rest}"`;
  const meant = text === undefined ? undefined : nearest(text, ['Error', 'Cause'], 1);
  if (meant !== undefined && meant.toLowerCase() === text?.toLowerCase()) return `did you mean "${meant}"?`;
  const member = meant ?? /^\.\w+\.(Error|Cause)$/.exec(rest)?.[1];
  const read = member === undefined ? '' : `read "${holder}.${member}", or `;
  return holder.startsWith('$states')
    ? `${read}keep the input by an "Output" with $states.input in the Catch, or assign what is read to a variable before`
    : `${read}keep the input by a "ResultPath" such as "$.error" in the Catch`;
}

function describeContext(part: ObjectShape, is: string, name: string): string {
  if (name === 'Map' || name === 'Task') {
    const fields = name === 'Map' ? 'the fields of a Map that make its items ready' : 'a Task that waits for its token';
    return `${is}, which has "${name}" only in ${fields}; hand it on from there`;
  }
  // What has failed is nowhere in the context.
  if (name === 'Error' || name === 'Cause') {
    const remedy = is.startsWith('"$states')
      ? `hand on "$states.errorOutput.${name}" in the "Output" of the Catch`
      : `read what the Catch hands on, "$.${name}" or that at its "ResultPath"`;
    return `${is} and has no "${name}"; ${remedy}`;
  }
  const names = [...part.members.keys()];
  const meant = nearest(name, names);
  const remedy = meant === undefined ? `read ${quotedFew(names)}` : `did you mean "${meant}"?`;
  return `${is} and has no "${name}"; ${remedy}`;
}

function describeArray(
  part: Extract<Part, { kind: 'array' }>,
  place: string,
  segment: string,
  holder: string,
  rest: string,
): string {
  const by = part.by === undefined ? '' : ` by ${part.by}`;
  if (nameIn(segment) !== undefined) return `${place} is an array${by}; read an element of it, "${holder}[0]${rest}"`;
  const count = part.items?.length ?? 0;
  return `${place} has ${count} element${count === 1 ? '' : 's'}${by}; use ${count ? `an index below ${count}` : 'what has elements'}`;
}

/** The name in `.name` or `['name']`; undefined for an index and a wildcard. */
const nameIn = (segment: string): string | undefined =>
  /^\.(?!\*$)(.*)$/s.exec(segment)?.[1] ?? /^\.?\[['"](.*)['"]\]$/s.exec(segment)?.[1];

const rootOf = (path: string): string => /^\$(states\.\w+|[^.[]*)/.exec(path)?.[0] ?? '$';

/** `.a`, `['b']`, `[0]`: what a definite path consists of behind its root. */
const pathSegments = (path: string): readonly string[] =>
  path.slice(rootOf(path).length).match(/\.?\[(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|[^\]]*)\]|\.(?:\\.|[^.[\\])+/gs) ??
  [];

/** The states on a way, the last few of them: `"Charge" (Catch) > "Notify"`. */
export function describeWay(trail: Trail | undefined, last: string): string {
  const steps: string[] = [quoted(last)];
  let isCut = false;
  for (let step = trail; step; step = step.before) {
    const { from, node } = step.transition;
    if (steps.length > longestWay && !(node instanceof Catcher)) {
      isCut = true;
      continue;
    }
    if (steps.length > 2 * longestWay) break;
    steps.unshift(`${quoted(from.name)}${node instanceof Catcher ? ' (Catch)' : ''}`);
  }
  return `${isCut ? '... > ' : ''}${steps.join(' > ')}`;
}

const longestWay = 3;
