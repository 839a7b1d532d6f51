import type { Node, ObjectExpression } from '@babel/types';
import { isLoggedBy } from '../logging';
import { calleeNameOf, keyOf, memberNameOf } from './parse-script';
import type { ScriptTree } from './tree';
import type { ScriptValues } from './values';

/** What turns a log on behind the construct's back. */
const overrides = /^logging_?configuration(?:\.|$)|^addPropertyOverride$|^addOverride$/i;

/**
 * Whether the options of a construct have the executions written to a log. Undefined where the source does not tell: options
 * that are spread, escape hatches, and a construct that is handed to somebody who may wait for its result.
 */
export function isLoggedByOptions(
  options: ObjectExpression,
  tree: ScriptTree,
  values: ScriptValues,
): boolean | undefined {
  const construct = tree.parentOf(options);
  if (construct?.type !== 'NewExpression' || !(calleeNameOf(construct) ?? '').endsWith('StateMachine'))
    return undefined;
  if (isHandedOut(construct, tree)) return undefined;
  for (const member of options.properties) {
    const key = keyOf(member);
    if (key === undefined) return undefined;
    if (member.type !== 'ObjectProperty') continue;
    if (key === 'logs') return isLoggedByConstruct(values.resolve(member.value));
    if (/^loggingConfiguration$/i.test(key)) return isLoggedBy(values.of(member.value));
  }
  return tree.nodes.some((node) => overrides.test(textOf(node))) ? undefined : false;
}

/** The CDK logs errors unless it is told otherwise. */
function isLoggedByConstruct(logs: Node): boolean | undefined {
  if (logs.type !== 'ObjectExpression') return undefined;
  const level = logs.properties.find((member) => keyOf(member) === 'level');
  if (!level) return logs.properties.every((member) => keyOf(member) !== undefined) ? true : undefined;
  const constant = level.type === 'ObjectProperty' ? memberNameOf(level.value) : undefined;
  return constant === undefined ? undefined : constant !== 'OFF';
}

/** Whether other code gets the construct, and may start it and wait. A target of EventBridge does not wait. */
function isHandedOut(construct: Node, tree: ScriptTree): boolean {
  const parent = tree.parentOf(construct);
  if (parent?.type === 'ExpressionStatement') return false;
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return true;
  const declaration = tree.parentOf(parent);
  if (declaration && tree.parentOf(declaration)?.type === 'ExportNamedDeclaration') return true;
  const { id } = parent;
  return tree.nodes.some((node) => {
    if (node.type !== 'Identifier' || node.name !== id.name || node === id) return false;
    const user = tree.parentOf(node);
    const isMember = user?.type === 'MemberExpression' && user.object === node;
    return !isMember && calleeNameOf(user ?? node) !== 'SfnStateMachine';
  });
}

function textOf(node: Node): string {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'StringLiteral' ? node.value : '';
}
