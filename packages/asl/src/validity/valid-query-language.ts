import {
  ChoiceCondition,
  comparisonOperators,
  descendantsOf,
  StateNode,
  type AslNode,
  type Field,
  type QueryLanguage,
  type StateMachine,
} from '../syntax';
import { quotedNames } from '../text/quoted-names';
import { schema, type ValidityCheck } from './problem';

/** Fields of the other query language, and JSONPath states in a JSONata machine. */
export const validQueryLanguage: ValidityCheck = function* (machine) {
  if (machine.field('QueryLanguage')?.isUnknown) return;
  // Most machines have no such field.
  let whole: ReadonlySet<Field> | undefined;
  let isTold = false;
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
      whole ??= writtenInOther(machine);
      const isOfWhole = whole.has(field);
      yield {
        message: isOfWhole
          ? wholeMessage(field, only, whole.size, machine)
          : `"${field.name}" exists only in ${only}, and the query language here is ${language}; ${remedy(field.name, only, node)}`,
        range: field.key.range,
        aws: schema(
          `The QueryLanguage is set to '${language}', but field '${field.name}' is only supported for the '${only}' QueryLanguage`,
          node.location,
        ),
        ...(isOfWhole && isTold ? { isConsequence: true } : {}),
      };
      isTold ||= isOfWhole;
    }
  }
};

/**
 * The fields of the other language, where the states that take theirs from the machine have no field of that: what is wrong is
 * the `QueryLanguage` of the machine, and not each of them.
 */
function writtenInOther(machine: StateMachine): ReadonlySet<Field> {
  const nodes = [...descendantsOf(machine)].filter(
    (node) => !(node instanceof ChoiceCondition) && node.enclosing(StateNode)?.has('QueryLanguage') === false,
  );
  const fields = nodes.flatMap((node) => node.fields.filter(({ spec }) => spec?.language));
  const other = fields.filter(({ spec }) => spec!.language !== machine.queryLanguage);
  const states = new Set(other.map(({ parent }) => parent.enclosing(StateNode)));
  return new Set(states.size > 1 && other.length === fields.length ? other : []);
}

function wholeMessage({ name }: Field, only: QueryLanguage, count: number, machine: StateMachine): string {
  const remedy =
    only === 'JSONata'
      ? 'set "QueryLanguage": "JSONata" there'
      : 'remove its "QueryLanguage", or write the states in JSONata';
  return `"${name}", and ${count - 1} more ${count > 2 ? 'fields' : 'field'} like it, exist only in ${only}, and the query language of the state machine is ${machine.queryLanguage}; ${remedy}`;
}

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
