import type { Json } from '@stepproof/asl';
import { runtimeFailure } from '../recovery/state-failure';

const isListOfStrings = (value: Json): boolean =>
  Array.isArray(value) && (value as readonly Json[]).every((item) => typeof item === 'string');

const isMapOfLists = (value: Json): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isListOfStrings);

/**
 * Parameters that Step Functions itself checks before it calls anybody. Of API Gateway, headers and query parameters
 * are maps of lists: https://docs.aws.amazon.com/step-functions/latest/dg/connect-api-gateway.html
 */
const shapes: Readonly<Record<string, Readonly<Record<string, (value: Json) => boolean>>>> = {
  'apigateway:invoke': { Headers: isMapOfLists, QueryParameters: isMapOfLists },
};

/** Fails the state when a parameter has a shape that the integration cannot take (recorded for `Headers`). */
export function compileParameterCheck(resource: string): (parameters: Json) => void {
  const called = resource.split(':').slice(5).join(':').replace(/\..*$/, '');
  const shape = Object.entries(Object.hasOwn(shapes, called) ? shapes[called]! : {});
  return (parameters) => {
    if (typeof parameters !== 'object' || parameters === null) return;
    for (const [name, fits] of shape) {
      const value = (parameters as Readonly<Record<string, Json>>)[name];
      if (value === undefined || value === null || fits(value)) continue;
      throw runtimeFailure(
        `The Parameters '${JSON.stringify(parameters)}' could not be used to start the Task: ` +
          `[The value of the field '${name}' has an invalid format]`,
      );
    }
  };
}
