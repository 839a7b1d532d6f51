import { constantAt } from './idempotency/parameters';
import type { Located } from '../text/located';
import { perResource } from './per-resource';
import type { TaskResource } from './task-resource';
import { apiResultShape } from './shapes/api-result-shape';
import type { Shape } from './shapes/shape';

/** Members of results that hold a secret in plain text, whichever action gives them. */
const secretMember = /^(SecretString|SecretAccessKey|PrivateKey(Plaintext|Base64)?|Plaintext|RandomPassword)$/;

/** Reads of parameters that are secrets where they are decrypted. */
const readsParameters = /^getParameter(s|sByPath|History)?$/;

/** The member of the result of a call that is a secret: `SecretString`. */
export function secretResultOf(resource: TaskResource, parameters: Located | undefined): string | undefined {
  if (resource.kind !== 'aws-sdk') return undefined;
  if (resource.service !== 'ssm' || !readsParameters.test(resource.action)) return secretIn(resource);
  const decrypts = constantAt(parameters, 'WithDecryption');
  return decrypts?.kind === 'boolean' && decrypts.value ? 'Value' : undefined;
}

const secretIn = perResource((resource: TaskResource) => findSecret(apiResultShape(resource), new Set()));

function findSecret(shape: Shape | undefined, seen: Set<Shape>): string | undefined {
  if (!shape || seen.has(shape)) return undefined;
  seen.add(shape);
  if (shape.kind === 'list') return findSecret(shape.item, seen);
  if (shape.kind !== 'structure') return undefined;
  const own = [...shape.members].find(([name, { kind }]) => secretMember.test(name) && kind !== 'structure');
  return own ? own[0] : [...shape.members.values()].map((inner) => findSecret(inner, seen)).find(Boolean);
}
