import { nearest } from '../expressions/nearest';
import { isJsonata } from '../expressions/jsonata/delimiters';
import { arnPartsOf, type ArnPart } from './arn-parts';
import { emptyPart } from './empty-part';
import { findAction } from './catalogue';
import { integrationWithoutStates } from './integration-without-states';
import { optimizedServices, type OptimizedAction } from './optimized';
import type { IntegrationPattern, TaskResource, UnknownResource, UnrecognizedResource } from './task-resource';
import { askingInstead, unsupportedPattern, type PatternedCall } from './unsupported-pattern';

const unknown: UnknownResource = { kind: 'unknown' };

/**
 * Reads the Resource of a Task, an ItemReader or a ResultWriter. The region and the account are taken as they are:
 * published definitions have them redacted, and AWS itself leaves both empty for integrations.
 */
export function parseResource(text: string): TaskResource {
  let resource = known.get(text);
  if (!resource) {
    if (known.size >= mostKnown) known.clear();
    known.set(text, (resource = readArn(text)));
  }
  return resource;
}

/** Many look at the same Resource: checks, rules, and in an execution whoever answers its calls. */
const known = new Map<string, TaskResource>();
const mostKnown = 1000;

function readArn(text: string): TaskResource {
  if (isJsonata(text)) {
    return unrecognized(`An expression cannot make the Resource; write its ARN out, or choose among Tasks in a Choice`);
  }
  const parts = arnPartsOf(text);
  if (!parts) return unrecognized(`"${text}" has a placeholder that is never closed; add the missing "}"`);
  const isOpen = parts.some((part) => part.isOpen);
  const [arn, partition, service, region, account, ...rest] = parts;
  if (arn?.text !== 'arn') return arn?.isOpen ? unknown : notAnArn(text);
  if (!service) return isOpen ? unknown : notAnArn(text);
  const empty = emptyPart(parts);
  if (empty) return unrecognized(`"${text}" ${empty}`);
  const meant = integrationWithoutStates(parts);
  if (meant) return unrecognized(`"${text}" is no integration; use "arn:${partition!.text}:states:::${meant}"`);
  const readResource = readers.get(service.text);
  if (!readResource) return unknown;
  if (!region || !account || !rest.length) return isOpen ? unknown : notAnArn(text);
  // A placeholder for the region or the account may stand for several parts, so that each is another one than it seems.
  if ((region.isOpen || account.isOpen) && !resourceTypes.has(rest[0]!.text)) return unknown;
  return readResource(text, { region: region.text, account: account.text, rest });
}

interface ServiceArn {
  readonly region: string;
  readonly account: string;
  /** What follows the account. */
  readonly rest: readonly ArnPart[];
}

const readers: ReadonlyMap<string, (text: string, arn: ServiceArn) => TaskResource> = new Map([
  ['lambda', readLambda],
  ['states', readStates],
]);

/** What may follow the account. */
const resourceTypes: ReadonlySet<string> = new Set(['function', 'activity', 'aws-sdk', ...optimizedServices.keys()]);

function unrecognized(message: string): UnrecognizedResource {
  return { kind: 'unrecognized', message };
}

function notAnArn(text: string): UnrecognizedResource {
  return unrecognized(
    `"${text}" is not an ARN; use that of a Lambda function, of an activity or of an integration such as "arn:aws:states:::lambda:invoke"`,
  );
}

/** Versions are numbers, aliases names: CreateAlias's pattern. `$LATEST.PUBLISHED` is of functions on managed instances. */
const qualifierPattern = /^(\$LATEST(\.PUBLISHED)?|[a-zA-Z0-9_-]+)$/;

/** What `envsubst` and its like fill in: `$STAGE`. No misspelt `$LATEST`. */
const isShellVariable = (text: string): boolean =>
  /^\$[A-Z][A-Z0-9_]*$/.test(text) && nearest(text, ['$LATEST']) === undefined;

