import { nearest } from '../expressions/nearest';
import type * as data from './catalogue-data';

/** The API actions that AWS SDK integrations can call, by the names that Step Functions gives them. */
export interface Catalogue {
  /** The npm package the catalogue was made from, and its version. */
  readonly source: string;
  /** When it was made: `2026-11-21`. */
  readonly date: string;
  readonly services: Readonly<Record<string, CatalogueService>>;
}

export interface CatalogueService {
  /** What the names of the service's errors begin with: `DynamoDb` of `DynamoDb.ResourceNotFoundException`. */
  readonly errorPrefix: string;
  readonly actions: Readonly<Record<string, CatalogueAction>>;
}

export interface CatalogueAction {
  /** Members that each call must have. */
  readonly required?: readonly string[];
  /** The member that makes repetitions of a call one call. */
  readonly token?: string;
  readonly deprecated?: true;
  /** The action asks or answers with a stream of events, which Step Functions cannot carry. */
  readonly stream?: true;
}

/** The name may be newer than the catalogue: a name that is not in it is no fault, `nearest` only a hint. */
export type FoundAction =
  | { readonly known: true; readonly action: CatalogueAction }
  | { readonly known: false; readonly nearest: string | undefined };

/**
 * The catalogue is a TypeScript module that holds JSON text, loaded by `require` at the first question: as a .json file
 * tsc would copy it only for an `import`, and every import would parse its megabyte at start-up.
 */
export function loadCatalogue(): Catalogue {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the one way to load a module late and synchronously
  return (require('./catalogue-data') as typeof data).catalogue;
}

export function findService(name: string): CatalogueService | undefined {
  const { services } = loadCatalogue();
  return Object.hasOwn(services, name) ? services[name] : undefined;
}

/** `nearest` is the `service:action` that was probably meant. */
export function findAction(service: string, action: string): FoundAction {
  const actions = findService(service)?.actions;
  if (!actions) {
    const meant = nearest(service, Object.keys(loadCatalogue().services));
    return { known: false, nearest: meant && `${meant}:${action}` };
  }
  if (Object.hasOwn(actions, action)) return { known: true, action: actions[action]! };
  const meant = nearest(action, Object.keys(actions));
  return { known: false, nearest: meant && `${service}:${meant}` };
}
