export const upperFirst = (text) => text[0].toUpperCase() + text.slice(1);
export const lowerFirst = (text) => text[0].toLowerCase() + text.slice(1);

/** The model of each service by its `serviceId`, of several API versions the newest. */
export function newestModels(models) {
  const newest = new Map();
  for (const model of models) {
    const { serviceId, apiVersion } = model.metadata;
    const other = newest.get(serviceId);
    if (!other || other.metadata.apiVersion < apiVersion) newest.set(serviceId, model);
  }
  return newest;
}

/** Shapes are referred to by their names, or stand where they are used. */
export const resolve = (shape, shapes) => (shape?.shape ? shapes[shape.shape] : shape);

/** Whether the operation answers or asks with a stream of events, which Step Functions cannot carry. */
export const hasEventStream = (operation, { shapes }) =>
  [operation.input, operation.output].some((root) =>
    Object.values(resolve(root, shapes)?.members ?? {}).some(
      (member) => member.eventstream || resolve(member, shapes)?.eventstream || hasEvents(resolve(member, shapes)),
    ),
  );
const hasEvents = (shape) => Object.values(shape?.members ?? {}).some((member) => member.event);
