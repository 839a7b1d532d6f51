import type { AslNode } from '@stepproof/asl';
import { runtimeFailure } from '../recovery/state-failure';
import type { Visit } from '../states/visit';
import { compileJsonataExpression } from './jsonata-template';
import { compileExpression } from './payload-template';
import { FieldRoots } from './roots';

/** A text that is given literally, by a path or call in `<name>Path`, or as JSONata; undefined when not given. */
export function compileTextField(node: AslNode, name: string): (visit: Visit) => string | undefined {
  const pathField = node.field(`${name}Path`);
  const expression = pathField?.expressions[0];
  if (expression) {
    const read = compileExpression(expression);
    return (visit) => {
      const value = read(new FieldRoots(visit, visit.input));
      if (typeof value === 'string') return value;
      throw runtimeFailure(`The field '${name}Path' refers to a value that is not a string: ${JSON.stringify(value)}`);
    };
  }
  const field = node.field(name);
  const jsonata = field?.expressions[0];
  if (jsonata) {
    const evaluate = compileJsonataExpression(jsonata, 'string');
    return (visit) => evaluate(visit, {}) as string;
  }
  const literal = field?.json;
  return () => (typeof literal === 'string' ? literal : undefined);
}
