import { descendantsOf, UnknownState, type AslNode, type ExclusiveFields } from '../syntax';
import { describeNode } from './describe-node';
import { quotedNames } from '../text/quoted-names';
import { atName, atValue, schema, type ValidityCheck, type ValidityProblem } from './problem';

/** Fields that must be there, and groups of fields of which one must be. */
export const requiredFields: ValidityCheck = function* (machine) {
  for (const node of descendantsOf(machine)) {
    if (node.located.kind !== 'object' || node.hasUnknownFields || (node instanceof UnknownState && node.has('Type')))
      continue;
    const missing = node.requiredFields.filter((name) => !node.has(name) && isUsable(name, node));
    if (missing.length) {
      yield {
        message: `${quotedNames(missing)} ${missing.length > 1 ? 'are' : 'is'} required in ${describeNode(node)}; add ${missing.length > 1 ? 'them' : 'it'}`,
        range: atName(node),
        aws: schema(`These fields are required: [${missing.join(', ')}]`, node.location),
      };
    }
    for (const group of node.exclusiveFields) if (group.required) yield* oneOf(group, node);
  }
};

const isUsable = (name: string, node: AslNode): boolean => {
  const language = node.fieldTable[name]?.language;
  return !language || language === node.queryLanguage;
};

function* oneOf({ fields }: ExclusiveFields, node: AslNode): Generator<ValidityProblem> {
  const given = fields.filter((name) => node.has(name));
  if (given.length > 1) return;
  const only = given[0] === undefined ? undefined : node.field(given[0])!;
  if (only && !(only.name === 'End' && only.json === false)) return;
  const aws = schema(
    node.type === 'Credentials'
      ? `The field '${fields[0]}' is required but was missing`
      : `This object should have only one of the following fields: [${fields.join(', ')}]`,
    node.location,
  );
  if (!only) {
    const usable = fields.filter((name) => isUsable(name, node));
    yield {
      message: `${capitalized(describeNode(node))} needs ${quotedNames(usable, 'or')}; add one`,
      range: atName(node),
      aws,
    };
  } else {
    yield {
      message: '"End" is false and there is no "Next", so nothing follows; add "Next", or set "End" to true',
      range: atValue(only),
      aws,
    };
  }
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
