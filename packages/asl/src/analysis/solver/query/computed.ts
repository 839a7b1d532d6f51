import type { Json } from '../../../text/located';
import type { Effort, JsonataNode } from '../../../expressions';
import { keyOf, type Computation, type Known, type Reference } from '../place';
import { missing, unknown, type Reading, type SymbolicValue } from '../symbolic-value';
import { evaluated } from './concrete';
import { dataUsed, type DataUsed } from './data-used';
import { knownValue } from './known-value';
import { outcomeJson, outcomeOf } from './outcome-symbol';
import { possibleValues, resultKind } from './result-kinds';
import { samplesFor } from './samples';
import { variableIn, type Scope } from './scope';
import { readNames } from './steps';

/** What confirming an example may cost. */
const forSample = 200_000;

type ValueOf = (place: Reference) => Known | undefined;

/**
 * What an expression gives that cannot be solved for: a symbol of its own, with what it can be at all. Data for a wanted
 * value is found by trying, and the expression itself decides.
 */
export function computed(node: JsonataNode, scope: Scope, mayFail = true): Reading {
  const used = dataUsed(node);
  const doubt = { reason: 'the JSONata expression computes a value', node: scope.origin };
  const kind = resultKind(node, scope);
  if (!used.isPlain || !isReadable(used, scope)) {
    return { ...unknown(doubt.reason, scope.origin, kind), mayBeMissing: !kind, mayFail };
  }
  const evaluate = (valueOf: ValueOf, effort?: Effort): Json | undefined =>
    outcomeJson(evaluatedIn(node, used, scope, valueOf, effort ?? { steps: forSample }));
  const already = evaluatedIn(node, used, scope, () => undefined);
  if (already) return already;
  const computation: Computation = {
    doubt,
    evaluate,
    samples: (wanted, known) => samplesFor(node, scope, wanted, known),
  };
  return outcomeOf(identityOf(node, used, scope), computation, { possible: possibleValues(node, scope), mayFail });
}

function evaluatedIn(
  node: JsonataNode,
  used: DataUsed,
  scope: Scope,
  valueOf: ValueOf,
  effort?: Effort,
): Reading | undefined {
  const variables = new Map<string, Json>();
  for (const name of used.variables) {
    const known = knownValue(variableIn(scope, name), valueOf);
    if (!known) return undefined;
    if (known.value !== undefined) variables.set(name, known.value);
  }
  const states = statesOf(used, scope, valueOf);
  return states === undefined ? undefined : evaluated(node, { states, variables }, effort);
}

/** `$states`, with as much in it as the expression reads. */
function statesOf({ states }: DataUsed, { roots, origin }: Scope, valueOf: ValueOf): Json | undefined {
  const result: Record<string, Json> = {};
  // Shorter paths first: what they hold includes what longer ones lead to.
  const paths = [...states].sort((a, b) => a.length - b.length);
  const whole: (readonly string[])[] = [];
  for (const path of paths) {
    if (whole.some((other) => other.every((name, at) => path[at] === name))) continue;
    const { reading, read } = readNames(roots.states.get(path[0]!) ?? missing, path.slice(1), origin);
    const known = knownValue(reading, valueOf);
    if (!known) return undefined;
    const names = [path[0]!, ...path.slice(1, 1 + read)];
    whole.push(names);
    if (known.value !== undefined) put(result, names, known.value);
  }
  return result;
}

function put(target: Record<string, Json>, names: readonly string[], value: Json): void {
  let at = target;
  for (const name of names.slice(0, -1)) at = (at[name] ??= {}) as Record<string, Json>;
  at[names.at(-1)!] = value;
}

/** Whether nothing that the expression reads is out of anybody's sight. */
const isReadable = ({ states, variables }: DataUsed, scope: Scope): boolean =>
  [...variables].every((name) => canBeKnown(variableIn(scope, name))) &&
  states.every(([member, ...names]) =>
    canBeKnown(readNames(scope.roots.states.get(member!) ?? missing, names, scope.origin).reading),
  );

function canBeKnown(reading: Reading): boolean {
  switch (reading.kind) {
    case 'unknown':
    case 'failing':
      return false;
    case 'array':
      return reading.items.every(canBeKnown);
    case 'object':
      return [...reading.members.values()].every(canBeKnown);
    case 'over':
      return canBeKnown(reading.base) && [...reading.members.values()].every(canBeKnown);
    case 'merged':
      return canBeKnown(reading.first) && canBeKnown(reading.second);
    case 'cases':
      return reading.cases.some(({ value }) => value.kind === 'missing' || canBeKnown(value));
    default:
      return true;
  }
}

const numbers = new WeakMap<object, number>();
let count = 0;

/** Tells whether two readings are the same: by what they are for places, else by being one object. */
function identify(reading: Reading): string {
  if (reading.kind === 'reference') return keyOf(reading);
  if (reading.kind === 'missing') return '';
  const value: SymbolicValue | Reading = reading;
  let number = numbers.get(value);
  if (number === undefined) numbers.set(value, (number = ++count));
  return `#${number}`;
}

const longestId = 4000;
const texts = new WeakMap<JsonataNode, string>();

/** The same expression of the same data is one symbol, wherever it is written. */
function identityOf(node: JsonataNode, { states, variables }: DataUsed, scope: Scope): string {
  let text = texts.get(node);
  if (text === undefined) texts.set(node, (text = JSON.stringify(node, withoutPositions)));
  const members = new Set(states.map(([member]) => member!));
  const data = [
    ...[...members].map((name) => `$states.${name} ${identify(scope.roots.states.get(name) ?? missing)}`),
    ...[...variables].map((name) => `$${name} ${identify(variableIn(scope, name))}`),
  ];
  const id = `the value of ${text} (${data.join(', ')})`;
  // What is computed of computed values again and again is only itself.
  return id.length > longestId ? `a computed value (${++count})` : id;
}

const withoutPositions = (name: string, value: unknown): unknown =>
  name === 'position' ? undefined : value instanceof RegExp ? String(value) : value;
