import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { sdkMemberName } from '../sdk-member-name';
import { ServiceShapes } from './service-shapes';
import type { Shape } from './shape';

/** Where the shapes come from. */
export interface ShapesSource {
  /** The package of the API models, and its version: `botocore 1.43.107`. */
  readonly source: string;
  /** The license of that package. */
  readonly license: string;
  /** When the shapes were made from it: `2026-11-26`. */
  readonly date: string;
}

/**
 * How the members of a shape are called: `sdk` as in AWS SDK integrations, DbInstances, `api` as in optimized ones, which
 * have the names of the API with a capital at the beginning, DBInstances.
 */
export type MemberNames = 'sdk' | 'api';

/** Beside `src` and `dist`. */
const folder = join(__dirname, '..', '..', '..', 'data');

const nameMakers: Readonly<Record<MemberNames, (name: string) => string>> = { sdk: sdkMemberName, api: (name) => name };

const services = new Map<string, ServiceShapes | undefined>();
let allServices: readonly string[] | undefined;
let origin: ShapesSource | undefined;

/**
 * What an action of an API takes: its parameters. Service and action are named as in AWS SDK integrations, `sfn` and
 * `startExecution`. The file of a service is read at the first question about it. Undefined for an action without parameters, for one that
 * streams events, and for one that is not known, which may be newer than the data.
 */
export function inputShape(service: string, action: string, names: MemberNames = 'sdk'): Shape | undefined {
  return shapesOf(service, names)?.input(action);
}

/** What an action of an API answers with; undefined as for `inputShape`. */
export function outputShape(service: string, action: string, names: MemberNames = 'sdk'): Shape | undefined {
  return shapesOf(service, names)?.output(action);
}

/** The actions of a service that have shapes; undefined for a service that is not known. */
export function actionsWithShapes(service: string): readonly string[] | undefined {
  return shapesOf(service, 'sdk')?.actions;
}

/** Whether the model of a service has an action, with parameters or without. */
export const hasShapes = (service: string, action: string): boolean => shapesOf(service, 'sdk')?.has(action) ?? false;

/** The errors that the model of a service names, of all its actions: NoSuchKey. Empty for a service that is not known. */
export function errorsInModel(service: string): readonly string[] {
  return shapesOf(service, 'sdk')?.errors ?? [];
}

/**
 * The errors that the model of a service names for one of its actions; undefined for an action that is not known, and for
 * services that do not name the errors of each action with care.
 */
export function errorsOfAction(service: string, action: string): readonly string[] | undefined {
  return shapesOf(service, 'sdk')?.errorsOf(action);
}

/** The services that have shapes. */
export function servicesWithShapes(): readonly string[] {
  allServices ??= readdirSync(join(folder, 'shapes')).map((file) => basename(file, '.json'));
  return allServices;
}

export function shapesSource(): ShapesSource {
  origin ??= JSON.parse(readFileSync(join(folder, 'shapes-source.json'), 'utf8')) as ShapesSource;
  return origin;
}

function shapesOf(service: string, names: MemberNames): ServiceShapes | undefined {
  const key = `${names}:${service}`;
  if (!services.has(key)) services.set(key, readShapes(service, nameMakers[names]));
  return services.get(key);
}

function readShapes(service: string, nameOf: (name: string) => string): ServiceShapes | undefined {
  // The name may be anything that a definition has as a Resource, also a path.
  if (!/^[a-z0-9]+$/.test(service)) return undefined;
  const file = join(folder, 'shapes', `${service}.json`);
  return existsSync(file) ? new ServiceShapes(readFileSync(file, 'utf8'), nameOf) : undefined;
}
