import { descendantsOf, StateNode } from '../syntax';
import { schema, type ValidityCheck } from './problem';

/** Fields of the other query language, and JSONPath states in a JSONata machine. */
export const validQueryLanguage: ValidityCheck = function* (machine) {
  for (const node of descendantsOf(machine)) {
    const language = node.queryLanguage;
    const own = node instanceof StateNode ? node.field('QueryLanguage') : undefined;
    if (own?.json === 'JSONPath' && machine.queryLanguage === 'JSONata') {
      yield {
        message: `A state cannot go back to "JSONPath" when the whole state machine is "JSONata"; remove "QueryLanguage" and use JSONata here, or set the machine to "JSONPath"`,
        range: own.value.range,
        aws: schema("'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine", node.location),
      };
      continue;
    }
    if (machine.field('QueryLanguage')?.isUnknown || own?.isUnknown) continue;
    for (const field of node.fields) {
      const only = field.spec?.language;
      if (!only || only === language) continue;
      yield {
        message: `"${field.name}" exists only in ${only}, and the query language here is ${language}; ${remedy(field.name, only)}`,
        range: field.key.range,
        aws: schema(
          `The QueryLanguage is set to '${language}', but field '${field.name}' is only supported for the '${only}' QueryLanguage`,
          node.location,
        ),
      };
    }
  }
};

/** What the other language has in its place. */
const counterparts: Readonly<Record<string, string>> = {
  Parameters: '"Arguments"',
  ResultSelector: '"Output" with $states.result',
  ResultPath: '"Output" with $merge',
  InputPath: '"Arguments" with $states.input',
  OutputPath: '"Output"',
  ItemsPath: '"Items"',
  Result: '"Output"',
  Variable: '"Condition"',
  Arguments: '"Parameters"',
  Output: '"ResultSelector", "ResultPath" and "OutputPath"',
  Items: '"ItemsPath"',
  Condition: '"Variable" with a comparison operator',
};

function remedy(field: string, only: string): string {
  const counterpart = counterparts[field];
  const change = `set "QueryLanguage": "${only}"`;
  return counterpart ? `use ${counterpart}, or ${change}` : `remove it, or ${change}`;
}