function readLambda(text: string, { region, account, rest }: ServiceArn): TaskResource {
  const [type, name, qualifier, ...more] = rest;
  if (type?.isOpen) return unknown;
  if (type?.text !== 'function' || !name?.text) {
    return unrecognized(`"${text}" names no Lambda function; end it in ":function:" and the function's name`);
  }
  if (more.length) {
    if (rest.some(({ isOpen }) => isOpen)) return unknown;
    return unrecognized(`"${text}" has too many parts; end it with the function's name and one version or alias`);
  }
  if (qualifier?.text === '') {
    return unrecognized(`"${text}" ends with ":" but no version or alias; add one, or drop the ":"`);
  }
  if (qualifier && isShellVariable(qualifier.text)) return unknown;
  if (qualifier && !qualifier.isOpen && !qualifierPattern.test(qualifier.text)) {
    return unrecognized(
      `"${qualifier.text}" is neither a version nor an alias of a Lambda function; use letters, digits, "-" and "_", or "$LATEST"`,
    );
  }
  return { kind: 'lambda', region, account, name: name.text, qualifier: qualifier?.text };
}

function readStates(text: string, { region, account, rest }: ServiceArn): TaskResource {
  const [type, name] = rest;
  if (type?.text === 'activity') {
    if (!name?.text) return unrecognized(`"${text}" names no activity; end it in ":activity:" and the activity's name`);
    return { kind: 'activity', region, account, name: name.text };
  }
  if (type?.text === 'stateMachine' || type?.text === 'execution') {
    return unrecognized(
      `"${text}" is not a call; use "arn:aws:states:::states:startExecution" with the state machine as "StateMachineArn"`,
    );
  }
  if (rest.some(({ isOpen }) => isOpen)) return unknown;
  const isSdk = type?.text === 'aws-sdk';
  const integration = (isSdk ? rest.slice(1) : rest).map((part) => part.text).join(':');
  const [, service, action, suffix] = /^([^:.]+):([^:.]+)(?:\.(.*))?$/s.exec(integration) ?? [];
  if (!service || !action) {
    return unrecognized(
      `"${text}" names no service and action; end it in ${isSdk ? '"aws-sdk:service:action"' : '"service:action"'}, such as "lambda:invoke"`,
    );
  }
  const pattern = suffix ?? 'request-response';
  if (!isSdk) return optimized(service, action, pattern);
  if (pattern === 'request-response' || pattern === 'waitForTaskToken') {
    return { kind: 'aws-sdk', service, action, pattern };
  }
  return unrecognized(unsupportedPattern({ service, action, pattern, isSdk }, ['waitForTaskToken']));
}

function optimized(service: string, action: string, pattern: string): TaskResource {
  const actions = optimizedServices.get(service)?.actions;
  const call = { service, action, pattern, isSdk: false };
  if (!actions) return unrecognized(unknownService(call));
  const found = actions.get(action);
  if (!found) return unrecognized(unknownAction(service, action, actions));
  if (!isOneOf(pattern, found.patterns)) return unrecognized(unsupportedPattern(call, found.patterns));
  return service === 'http'
    ? { kind: 'http', service, action: 'invoke', pattern: 'request-response' }
    : { kind: 'optimized', service, action, pattern };
}

const isOneOf = (text: string, patterns: readonly IntegrationPattern[]): text is IntegrationPattern =>
  (patterns as readonly string[]).includes(text);

function unknownService(call: PatternedCall): string {
  const { service, action } = call;
  const fault = `"${service}" is no service with an optimized integration`;
  if (findAction(service, action).known)
    return `${fault}; use "arn:aws:states:::aws-sdk:${service}:${action}"${askingInstead(call)}`;
  const meant = nearest(service, optimizedServices.keys());
  return meant
    ? `${fault}; did you mean "${meant}"?`
    : `${fault}; use an AWS SDK integration, "arn:aws:states:::aws-sdk:service:action"`;
}

function unknownAction(service: string, action: string, actions: ReadonlyMap<string, OptimizedAction>): string {
  const fault = `"${service}" has no optimized integration of "${action}"`;
  const sdkServices = new Set([service, ...[...actions.values()].flatMap(({ sdk }) => sdk?.split(':', 1) ?? [])]);
  for (const sdkService of sdkServices) {
    if (findAction(sdkService, action).known) return `${fault}; use "arn:aws:states:::aws-sdk:${sdkService}:${action}"`;
  }
  const meant = nearest(action, actions.keys());
  return meant ? `${fault}; did you mean "${meant}"?` : `${fault}; use ${list([...actions.keys()])}`;
}

const list = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(' or ');
