import { nearest } from '../expressions/nearest';
import type * as data from './catalogue-data';
import type { Catalogue, CatalogueAction, CatalogueService } from './catalogue-entry';

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
