import type { AslNode } from '@stepproof/asl';
import type { Work } from '../scheduler/fiber';
import type { Visit } from '../states/visit';
import { compileExpression } from './payload-template';
import { FieldRoots } from './roots';
import { compileTextField } from './text-field';

/** A text that is given literally, by `name.$`, or as JSONata: the RoleArn of Credentials. */
export function compileTextMember(node: AslNode | undefined, name: string): (visit: Visit) => Work<string | undefined> {
  const expression = node?.field(`${name}.$`)?.expressions[0];
  if (node && !expression) return compileTextField(node, name);
  const read = expression && compileExpression(expression);
  // eslint-disable-next-line require-yield -- the JSONata counterpart waits
  return function* (visit) {
    const value = read?.(new FieldRoots(visit, visit.input));
    return typeof value === 'string' ? value : undefined;
  };
}
