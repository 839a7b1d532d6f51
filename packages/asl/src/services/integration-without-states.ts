import type { ArnPart } from './arn-parts';
import { optimizedServices } from './optimized';

/** What is meant by the ARN of an integration that lacks "states": `sns:publish` by `arn:aws:sns:::publish`. */
export function integrationWithoutStates(parts: readonly ArnPart[]): string | undefined {
  const [, , service, region, account, called, ...more] = parts;
  if (!service || !called || region?.text !== '' || account?.text !== '' || more.length) return undefined;
  const [action = ''] = called.text.split('.');
  return optimizedServices.get(service.text)?.actions.has(action) ? `${service.text}:${called.text}` : undefined;
}
