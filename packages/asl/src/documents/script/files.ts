import type { Node } from '@babel/types';
import { calleeNameOf, withoutTypes } from './parse-script';
import type { ScriptTree } from './tree';

/** Functions that read the file whose path they take. */
const readers = new Set(['fromFile', 'readFileSync', 'readFile']);

/**
 * The file that an expression reads: `DefinitionBody.fromFile('x.asl.json')`, `readFileSync(join(__dirname, 'x.asl.json'))`,
 * or what was imported from one. A path that begins with a dot is relative to the source; another one to a folder at or
 * above it, because a program is started somewhere above its sources.
 */
export function fileOfScript(node: Node, tree: ScriptTree): string | undefined {
  const value = withoutTypes(node);
  if (value.type === 'Identifier') {
    const module = tree.moduleOf(value.name);
    return module !== undefined && /^\.{1,2}\/.*\.(?:json|ya?ml|asl)$/i.test(module) ? module : undefined;
  }
  if (value.type !== 'CallExpression') return undefined;
  const [first] = value.arguments;
  if (!first) return undefined;
  if (readers.has(calleeNameOf(value) ?? '')) return pathOf(first, tree, 0);
  // `readFileSync(path).toString()`
  if (calleeNameOf(value) === 'toString' && value.callee.type === 'MemberExpression') {
    return fileOfScript(value.callee.object, tree);
  }
  return undefined;
}

function pathOf(given: Node, tree: ScriptTree, step: number): string | undefined {
  const node = withoutTypes(given);
  if (step > maxSteps) return undefined;
  switch (node.type) {
    case 'StringLiteral':
      return node.value;
    case 'Identifier': {
      if (node.name === '__dirname') return './';
      const constant = tree.constantOf(node.name);
      return constant && pathOf(constant, tree, step + 1);
    }
    case 'MemberExpression':
      return node.property.type === 'Identifier' && node.property.name === 'dirname' ? './' : undefined;
    case 'TemplateLiteral':
      return joined([...node.quasis, ...node.expressions].toSorted(byPlace), tree, step, '');
    case 'BinaryExpression':
      return node.operator === '+' ? joined([node.left, node.right], tree, step, '') : undefined;
    case 'TemplateElement':
      return node.value.cooked ?? undefined;
    case 'CallExpression':
      return ['join', 'resolve'].includes(calleeNameOf(node) ?? '')
        ? joined(node.arguments, tree, step, '/')
        : undefined;
    case 'NewExpression':
      // new URL('./x.asl.json', import.meta.url)
      return calleeNameOf(node) === 'URL' && node.arguments[0] ? pathOf(node.arguments[0], tree, step + 1) : undefined;
    default:
      return undefined;
  }
}

const maxSteps = 20;

const byPlace = (a: Node, b: Node): number => (a.start ?? 0) - (b.start ?? 0);

function joined(parts: readonly Node[], tree: ScriptTree, step: number, separator: string): string | undefined {
  const texts = parts.map((part) => pathOf(part, tree, step + 1));
  return texts.every((text) => text !== undefined) ? texts.join(separator) : undefined;
}
