import type { TaskResource } from './task-resource';

/** What `find` says of a Resource, found out once: `parseResource` gives one object for each text. */
export function perResource<Resource extends TaskResource, Found>(
  find: (resource: Resource) => Found,
): (resource: Resource) => Found {
  const known = new WeakMap<Resource, { readonly found: Found }>();
  return (resource) => {
    let entry = known.get(resource);
    if (!entry) known.set(resource, (entry = { found: find(resource) }));
    return entry.found;
  };
}
