import { nearest } from '../../expressions/nearest';
import { isUnknown, type Located, type LocatedObject, type Range } from '../../text/located';
import { requiredMembersOf } from '../required-members';
import type { AwsSdkResource, HttpResource, OptimizedResource } from '../resource';
import type { Shape, StructureShape } from '../shapes/shape';
import { conditionallyRequired } from './conditional-requirements';
import { conflictsIn } from './conflicts';
import { expressionFaults } from './expression-attributes';
import { misnaming } from './misnaming';
import type { NameFault, ParameterFault } from './parameter-fault';
import { parametersShapeOf } from './parameters-shape';
import { restricted } from './restrictions';
import { unfitMembers } from './unfit-members';
import { valueFaultOf, type GivenValue } from './value-fault';
import { withoutPathMark } from '../../text/path-mark';

export interface ParametersToCheck {
  readonly resource: AwsSdkResource | OptimizedResource | HttpResource;
  readonly parameters: Located;
  /** What stands for the parameters as a whole: the name of their field. */
  readonly range: Range;
}

/**
 * What is wrong with the parameters of a call: what is written out only. What an expression makes, what is filled in on
 * deployment and what is inside a payload is not looked at, nor is a call of which nothing is known.
 */
export function* parameterFaults({ resource, parameters, range }: ParametersToCheck): Generator<ParameterFault> {
  const shape = parametersShapeOf(resource);
  if (!shape || parameters.kind !== 'object') return;
  yield* faultsOf({ value: parameters, shape, inside: '', range }, resource);
  if (resource.service === 'dynamodb') {
    for (const fault of expressionFaults(parameters)) yield { kind: 'value', inside: '', ...fault };
  }
  for (const fault of unfitMembers(resource, parameters)) yield { kind: 'value', inside: '', ...fault };
  for (const conflict of conflictsIn(resource, parameters)) {
    yield { kind: 'value', inside: '', remedy: 'remove one', ...conflict };
  }
  const given = namesIn(parameters);
  if (!given) return;
  const oneOf = requiredMembersOf(resource)?.oneOf ?? [];
  if (oneOf.length && !oneOf.some((name) => given.has(name)) && !meantAmong(given, oneOf)) {
    yield { kind: 'missing', members: oneOf, isChoice: true, because: undefined, inside: '', range };
  }
  for (const { member, because } of conditionallyRequired(resource, parameters)) {
    if (given.has(member) || meantAmong(given, [member])) continue;
    yield { kind: 'missing', members: [member], isChoice: false, because, inside: '', range };
  }
}

interface Visit {
  readonly value: Located;
  readonly shape: Shape;
  readonly inside: string;
  /** What stands for the value when something is missing in it: its name. */
  readonly range: Range;
}

type Called = ParametersToCheck['resource'];

function* faultsOf({ value, shape, inside, range }: Visit, called: Called): Generator<ParameterFault> {
  if (shape.kind === 'list' && value.kind === 'array') {
    for (const [index, item] of value.items.entries()) {
      const place = `${inside}[${index}]`;
      yield* valueOrFaultsOf(
        { value: item, shape: shape.item, inside: place, range: startOf(item), isPath: false },
        called,
      );
    }
  } else if (shape.kind === 'map' && value.kind === 'object') {
    for (const { key, value: inner } of value.entries) {
      const name = withoutPathMark(key.value);
      const visit = { value: inner, isPath: name !== key.value, shape: shape.value, inside: below(inside, name) };
      yield* valueOrFaultsOf({ ...visit, range: key.range }, called);
    }
  } else if (shape.kind === 'structure' && value.kind === 'object') {
    yield* memberFaults({ value, shape, inside, range }, called);
  }
}

function* memberFaults(
  { value, shape, inside, range }: Visit & { readonly value: LocatedObject; readonly shape: StructureShape },
  called: Called,
): Generator<ParameterFault> {
  const given = namesIn(value);
  const missing = new Set(given && shape.required.filter((name) => !given.has(name)));
  for (const { key, value: inner } of value.entries) {
    if (isUnknown(key)) continue;
    const name = withoutPathMark(key.value);
    const member = shape.members.get(name);
    if (!member) {
      const free = [...shape.members.keys()].filter((other) => !given?.has(other));
      const fault: NameFault = { kind: 'name', inside, ...misnaming(key, name, free, missing, called) };
      yield fault;
      if (fault.meant) missing.delete(fault.meant);
    } else {
      const visit = { value: inner, isPath: name !== key.value, shape: member, inside: below(inside, name) };
      yield* valueOrFaultsOf({ ...visit, range: key.range }, called);
    }
  }
  if (missing.size) {
    yield { kind: 'missing', members: [...missing], isChoice: false, because: undefined, inside, range };
  }
}

function* valueOrFaultsOf(visit: Visit & GivenValue, called: Called): Generator<ParameterFault> {
  const { value, shape, inside, isPath } = visit;
  const fault = valueFaultOf(visit, restricted(shape, called, inside), isClosed(called));
  if (fault) yield { kind: 'value', member: inside, inside, range: value.range, ...fault };
  else if (!isPath) yield* faultsOf(visit, called);
}

/** What Step Functions itself takes is known; an API may have more than was on record. */
const isClosed = ({ kind, service }: Called): boolean =>
  kind === 'http' || (kind === 'optimized' && service === 'apigateway');

/** The names of the members that are given; undefined when a name is only known after deployment. */
function namesIn({ entries }: LocatedObject): ReadonlySet<string> | undefined {
  if (entries.some(({ key }) => isUnknown(key))) return undefined;
  return new Set(entries.map(({ key }) => withoutPathMark(key.value)));
}

/** Whether one of the names is a misspelling of one of the members: that is reported by itself. */
const meantAmong = (given: ReadonlySet<string>, members: readonly string[]): boolean =>
  [...given].some((name) => nearest(name, members) !== undefined);

const below = (inside: string, name: string): string => (inside ? `${inside}.${name}` : name);

/** An element of an array has no name: its first character stands for it. */
const startOf = ({ range: [start] }: Located): Range => [start, start + 1];
