import type { Json } from '../../text/located';
import { javaText } from '../java/text';
import { isArray, isContainer, isObject, ownMember } from '../json/kind';
import type { IndexesSegment, IndexSegment, PathSegment, SliceSegment } from './ast';
import { callFunction, callOnMatches } from './call-function';
import type { Evaluation } from './evaluation';
import { yieldsOne } from './is-definite';
import { passesFilter } from './passes-filter';
import { renderSegments } from './render';

/** The matches in Jayway's order, or the message of its PathNotFoundException. */
export type Selected = { readonly values: readonly Json[] } | { readonly absent: string };

/**
 * Follows the segments from `start`, all matches of one segment at a time. `requireMembers` is Jayway's option
 * REQUIRE_PROPERTIES, under which `[?(@.a)]` tests whether a path leads somewhere.
 */
export function select(
  segments: readonly PathSegment[],
  start: Json,
  evaluation: Evaluation,
  requireMembers = false,
): Selected {
  const last = segments.at(-1);
  if (segments[0]?.kind === 'descendants' && last?.kind === 'function') {
    return { values: [callOnMatches(last, segments.slice(0, -1), evaluation)] };
  }
  let values: readonly Json[] = [start];
  let isUpstreamDefinite = true;
  for (let at = 0; at < segments.length; at++) {
    const isScan = segments[at]?.kind === 'descendants';
    if (isScan) {
      values = containersOf(values, evaluation);
      isUpstreamDefinite = false;
      at++;
    }
    const step: Step = {
      segments,
      at,
      isLast: at === segments.length - 1,
      isScan,
      isUpstreamDefinite,
      requireMembers,
      evaluation,
    };
    const found: Json[] = [];
    for (const value of values) {
      const absent = follow(step, value, found);
      if (absent !== undefined) return { absent };
    }
    evaluation.spend(found.length + 1);
    isUpstreamDefinite &&= yieldsOne(segments[at]!, step.isLast);
    values = found;
  }
  return { values };
}

/** What is to be done with each of the values that the segments before have matched. */
interface Step {
  readonly segments: readonly PathSegment[];
  readonly at: number;
  readonly isLast: boolean;
  /** Whether the segment stands behind `..`, so that its values are all objects and arrays below a place. */
  readonly isScan: boolean;
  readonly isUpstreamDefinite: boolean;
  readonly requireMembers: boolean;
  readonly evaluation: Evaluation;
}

/** Adds to `found` what the segment matches in `value`; returns Jayway's message if the whole path has no result then. */
function follow(step: Step, value: Json, found: Json[]): string | undefined {
  const segment = step.segments[step.at]!;
  switch (segment.kind) {
    case 'name':
      return followName(step, segment.name, value, found);
    case 'names':
      return step.isLast
        ? mergeMembers(step, segment.names, value, found)
        : followNames(step, segment.names, value, found);
    case 'index':
    case 'indexes':
    case 'slice':
      return followIndexes(step, segment, value, found);
    case 'wildcard':
      if (isContainer(value)) for (const child of Object.values(value)) found.push(child);
      return undefined;
    case 'filter':
      return followFilter(
        step,
        (candidate) => passesFilter(segment.condition, candidate, step.evaluation),
        value,
        found,
      );
    case 'function':
      found.push(callFunction(segment, value, step.evaluation));
      return undefined;
    case 'descendants':
      // The parser refuses "..." and takes the segment behind ".." along.
      return undefined;
  }
}

function followName(step: Step, name: string, value: Json, found: Json[]): string | undefined {
  if (!isObject(value)) return noObject(step, value);
  const member = ownMember(value, name);
  if (member !== undefined) found.push(member);
  else return missingMember(step);
  return undefined;
}

function followNames(step: Step, names: readonly string[], value: Json, found: Json[]): string | undefined {
  if (!isObject(value)) return noObject(step, value);
  for (const name of names) {
    const member = ownMember(value, name);
    if (member !== undefined) found.push(member);
    else if (step.requireMembers) return missingMember(step);
  }
  return undefined;
}

