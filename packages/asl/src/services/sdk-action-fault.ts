import { nearest } from '../expressions/nearest';
import { findService, loadCatalogue } from './catalogue';
import { actionsWithShapes, hasShapes, servicesWithShapes } from './shapes/shapes';
import { otherServiceNames } from './other-service-names';
import { isUnsupportedAction } from './unsupported-actions';

/** Why `aws-sdk:service:action` can hardly be called. */
export interface SdkActionFault {
  /** `case`: only capitals are wrong. `near`: probably misspelt. `unsupported`: AWS has it, and Step Functions cannot call it. */
  readonly kind: 'case' | 'near' | 'unsupported';
  /** The part of the Resource that is at fault. */
  readonly part: 'service' | 'action';
  /** What is to be written in its place. */
  readonly meant?: string;
}

/**
 * What is wrong with an AWS SDK integration; undefined when nothing is, and when the service or the action may be newer
 * than the models: only names near to known ones are called misspelt.
 */
export function sdkActionFault(service: string, action: string): SdkActionFault | undefined {
  if (isKnownAction(service, action)) {
    return isUnsupportedAction(service, action) ? { kind: 'unsupported', part: 'action' } : undefined;
  }
  const actions = actionsOf(service);
  if (!actions) return serviceFault(service, action);
  const meant = nearest(action, actions, mostMistakes) ?? byVerbOfAws(action).find((one) => actions.has(one));
  if (meant !== undefined) return { kind: kindOf(action, meant), part: 'action', meant };
  // No service adds what only one other has: `s3:sendMessage` is meant for SQS.
  const [owner, ...others] = servicesWith(action);
  return owner === undefined || others.length ? undefined : { kind: 'near', part: 'service', meant: owner };
}

/** Actions that AWS adds have names that are near to others of the service, but seldom as near as that. */
const mostMistakes = 2;

/** Verbs of other APIs, and those by which AWS calls the same; where it has both, as `delete` and `remove`, they are no such pair. */
const otherVerbs: readonly (readonly [other: RegExp, verbs: readonly string[]])[] = [
  [/^(?:save|store|insert|upload)(?=[A-Z])/, ['put', 'create']],
  [/^(?:fetch|read|load|find|download)(?=[A-Z])/, ['get', 'describe', 'list']],
  [/^(?:erase|drop|destroy)(?=[A-Z])/, ['delete']],
  [/^(?:edit|alter)(?=[A-Z])/, ['update', 'modify']],
];

/** What AWS may call an action that is written with another verb: `saveItem` is `putItem`. */
const byVerbOfAws = (action: string): readonly string[] =>
  otherVerbs.flatMap(([other, verbs]) => (other.test(action) ? verbs.map((verb) => action.replace(other, verb)) : []));

const kindOf = (written: string, meant: string): 'case' | 'near' =>
  written.toLowerCase() === meant.toLowerCase() ? 'case' : 'near';

function serviceFault(service: string, action: string): SdkActionFault | undefined {
  const all = allServices();
  const sameLetters = all.find((one) => one === service.toLowerCase());
  if (sameLetters) return { kind: 'case', part: 'service', meant: sameLetters };
  const able = servicesWith(action);
  const meant =
    otherServiceNames.get(service.toLowerCase().replace(/[^a-z0-9]/g, '')) ??
    nearest(service, able) ??
    (able.length <= mostOwners ? onlyOne(able.filter((one) => isPartOf(one, service))) : undefined) ??
    // `logs:createLogGroup`: also other names than those in the table have actions that one service has.
    onlyOne(able);
  return meant === undefined ? undefined : { kind: 'near', part: 'service', meant };
}

/** What more services have, such as `tagResource`, a newer one has as well, whose name may begin like that of another. */
const mostOwners = 5;

const isPartOf = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one);

const onlyOne = (services: readonly string[]): string | undefined => (services.length === 1 ? services[0] : undefined);

const allServices = (): readonly string[] => [
  ...new Set([...Object.keys(loadCatalogue().services), ...servicesWithShapes()]),
];

/** The services of the catalogue that have an action of these letters. */
function servicesWith(action: string): readonly string[] {
  const lowered = action.toLowerCase();
  return allServices().filter((one) =>
    [...(actionsOf(one, 'catalogue') ?? [])].some((name) => name.toLowerCase() === lowered),
  );
}

/** The catalogue is one file; of shapes there is one for each service. */
const isKnownAction = (service: string, action: string): boolean =>
  Object.hasOwn(findService(service)?.actions ?? {}, action) || hasShapes(service, action);

/** Undefined for a service that is not known. */
function actionsOf(service: string, where?: 'catalogue'): ReadonlySet<string> | undefined {
  const inCatalogue = findService(service)?.actions;
  const withShapes = where ? undefined : actionsWithShapes(service);
  if (!inCatalogue && !withShapes) return undefined;
  return new Set([...Object.keys(inCatalogue ?? {}), ...(withShapes ?? [])]);
}
