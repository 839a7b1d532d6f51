import { VisitNodeStep } from '@eslint/plugin-kit';
import { visitorKeys } from '@stepproof/asl';
import type { AslSyntaxElement } from '@stepproof/rules';

export type TreeNode = AslSyntaxElement & { readonly type: string; readonly parent?: AslSyntaxElement };

const enter = 1;
const exit = 2;

interface Waiting {
  readonly target: TreeNode;
  readonly phase: typeof enter | typeof exit;
}

/**
 * Every node on the way in and on the way out, depth first. Does not recurse, so depth is no limit. No generator: ESLint
 * takes a step for each member of a definition, and V8 does not optimize what resumes one.
 */
export class Steps implements Iterator<VisitNodeStep>, Iterable<VisitNodeStep> {
  readonly #waiting: Waiting[];
  readonly #atEnd: () => void;

  constructor(root: TreeNode, atEnd: () => void) {
    this.#waiting = [{ target: root, phase: enter }];
    this.#atEnd = atEnd;
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(): IteratorResult<VisitNodeStep, undefined> {
    const next = this.#waiting.pop();
    if (!next) {
      this.#atEnd();
      return { done: true, value: undefined };
    }
    const { target, phase } = next;
    if (phase === enter) {
      this.#waiting.push({ target, phase: exit });
      this.#addChildrenOf(target);
    }
    return { done: false, value: new VisitNodeStep({ target, phase, args: [target] }) };
  }

  /** The last child first: it is the last that is taken. */
  #addChildrenOf(node: TreeNode): void {
    const keys = visitorKeys[node.type] ?? none;
    for (let at = keys.length - 1; at >= 0; at--) {
      const held = (node as unknown as Record<string, TreeNode | readonly TreeNode[] | undefined>)[keys[at]!];
      if (held === undefined) continue;
      const children = Array.isArray(held) ? (held as readonly TreeNode[]) : [held as TreeNode];
      for (let index = children.length - 1; index >= 0; index--) {
        this.#waiting.push({ target: children[index]!, phase: enter });
      }
    }
  }
}

const none: readonly string[] = [];
