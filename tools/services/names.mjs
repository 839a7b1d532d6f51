/**
 * The name of a service in a Resource, from the `serviceId` of its model. It is the name of the package of the Java SDK:
 * letters and digits in lower case without "service" at the end (config, databasemigration, lexruntime ...).
 */
export function stepFunctionsName(serviceId) {
  return serviceId
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/service$/, '');
}

/**
 * What the names of a service's errors begin with: the Java SDK's name of its client. The Java SDK makes it with the
 * steps below (splitOnWordBoundaries in its code generator), which is why it is DynamoDb but IoTAnalytics.
 */
export function errorPrefix(serviceId) {
  return serviceId
    .replace(/ ?Service$/, '')
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .replace(/([^a-z]{2,})v([0-9]+)/g, '$1 v$2 ')
    .replace(/([^A-Z]{2,})V([0-9]+)/g, '$1 V$2 ')
    .replace(/(?<=[a-z])(?=[A-Z]([a-zA-Z]|[0-9]))/g, ' ')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/([0-9])([a-zA-Z])/g, '$1 $2')
    .split(' ')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
    .join('');
}