/** `['a','b']` at the end makes one object of the members that are there; behind `..` all of them must be. */
function mergeMembers(step: Step, names: readonly string[], value: Json, found: Json[]): string | undefined {
  if (!isObject(value)) return noObject(step, value);
  const present = names.filter((name) => Object.hasOwn(value, name));
  if (present.length < names.length && step.requireMembers) return missingMember(step);
  if (present.length < names.length && step.isScan) return undefined;
  found.push(Object.fromEntries(present.map((name) => [name, value[name]!])));
  return undefined;
}

function noObject(step: Step, value: Json): string | undefined {
  if (!step.isUpstreamDefinite) return undefined;
  const { segments, at } = step;
  const property = renderSegments(segments.slice(at, at + 1));
  // The name of the provider is unverified.
  return (
    `Expected to find an object with property ${property} in path $${renderSegments(segments.slice(0, at))} ` +
    `but found '${javaClass(value)}'. This is not a json object according to the JsonProvider: ` +
    `'com.jayway.jsonpath.spi.json.JacksonJsonProvider'.`
  );
}

/** A member that the path's last segment names may be missing: then there is no result, which the caller says. */
function missingMember({ segments, at, isLast, isUpstreamDefinite, requireMembers }: Step): string | undefined {
  if (!requireMembers && (isLast || !isUpstreamDefinite)) return undefined;
  return `Missing property in path $${renderSegments(segments.slice(0, at + 1))}`;
}

function followIndexes(
  step: Step,
  segment: IndexSegment | IndexesSegment | SliceSegment,
  value: Json,
  found: Json[],
): string | undefined {
  if (!isArray(value)) return step.isUpstreamDefinite ? noArray(step, value) : undefined;
  for (const index of indexesOf(segment, value.length)) {
    const item = value[index < 0 ? value.length + index : index];
    if (item !== undefined) found.push(item);
  }
  return undefined;
}

function noArray({ segments, at }: Step, value: Json): string {
  if (value === null) return `The path $${renderSegments(segments.slice(0, at))} is null`;
  const rest = renderSegments(segments.slice(at));
  return `Filter: ${rest} can only be applied to arrays. Current context is: ${javaText(value)}`;
}

/**
 * The places that Jayway visits. A slice with both ends does not count its end from the back: `[1:-1]` is empty and
 * `[-2:1]` takes the last two elements and the first.
 */
function indexesOf(segment: IndexSegment | IndexesSegment | SliceSegment, length: number): readonly number[] {
  if (segment.kind === 'index') return [segment.index];
  if (segment.kind === 'indexes') return segment.indexes;
  const { from, to } = segment;
  if (from !== undefined && to !== undefined) return range(Math.max(from, -length), Math.min(to, length));
  if (from !== undefined) return range(from < 0 ? Math.max(0, length + from) : from, length);
  return range(0, to !== undefined && to < 0 ? length + to : Math.min(to ?? length, length));
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

/** A filter tests the elements of an array, and an object itself. Behind `..`, an array has to pass it as well. */
function followFilter(step: Step, passes: (value: Json) => boolean, value: Json, found: Json[]): string | undefined {
  if (isArray(value)) {
    if (step.isScan && !passes(value)) return undefined;
    for (const item of value) if (passes(item)) found.push(item);
    return undefined;
  }
  if (isObject(value)) {
    if (passes(value)) found.push(value);
    return undefined;
  }
  if (!step.isUpstreamDefinite) return undefined;
  return `Filter: ${renderSegments(step.segments.slice(step.at))} can not be applied to primitives. Current context is: ${javaText(value)}`;
}

/** All objects and arrays in the values, each before those inside it. */
function containersOf(values: readonly Json[], evaluation: Evaluation): Json[] {
  const containers: Json[] = [];
  const waiting = values.filter(isContainer).reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    containers.push(next);
    const children = Object.values(next).filter(isContainer);
    evaluation.spend(children.length + 1);
    for (const child of children.reverse()) waiting.push(child);
  }
  return containers;
}

function javaClass(value: Json): string {
  if (value === null) return 'null';
  if (isArray(value)) return 'java.util.ArrayList';
  switch (typeof value) {
    case 'string':
      return 'java.lang.String';
    case 'boolean':
      return 'java.lang.Boolean';
    case 'number':
      if (!Number.isInteger(value)) return 'java.lang.Double';
      return Math.abs(value) <= 0x7fffffff ? 'java.lang.Integer' : 'java.lang.Long';
    default:
      return 'java.util.LinkedHashMap';
  }
}
