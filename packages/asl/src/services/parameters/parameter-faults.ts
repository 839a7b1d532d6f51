import { nearest } from '../../expressions/nearest';
import { isUnknown, type Located, type LocatedObject, type LocatedString, type Range } from '../../text/located';
import { requiredMembersOf } from '../required-members';
import type { AwsSdkResource, HttpResource, OptimizedResource } from '../resource';
import type { Shape, StructureShape } from '../shapes/shape';
import { conditionallyRequired } from './conditional-requirements';
import { expressionFaults } from './expression-attributes';
import { misnaming } from './misnaming';
import { parametersShapeOf } from './parameters-shape';
import { valueFaultOf } from './value-fault';
import { withoutPathMark } from '../../text/path-mark';

interface FaultBase {
  /** Where the fault is inside the parameters, `Overrides.ContainerOverrides[0]`; empty for their top level. */
  readonly inside: string;
  readonly range: Range;
}

/** The API has no member of that name. */
export interface NameFault extends FaultBase {
  readonly kind: 'name';
  /** As written, without `.$`. */
  readonly name: string;
  /** The name without `.$`, to be replaced. */
  readonly nameRange: Range;
  /** The member that was probably meant, which is not given itself. */
  readonly meant: string | undefined;
  /**
   * `case`: only capitals differ. `acronym`: it is the API's own name, which the SDK for Java writes otherwise
   * (DBInstances, DbInstances). `required`: the meant member must be there and is not. `none`: it may be newer than the
   * data.
   */
  readonly certainty: 'case' | 'acronym' | 'required' | 'none';
}

/** A member that each call must have, or of which it must have one, is not given. */
export interface MissingFault extends FaultBase {
  readonly kind: 'missing';
  readonly members: readonly string[];
  /** One of the members is enough. */
  readonly isChoice: boolean;
  /** Why it must be there, where that is not so for each call: `"QueueUrl" ends with ".fifo"`. */
  readonly because: string | undefined;
}

/** A literal value that the member cannot have. */
export interface ValueFault extends FaultBase {
  readonly kind: 'value';
  readonly member: string;
  /** `must be an array` */
  readonly problem: string;
  /** An instruction: `use "GET"`. */
  readonly remedy: string;
  /** The text that was meant, where that is certain. */
  readonly meant?: string;
}

export type ParameterFault = NameFault | MissingFault | ValueFault;

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

  constructor(called: Called) {
    this.#called = called;
  }

  /** Looks into a value whose own kind is right. */
  look({ value, inside, range }: Given, shape: Shape): void {
    if (shape.kind === 'list' && value.kind === 'array') {
      for (const [index, item] of value.items.entries()) {
        this.#check({ value: item, inside: `${inside}[${index}]`, range: startOf(item) }, shape.item);
      }
    } else if (shape.kind === 'map' && value.kind === 'object') {
      for (const { key, value: inner } of value.entries) {
        if (key.value.endsWith('.$')) continue;
        this.#check({ value: inner, inside: below(inside, key.value), range: key.range }, shape.value);
      }
    } else if (shape.kind === 'structure' && value.kind === 'object') {
      this.#lookAtMembers({ value, inside, range }, shape);
    }
  }

  #check(given: Given, shape: Shape): void {
    const { value, inside } = given;
    const fault = valueFaultOf(value, shape, isClosed(this.#called));
    if (fault) this.found.push({ kind: 'value', member: inside, inside, range: value.range, ...fault });
    else this.look(given, shape);
  }

  #lookAtMembers({ value, inside, range }: Given<LocatedObject>, { members, required }: StructureShape): void {
    const given = required.length ? namesIn(value) : undefined;
    const missing = new Set(given && required.filter((name) => !given.has(name)));
    for (const { key, value: inner } of value.entries) {
      if (isUnknown(key)) continue;
      const name = withoutPathMark(key.value);
      const member = members.get(name);
      if (!member) this.#addMisnamed({ value, inside, range }, key, [...members.keys()], missing);
      else if (name === key.value) {
        this.#check({ value: inner, inside: below(inside, name), range: key.range }, member);
      }
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
