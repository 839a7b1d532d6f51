import { nearest } from '../expressions';
import {
  Credentials,
  descendantsOf,
  Scope,
  stateClasses,
  StateNode,
  TaskState,
  UnknownState,
  type AslNode,
  type Field,
} from '../syntax';
import { isUnknown } from '../text/located';
import { describeNode } from './describe-node';
import { quotedNames } from '../text/quoted-names';
import { atName, schema, type ValidityCheck, type ValidityProblem } from './problem';

/** Fields that a state, a rule or a Catcher does not have. AWS refuses each of them, comments by other names included. */
export const noUnsupportedFields: ValidityCheck = function* (machine) {
  for (const node of descendantsOf(machine)) {
    if (node instanceof UnknownState) continue;
    if (node instanceof Credentials) yield* credentialsOfActivity(node);
    const unsupported = node.fields.filter(({ spec, key }) => !spec && !isUnknown(key));
    // Once for all fields of the node: a node may have as many fields as fit into a megabyte.
    const usable = unsupported.length > 0 ? usableNames(node) : [];
    for (const field of unsupported)
      yield problem(field, node, ownersOf(field.name).length > 0 ? undefined : nearest(field.name, usable));
  }
};

function problem(field: Field, node: AslNode, near: string | undefined): ValidityProblem {
  const name = quotedNames([field.name]);
  return {
    message: `${name} is not a field of ${describeNode(node)}; ${near ? `did you mean "${near}"?` : remedy(field.name, node)}`,
    range: field.key.range,
    aws: schema(`Field '${field.name}' is not supported`, node.location),
    ...(near && {
      suggestion: { message: `Rename ${name} to "${near}"`, range: textRange(field), text: near },
    }),
  };
}

/** The fields that the node could still be given, in its query language. */
function usableNames(node: AslNode): string[] {
  const given = new Set(node.fields.map(({ name }) => name));
  return Object.entries(node.fieldTable)
    .filter(([name, { language }]) => !given.has(name) && (!language || language === node.queryLanguage))
    .map(([name]) => name);
}

/** The text of the name, without its quotes. */
const textRange = ({ key }: Field) => [key.at(0), key.at(key.value.length)] as const;

/** The types of the states that have such a field: a name that is written rightly is not meant to be another one. */
const ownersOf = (name: string): readonly string[] =>
  Object.entries(stateClasses).flatMap(([type, { table }]) => (Object.hasOwn(table, name) ? type : []));

/** Where such a field belongs, if it is a field of anything near. */
function remedy(name: string, node: AslNode): string {
  if (node instanceof StateNode) {
    const owners = ownersOf(name);
    return owners.length ? `only ${quotedNames(owners)} states have it, so remove it` : 'remove it';
  }
  // The state around a scope has one, too, but the states inside would not inherit it.
  if (node instanceof Scope && name === 'QueryLanguage') return 'set it in each state or for the whole state machine';
  for (let owner = node.parent; owner; owner = owner.parent) {
    if (Object.hasOwn(owner.fieldTable, name)) {
      const place = describeNode(owner).replace(/^a /, 'the ');
      return owner.has(name) ? `${place} around it has one, so remove it` : `it belongs to ${place}, so move it there`;
    }
    // What stands in a part of a state, such as a rule, is meant for that part or for the state.
    if (owner instanceof StateNode && !(node instanceof Scope)) break;
  }
  return 'remove it';
}

/** Activities run under the role of their worker, so there is none to assume (measured, badmintoncryer/cdk-preflight 2026-09-05). */
function* credentialsOfActivity(node: Credentials): Generator<ValidityProblem> {
  const { parent } = node;
  if (!(parent instanceof TaskState) || parent.resource.kind !== 'activity') return;
  yield {
    message: '"Credentials" cannot be used with an activity, whose worker has its own; remove them',
    range: atName(node),
    aws: schema("The field 'Credentials' is not supported for activities", node.location),
  };
}
