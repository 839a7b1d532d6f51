import { descendantsOf, UnknownState, type AslNode, type ExclusiveFields } from '../syntax';
import { atName, quoted, schema, type ValidityCheck, type ValidityProblem } from './problem';

/** Fields that must be there, and groups of fields of which one must be. */
export const requiredFields: ValidityCheck = function* (machine) {
  for (const node of descendantsOf(machine)) {
    if (node.located.kind !== 'object') continue;
    if (node instanceof UnknownState && node.has('Type')) continue;
    const missing = Object.entries(node.fieldTable)
      .filter(
        ([name, { required, language }]) =>
          required && !node.has(name) && (language ?? node.queryLanguage) === node.queryLanguage,
      )
      .map(([name]) => name);
    if (missing.length) {
      yield {
        message: `${quoted(missing)} ${missing.length > 1 ? 'are' : 'is'} required here; add ${missing.length > 1 ? 'them' : 'it'}`,
        range: atName(node),
        aws: schema(`These fields are required: [${missing.join(', ')}]`, node.location),
      };
    }
    for (const group of node.exclusiveFields) yield* checkGroup(node, group);
  }
};

function* checkGroup(node: AslNode, { fields, required }: ExclusiveFields): Generator<ValidityProblem> {
  const usable = fields.filter(
    (name) => (node.fieldTable[name]?.language ?? node.queryLanguage) === node.queryLanguage,
  );
  if (!required || fields.some((name) => node.has(name))) return;
  const [only] = fields;
  yield {
    message: `One of ${quoted(usable, 'or')} is required here; add it`,
    range: atName(node),
    aws: schema(
      node.type === 'Credentials'
        ? `The field '${only}' is required but was missing`
        : `One of these fields is required: [${usable.join(', ')}]`,
      node.location,
    ),
  };
}
