import type { Node, ObjectExpression } from '@babel/types';
import { definitionKeys, memberAmong } from './definition-keys';
import { keyOf, memberNameOf } from './parse-script';
import type { ScriptTree } from './tree';
import type { ScriptValues } from './values';

/** The name of the constant, member or function that has what the node is. */
export function nameAround(node: Node, tree: ScriptTree): string | undefined {
  for (let inner = node, outer = tree.parentOf(node); outer; inner = outer, outer = tree.parentOf(outer)) {
    const name = nameGivenBy(outer, inner);
    if (name !== undefined && !definitionKeys.includes(name)) return name;
    if (outer.type === 'ExpressionStatement' || outer.type === 'Program') return undefined;
  }
  return undefined;
}

/** The id that a construct takes beside its options, or the name among these; else what has the options. */
export function nameBeside(options: ObjectExpression, tree: ScriptTree, values: ScriptValues): string | undefined {
  const call = tree.parentOf(options);
  if (call?.type === 'NewExpression' || call?.type === 'CallExpression') {
    const id = call.arguments.find(({ type }) => type === 'StringLiteral');
    if (id?.type === 'StringLiteral') return id.value;
    const name = memberAmong(options, ['name'], values);
    if (name?.kind === 'string') return name.value;
  }
  return nameAround(options, tree);
}

/** The name that a declaration, an assignment, a function or a member gives to what is inside it. */
export function nameGivenBy(outer: Node, inner: Node): string | undefined {
  switch (outer.type) {
    case 'VariableDeclarator':
      return outer.id.type === 'Identifier' ? outer.id.name : undefined;
    case 'FunctionDeclaration':
      return outer.id?.name;
    case 'ClassProperty':
    case 'ClassMethod':
      return outer.key.type === 'Identifier' ? outer.key.name : undefined;
    case 'AssignmentExpression': {
      const name = inner === outer.right ? memberNameOf(outer.left) : undefined;
      return name === 'exports' ? undefined : name;
    }
    default:
      return keyOf(outer);
  }
}
