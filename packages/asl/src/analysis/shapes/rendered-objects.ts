import { intrinsicFunctions, type IntrinsicArgument, type IntrinsicCall, type Span } from '../../expressions';
import { StateMachine, type Expression } from '../../syntax';
import { readTypesOf } from './read-types';

/**
 * Where the objects stand in the text of an expression that States.Format puts into a text which is to be JSON. The specification has it fail with
 * them; AWS writes them as Java does, `{a=1}` (recorded), which may do for people who read the text. A list of numbers is
 * written as in JSON, so nothing is said of lists.
 */
export function renderedObjectsOf(expression: Expression): readonly Span[] {
  const { parsed } = expression;
  if (parsed.language !== 'intrinsic' || !parsed.result.value) return [];
  return jsonFormatsIn(parsed.result.value).flatMap(({ arguments: [, ...values] }) =>
    values.filter((value) => isObject(value, expression)),
  );
}

/** The calls of States.Format that are to make JSON: they are parsed, or begin as an object of JSON does. */
function jsonFormatsIn(call: IntrinsicCall, isParsed = false): readonly IntrinsicCall[] {
  const inside = call.arguments.flatMap((argument) =>
    argument.kind === 'call' ? jsonFormatsIn(argument, call.name === 'States.StringToJson') : [],
  );
  const [template] = call.arguments;
  const isJson = isParsed || (template?.kind === 'string' && /^\s*(\[\s*)?\{\s*"/.test(template.parts[0]!));
  return call.name === 'States.Format' && isJson ? [call, ...inside] : inside;
}

function isObject(value: IntrinsicArgument, expression: Expression): boolean {
  if (value.kind === 'call') return intrinsicFunctions.get(value.name)?.returns === 'object';
  const machine = expression.parent.parent.enclosing(StateMachine);
  return (
    value.kind === 'path' && machine !== undefined && readTypesOf(machine).at(expression, value)?.type === 'object'
  );
}
