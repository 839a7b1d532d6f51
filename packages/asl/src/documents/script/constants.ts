import type { Node } from '@babel/types';
import { once } from './once';
import { keyOf, memberNameOf, withoutTypes } from './parse-script';
import type { ScriptTree } from './tree';

/** Follows the constants of a source, and the members of their object literals. */
export class ScriptConstants {
  private readonly tree: ScriptTree;
  private readonly referents = new Map<Node, Node | undefined>();

  constructor(tree: ScriptTree) {
    this.tree = tree;
  }

  /** Goes on to what a constant, or a member of one, stands for; the node itself where that is not known. */
  resolve(node: Node): Node {
    let resolved = withoutTypes(node);
    for (let step = 0; step < maxSteps; step++) {
      const at = resolved;
      const next = once(this.referents, at, () => this.referentOf(at));
      if (!next) return resolved;
      resolved = withoutTypes(next);
    }
    return resolved;
  }

  private referentOf(node: Node): Node | undefined {
    if (node.type === 'Identifier') return this.tree.constantOf(node.name);
    if (node.type === 'CallExpression' && isFreeze(node)) return node.arguments[0];
    const name = memberNameOf(node);
    if (name === undefined || node.type !== 'MemberExpression') return undefined;
    const object = this.resolve(node.object);
    if (object.type !== 'ObjectExpression' || object.properties.some((property) => keyOf(property) === undefined)) {
      return undefined;
    }
    const property = object.properties.findLast((candidate) => keyOf(candidate) === name);
    return property?.type === 'ObjectProperty' ? property.value : undefined;
  }
}

const maxSteps = 100;

function isFreeze({ callee }: { readonly callee: Node }): boolean {
  return callee.type === 'MemberExpression' && ['freeze', 'seal'].includes(memberNameOf(callee) ?? '');
}
