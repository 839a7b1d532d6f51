import { canonicalText } from '../json/equality';
import type { Json } from '../../text/located';
import { setMember } from '../json/kind';
import { JsonataFailure, UncodedFailure } from './failure';
import { Frame } from './frame';
import {
  functionValue,
  isFunction,
  type CallSite,
  type FunctionValue,
  type NativeImplementation,
} from './function-value';
import { languageFunctions } from './functions';
import { higherOrderFunctions } from './higher-order-functions';
import { library, packageFunction, signatureOf } from './library';
import { memoryLimit, outOfMemory, outOfTime } from './limits';
import { stepFunctionsFunctions } from './step-functions-functions';
import { isRecord, isSequence, lookup, sequenceOf } from './values';

type Items = readonly unknown[];

/**
 * Functions of the `jsonata` package that we cannot take as they are: they reach for prototypes or the system's random
 * numbers, take quadratic time, or do not end for every argument.
 */
const replacements: Readonly<Record<string, NativeImplementation>> = {
  distinct: function (this: CallSite, values: unknown) {
    if (!Array.isArray(values) || values.length <= 1) return values;
    this.environment.spend(values.length);
    const seen = new Set<unknown>();
    const kept = (values as Items).filter((value) => {
      // A key that no text among the values can be.
      const key =
        typeof value === 'object' && value !== null ? ` ${canonicalText(value as Json)}` : JSON.stringify(value);
      return !seen.has(key) && seen.add(key);
    });
    return isSequence(values) ? sequenceOf(kept) : kept;
  },

  formatNumber: function (this: CallSite, value: number | undefined, picture: string, options?: object) {
    // The package looks for the exponent of such numbers for ever.
    if (value !== undefined && value <= 0 && hasExponent(picture, options)) throw new UncodedFailure(outOfTime);
    try {
      return packageFunction('formatNumber').implementation.call(this, ...([value, picture, options] as never[]));
    } catch (failure) {
      // A picture without digits: the package stumbles, AWS answers with this code (measured for "x").
      throw failure instanceof TypeError ? new JsonataFailure('D3086') : failure;
    }
  },

  keys: (value: unknown) => sequenceOf([...keysOf(value)]),

  lookup: (value: unknown, name: string) => lookup(value, name),

  max: (numbers?: readonly number[]) => extreme(numbers, Math.max),

  merge: function (this: CallSite, objects?: Items) {
    if (objects === undefined) return undefined;
    const merged: Record<string, unknown> = {};
    for (const object of objects) {
      if (!isRecord(object)) continue;
      const members = Object.entries(object);
      this.environment.spend(members.length / 4);
      for (const [name, value] of members) setMember(merged, name, value);
    }
    return merged;
  },

  millis: function (this: CallSite) {
    return this.environment.timestamp.getTime();
  },

  min: (numbers?: readonly number[]) => extreme(numbers, Math.min),

  now: function (this: CallSite, picture?: string, timezone?: string) {
    return library().fromMillis(this.environment.timestamp.getTime(), picture, timezone);
  },

  pad: function (this: CallSite, text: string | undefined, width: number, filling?: string) {
    if (Math.abs(width) > memoryLimit.characters) throw new UncodedFailure(outOfMemory);
    // Character by character.
    this.environment.spend(Math.abs(width) / 32);
    return packageFunction('pad').implementation.call(this, ...([text, width, filling] as never[]));
  },

  shuffle: function (this: CallSite, items?: Items) {
    if (items === undefined || items.length <= 1) return items;
    const shuffled: unknown[] = [];
    items.forEach((item, index) => {
      const place = Math.floor(this.environment.environment.random() * (index + 1));
      if (place !== index) shuffled[index] = shuffled[place];
      shuffled[place] = item;
    });
    return shuffled;
  },

  spread: (value: unknown) => spread(value),
};

/** Of the functions that the package binds anew for each expression. */
const ownSignatures: Readonly<Record<string, string>> = { millis: '<:n>', now: '<s?s?:s>' };

let frame: Frame | undefined;

/** The outermost scope: all functions that Step Functions has. */
export function builtins(): Frame {
  frame ??= new Frame(undefined, [
    ...languageFunctions.map(languageFunction),
    ...Object.entries(stepFunctionsFunctions).map(ownFunction),
  ]);
  return frame;
}

function languageFunction(name: string): [string, FunctionValue] {
  const own = replacements[name] ?? higherOrderFunctions[name];
  const written = ownSignatures[name];
  const signature = written === undefined ? packageFunction(name).signature : signatureOf(written);
  const implementation = own ?? packageFunction(name).implementation;
  return [name, functionValue({ kind: 'native', implementation, ...(signature && { signature }) })];
}

function ownFunction([name, [implementation, written]]: [string, readonly [NativeImplementation, string]]): [
  string,
  FunctionValue,
] {
  const signature = signatureOf(written);
  return [name, functionValue({ kind: 'native', implementation, ...(signature && { signature }) })];
}

/** One by one: the package passes all numbers at once, which overflows the stack for many. */
function extreme(numbers: readonly number[] | undefined, choose: (a: number, b: number) => number): number | undefined {
  const [first, ...rest] = numbers ?? [];
  return first === undefined ? undefined : rest.reduce((best, number) => choose(best, number), first);
}

function keysOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return [...new Set((value as Items).flatMap(keysOf))];
  return isRecord(value) ? Object.keys(value) : [];
}

function spread(value: unknown): unknown {
  if (Array.isArray(value)) {
    const pieces = sequenceOf();
    for (const item of value as Items) {
      const piece = spread(item);
      if (piece === undefined) continue;
      pieces.sequence = false;
      for (const part of Array.isArray(piece) ? (piece as Items) : [piece]) pieces.push(part);
    }
    return pieces;
  }
  if (!isRecord(value) || isFunction(value)) return value;
  return sequenceOf(
    Object.entries(value).map(([name, member]) => {
      const object: Record<string, unknown> = {};
      setMember(object, name, member);
      return object;
    }),
  );
}

/** Whether the exponent separator stands between digits of the picture. */
function hasExponent(picture: string, options: object | undefined): boolean {
  const chosen = (options as Readonly<Record<string, unknown>> | undefined)?.['exponent-separator'];
  const separator = typeof chosen === 'string' ? chosen : 'e';
  const at = picture.indexOf(separator, 1);
  return at > 0 && at < picture.length - separator.length;
}
