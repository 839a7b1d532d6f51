import { nearest } from '../../expressions/nearest';
import { isUnknown, type Located, type LocatedObject, type LocatedString, type Range } from '../../text/located';
import { requiredMembersOf } from '../required-members';
import type { AwsSdkResource, HttpResource, OptimizedResource } from '../task-resource';
import type { Shape, StructureShape } from '../shapes/shape';
import { conditionallyRequired } from './conditional-requirements';
import { conflictsIn } from './conflicts';
import { expressionFaults } from './expression-attributes';
import { misnaming } from './misnaming';
import type { ParameterFault } from './parameter-fault';
import { parametersShapeOf } from './parameters-shape';
import { restrictionsOf, type Restrict } from './restrictions';
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
export function parameterFaults({ resource, parameters, range }: ParametersToCheck): readonly ParameterFault[] {
  const shape = parametersShapeOf(resource);
  if (!shape || parameters.kind !== 'object') return [];
  const check = new ValueCheck(resource);
  check.look({ value: parameters, inside: '', range }, shape);
  const { found } = check;
  if (resource.service === 'dynamodb') {
    for (const fault of expressionFaults(parameters)) found.push({ kind: 'value', inside: '', ...fault });
  }
  for (const fault of unfitMembers(resource, parameters)) found.push({ kind: 'value', inside: '', ...fault });
  for (const conflict of conflictsIn(resource, parameters)) {
    found.push({ kind: 'value', inside: '', remedy: 'remove one', ...conflict });
  }
  const given = namesIn(parameters);
  if (!given) return found;
  const oneOf = requiredMembersOf(resource)?.oneOf ?? [];
  if (oneOf.length && !oneOf.some((name) => given.has(name)) && !meantAmong(given, oneOf)) {
    found.push({ kind: 'missing', members: oneOf, isChoice: true, because: undefined, inside: '', range });
  }
  for (const { member, because } of conditionallyRequired(resource, parameters)) {
    if (given.has(member) || meantAmong(given, [member])) continue;
    found.push({ kind: 'missing', members: [member], isChoice: false, because, inside: '', range });
  }
  return found;
}

type Called = ParametersToCheck['resource'];

interface Given<Value extends Located = Located> {
  readonly value: Value;
  /** The place of the value inside the parameters. */
  readonly inside: string;
  /** What stands for the value when something is missing in it: its name. */
  readonly range: Range;
}

/** Holds a value, and all that is in it, against the shape of what is called. */
class ValueCheck {
  readonly found: ParameterFault[] = [];
  readonly #called: Called;
  readonly #restrict: Restrict;

  constructor(called: Called) {
    this.#called = called;
    this.#restrict = restrictionsOf(called);
  }

  /** Looks into a value whose own kind is right. */
  look({ value, inside, range }: Given, shape: Shape): void {
    if (shape.kind === 'list' && value.kind === 'array') {
      for (const [index, item] of value.items.entries()) {
        const place = `${inside}[${index}]`;
        this.#check({ value: item, isPath: false, inside: place, range: startOf(item) }, shape.item);
      }
    } else if (shape.kind === 'map' && value.kind === 'object') {
      for (const { key, value: inner } of value.entries) {
        this.#check(memberOf(key, inner, inside), shape.value);
      }
    } else if (shape.kind === 'structure' && value.kind === 'object') {
      this.#lookAtMembers({ value, inside, range }, shape);
    }
  }

  #check(given: Given & GivenValue, shape: Shape): void {
    const { value, inside, isPath } = given;
    const fault = valueFaultOf(given, this.#restrict(shape, inside), isClosed(this.#called));
    if (fault) this.found.push({ kind: 'value', member: inside, inside, range: value.range, ...fault });
    else if (!isPath) this.look(given, shape);
  }

  #lookAtMembers({ value, inside, range }: Given<LocatedObject>, { members, required }: StructureShape): void {
    const given = required.length ? namesIn(value) : undefined;
    const missing = new Set(given && required.filter((name) => !given.has(name)));
    for (const { key, value: inner } of value.entries) {
      if (isUnknown(key)) continue;
      const name = withoutPathMark(key.value);
      const member = members.get(name);
      if (!member) this.#addMisnamed({ value, inside, range }, key, [...members.keys()], missing);
      else this.#check(memberOf(key, inner, inside), member);
    }
    if (!missing.size) return;
    this.found.push({ kind: 'missing', members: [...missing], isChoice: false, because: undefined, inside, range });
  }

  /** What was meant is not missing any more. */
  #addMisnamed(
    { value, inside }: Given<LocatedObject>,
    key: LocatedString,
    members: readonly string[],
    missing: Set<string>,
  ): void {
    const given = namesIn(value);
    const free = members.filter((other) => !given?.has(other));
    const named = misnaming(key, withoutPathMark(key.value), free, missing, this.#called);
    this.found.push({ kind: 'name', inside, ...named });
    if (named.meant) missing.delete(named.meant);
  }
}

function memberOf(key: LocatedString, value: Located, inside: string): Given & GivenValue {
  const name = withoutPathMark(key.value);
  return { value, isPath: name !== key.value, inside: below(inside, name), range: key.range };
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
