import type { Node } from '@babel/types';
import { lastAtOrBefore } from '../last-at-or-before';
import { calleeNameOf, childrenOf, withoutTypes } from './parse-script';

/** The tree of a source, with what of it is asked for again and again. */
export class ScriptTree {
  /** Every node, in the order of the text. */
  readonly nodes: readonly Node[];
  private readonly parents = new Map<Node, Node>();
  private readonly declarators = new Map<string, Node | undefined>();
  private readonly imports = new Map<string, string>();
  private readonly changed = new Set<string>();
  private starts: readonly number[] | undefined;

  constructor(root: Node) {
    const nodes: Node[] = [];
    const waiting = [root];
    for (let node = waiting.pop(); node; node = waiting.pop()) {
      nodes.push(node);
      this.note(node);
      const children = childrenOf(node);
      for (const child of children) this.parents.set(child, node);
      for (const child of children.toReversed()) waiting.push(child);
    }
    this.nodes = nodes;
    this.spreadChanges();
  }

  parentOf(node: Node): Node | undefined {
    return this.parents.get(node);
  }

  /** The nodes that begin in a stretch of the text. */
  nodesBetween(start: number, end: number): readonly Node[] {
    this.starts ??= this.nodes.map((node) => node.start ?? 0);
    const found: Node[] = [];
    for (let index = lastAtOrBefore(this.starts, start - 1); index < this.nodes.length; index++) {
      const at = this.starts[index]!;
      if (at >= end) break;
      if (at >= start) found.push(this.nodes[index]!);
    }
    return found;
  }

  /** What a `const` of that name is. Undefined if the file has another binding of the name, or changes the value. */
  constantOf(name: string): Node | undefined {
    return this.changed.has(name) ? undefined : this.declarators.get(name);
  }

  /** Whether something is put into the value of that name, so that its literal does not tell what it is. */
  isChanged(name: string): boolean {
    return this.changed.has(name);
  }

  /** The module that the default import, or the result of `require`, of that name comes from. */
  moduleOf(name: string): string | undefined {
    return this.imports.get(name);
  }

  private note(node: Node): void {
    switch (node.type) {
      case 'VariableDeclaration':
        for (const { id, init } of node.declarations) {
          if (id.type === 'Identifier') this.bind(id.name, node.kind === 'const' && init ? init : undefined);
          else this.bindPattern(id);
          if (id.type === 'Identifier' && init) this.noteRequire(id.name, init);
        }
        break;
      case 'ImportDeclaration':
        for (const { type, local } of node.specifiers) {
          this.bind(local.name, undefined);
          if (type !== 'ImportSpecifier') this.imports.set(local.name, node.source.value);
        }
        break;
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
      case 'ObjectMethod':
      case 'ClassMethod':
      case 'ClassPrivateMethod':
        if ('id' in node && node.id) this.bind(node.id.name, undefined);
        for (const parameter of node.params) this.bindPattern(parameter);
        break;
      case 'CatchClause':
        if (node.param) this.bindPattern(node.param);
        break;
      default:
        this.noteChange(node);
    }
  }

  /** Two bindings of one name are told apart by no more than that there are two. */
  private bind(name: string, value: Node | undefined): void {
    this.declarators.set(name, this.declarators.has(name) ? undefined : value);
  }

  private bindPattern(pattern: Node): void {
    const waiting = [pattern];
    for (let node = waiting.pop(); node; node = waiting.pop()) {
      if (node.type === 'Identifier') this.bind(node.name, undefined);
      else waiting.push(...childrenOf(node));
    }
  }

  private noteRequire(name: string, init: Node): void {
    const call = withoutTypes(init);
    if (call.type !== 'CallExpression' || calleeNameOf(call) !== 'require') return;
    const [module] = call.arguments;
    if (module?.type === 'StringLiteral') this.imports.set(name, module.value);
  }

  private noteChange(node: Node): void {
    switch (node.type) {
      case 'AssignmentExpression':
        return this.change(node.left);
      case 'UpdateExpression':
        return this.change(node.argument);
      case 'UnaryExpression':
        if (node.operator === 'delete') this.change(node.argument);
        return;
      case 'CallExpression': {
        const name = calleeNameOf(node);
        if (name === undefined) return;
        const callee = withoutTypes(node.callee);
        if (changingMethods.has(name) && callee.type === 'MemberExpression') this.change(callee.object);
        if (changingFunctions.has(name) && node.arguments[0]) this.change(node.arguments[0]);
      }
    }
  }

  private change(target: Node): void {
    const name = rootNameOf(target);
    if (name !== undefined) this.changed.add(name);
  }

  /** `const states = definition.States; states.A = ...` changes the definition, too. */
  private spreadChanges(): void {
    for (const name of this.changed) {
      const init = this.declarators.get(name);
      const root = init && rootNameOf(init);
      if (root !== undefined) this.changed.add(root);
    }
  }
}

const changingMethods = new Set(['push', 'pop', 'shift', 'unshift', 'splice', 'sort', 'reverse', 'fill', 'copyWithin']);
const changingFunctions = new Set([
  'assign',
  'assignIn',
  'defaults',
  'defaultsDeep',
  'defineProperties',
  'defineProperty',
  'extend',
  'merge',
  'mergeWith',
  'set',
  'unset',
  'update',
]);

/** `a` of `a`, `a.b.c` and `a[0]`. */
function rootNameOf(node: Node): string | undefined {
  let root = withoutTypes(node);
  while (root.type === 'MemberExpression' || root.type === 'OptionalMemberExpression') root = withoutTypes(root.object);
  return root.type === 'Identifier' ? root.name : undefined;
}
