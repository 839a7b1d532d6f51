import { nearest } from '../expressions';
import { descendantsOf, stateClasses, UnknownState, type AslNode, type Field } from '../syntax';
import { quoted, schema, type ValidityCheck } from './problem';

/** Fields that a state, a rule or a Catcher does not have. AWS refuses each of them, comments by other names included. */
export const noUnsupportedFields: ValidityCheck = function* (machine) {
  for (const node of descendantsOf(machine)) {
    if (node instanceof UnknownState) continue;
    for (const field of node.fields) {
      if (field.spec) continue;
      const near = nearest(field.name, usableNames(node));
      yield {
        message: `"${field.name}" is not a field of ${describe(node)}; ${remedy(field, node, near)}`,
        range: field.key.range,
        aws: schema(`Field '${field.name}' is not supported`, node.location),
        ...(near && {
          suggestion: { message: `Rename "${field.name}" to "${near}"`, range: nameRange(field), text: near },
        }),
      };
    }
  }
};

const usableNames = (node: AslNode): string[] =>
  Object.keys(node.fieldTable).filter((name) => {
    const { language } = node.fieldTable[name]!;
    return !node.has(name) && (!language || language === node.queryLanguage);
  });

const nameRange = ({ key }: Field) => [key.at(0), key.at(key.value.length)] as const;

function remedy(field: Field, node: AslNode, near: string | undefined): string {
  if (near) return `did you mean "${near}"?`;
  const owners = Object.entries(stateClasses)
    .filter(([, kind]) => Object.hasOwn(kind.table, field.name))
    .map(([type]) => type);
  const advice = 'remove it';
  return owners.length && node.type.endsWith('State') ? `only ${quoted(owners)} states have it, so ${advice}` : advice;
}

function describe(node: AslNode): string {
  const state = /^(\w+)State$/.exec(node.type);
  return state ? `a ${state[1]} state` : node.type === 'StateMachine' ? 'a state machine' : `a ${node.type}`;
}
