import {
  ChoiceCondition,
  comparisonOperators,
  descendantsOf,
  StateNode,
  type AslNode,
  type QueryLanguage,
} from '../syntax';
import { quotedNames } from '../text/quoted-names';
import { schema, type ValidityCheck } from './problem';

/** Fields of the other query language, and JSONPath states in a JSONata machine. */
export const validQueryLanguage: ValidityCheck = function* (machine) {
  if (machine.field('QueryLanguage')?.isUnknown) return;
  for (const node of descendantsOf(machine)) {
    const own = node.enclosing(StateNode)?.field('QueryLanguage');
    if (own?.parent === node && own.json === 'JSONPath' && machine.queryLanguage === 'JSONata') {
      yield {
        message: `A state cannot go back to "JSONPath" when the whole state machine is "JSONata"; remove "QueryLanguage" and use JSONata here, or set the machine to "JSONPath"`,
        range: own.value.range,
        aws: schema("'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine", node.location),
      };
    }
    // The And, Or or Not around a condition is reported already.
    if (own?.isUnknown || node instanceof ChoiceCondition) continue;
    const language = node.queryLanguage;
    for (const field of node.fields) {
      const only = field.spec?.language;
      if (!only || only === language) continue;
      yield {
        message: `"${field.name}" exists only in ${only}, and the query language here is ${language}; ${remedy(field.name, only, node)}`,
        range: field.key.range,
        aws: schema(
          `The QueryLanguage is set to '${language}', but field '${field.name}' is only supported for the '${only}' QueryLanguage`,
          node.location,
        ),
      };
    }
  }
};

/** What the other language has in its place, where the node has such a field. */
const counterparts: Readonly<Record<string, readonly string[]>> = {
  Parameters: ['Arguments', 'ItemSelector', 'Output'],
  ResultSelector: ['Output'],
  ResultPath: ['Output'],
  InputPath: ['Arguments'],
  OutputPath: ['Output'],
  ItemsPath: ['Items'],
  Result: ['Output'],
  And: ['Condition'],
  Or: ['Condition'],
  Not: ['Condition'],
  Variable: ['Condition'],
  Arguments: ['Parameters'],
  Output: ['ResultSelector', 'Result', 'ResultPath', 'OutputPath'],
  Items: ['ItemsPath'],
  Condition: ['Variable'],
};

function remedy(name: string, only: QueryLanguage, node: AslNode): string {
  const use = counterpartOf(name, node);
  const instead = use ? `use ${use}` : 'remove it';
  // A state of a JSONata machine cannot go back to JSONPath.
  const cannotSwitch = only === 'JSONPath' && node.enclosing(StateNode)?.parent.machine.queryLanguage === 'JSONata';
  return cannotSwitch ? instead : `${instead}, or set "QueryLanguage": "${only}"`;
}

function counterpartOf(name: string, node: AslNode): string | undefined {
  const exists = (other: string) => Object.hasOwn(node.fieldTable, other);
  const names = (counterparts[name] ?? []).filter(exists);
  if (names.length > 0) return name === 'Parameters' ? quotedNames(names.slice(0, 1)) : quotedNames(names, 'or');
  // Where JSONPath has a field of its own for a path, JSONata has an expression in the plain field.
  const plain = name.replace(/(?:Path|\.\$)$/, '');
  if (plain !== name && exists(plain)) return `"${plain}" with a JSONata expression`;
  return Object.hasOwn(comparisonOperators, name) ? '"Condition"' : undefined;
}
