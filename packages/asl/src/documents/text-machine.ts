import type { LocatedString } from '../text/located';
import type { DeclaredMachine } from './declared-machine';

const startsWithName = /^\s*\{\s*"(?:Comment|StartAt|States|QueryLanguage|TimeoutSeconds|Version)"\s*:/;

/**
 * A text that is evidently a definition in JSON, under whatever key: the data of a ConfigMap, a resource of another kind of
 * template. Nothing says that it is meant as one, so it counts only if all of it can be read.
 */
export function textMachine(text: LocatedString, key: string | undefined): DeclaredMachine | undefined {
  const { value } = text;
  if (!startsWithName.test(value) || !/"StartAt"\s*:/.test(value) || !/"States"\s*:/.test(value)) return undefined;
  return { ...(key !== undefined && { declaration: { name: key } }), definition: text, isUncertain: true };
}
