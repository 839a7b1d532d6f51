import type { AslNode } from '@stepproof/asl';
import type { Visit } from '../states/visit';
import { compileExpression } from './payload-template';
import { FieldRoots } from './roots';
import { compileTextField } from './text-field';

/** A text that is given literally, by `name.$`, or as JSONata: the RoleArn of Credentials. */
export function compileTextMember(node: AslNode | undefined, name: string): (visit: Visit) => string | undefined {
  const expression = node?.field(`${name}.$`)?.expressions[0];
  if (node && !expression) return compileTextField(node, name);
  const read = expression && compileExpression(expression);
  return (visit) => {
    const value = read?.(new FieldRoots(visit, visit.input));
    return typeof value === 'string' ? value : undefined;
  };
}
