import { errorsInModel, servicesWithPrefix } from '../services';
import { asException, asWords } from './java-exception';

/**
 * The service, as AWS SDK integrations call it, that has an error of that name in its model: `dynamodb` for
 * `DynamoDB.ConditionalCheckFailedException`, under the prefix of either kind of integration.
 */
export function serviceOfError(name: string): string | undefined {
  const at = name.indexOf('.');
  if (at < 0) return undefined;
  const written = asWords(asException(name.slice(at + 1)));
  return servicesWithPrefix(name.slice(0, at)).find((service) =>
    errorsInModel(service).some((error) => asWords(asException(error)) === written),
  );
}
