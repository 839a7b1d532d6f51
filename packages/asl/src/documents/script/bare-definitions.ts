import type { Node } from '@babel/types';
import { memberOf, type Located } from '../../text/located';
import { isDefinition } from '../bare';
import type { DeclaredMachine } from '../declared-machine';
import { stringOf } from '../joined-text';
import { isLikeDefinition, isWrittenAsDefinition } from './definition-keys';
import { nameAround, nameGivenBy } from './name-around';
import { calleeNameOf, keyOf, rangeOf } from './parse-script';
import type { ScriptTree } from './tree';
import type { ScriptValues } from './values';

/** Members whose definitions are parts of a machine. */
const partKeys = new Set(['Branches', 'ItemProcessor', 'Iterator']);
const partName = /branch|iterator|processor/i;

/** What takes pieces of a definition, or compares something with one. */
const takesPieces =
  /merge|assign|extend|default|override|^(?:array|object)Containing$|^to(?:Be|Contain|Equal|Have|Match|StrictEqual)/i;

const statement = /Statement$|^Program$|^VariableDeclaration$/;

/** The definitions of a source that nothing declares: objects and texts that look like one and stand alone. */
export class BareDefinitions {
  readonly machines: readonly DeclaredMachine[];
  private readonly tree: ScriptTree;
  private readonly values: ScriptValues;
  /** The nodes that are definitions by what stands around them. */
  private readonly declared: ReadonlySet<Node>;
  /** The constants and functions that a Parallel or Map takes its machines from. */
  private readonly parts: ReadonlySet<string>;

  constructor(tree: ScriptTree, values: ScriptValues, declared: ReadonlySet<Node>) {
    this.tree = tree;
    this.values = values;
    this.declared = declared;
    this.parts = namesInParts(tree);
    this.machines = tree.nodes.flatMap((node) => this.at(node) ?? []);
  }

  private at(node: Node): DeclaredMachine | undefined {
    const isCandidate = node.type === 'ObjectExpression' ? isLikeDefinition(node) : this.isWholeText(node);
    if (!isCandidate || this.declared.has(node) || !this.standsAlone(node)) return undefined;
    const given = node.type === 'ObjectExpression' ? this.object(node) : this.text(node);
    if (!given) return undefined;
    const name = nameAround(node, this.tree);
    return { ...(name !== undefined && { declaration: { name } }), ...given };
  }

  private object(node: Node): DeclaredMachine | undefined {
    const definition = this.values.of(node);
    return isDefinition(definition) && hasState(definition) ? { definition } : undefined;
  }

  private text(node: Node): DeclaredMachine | undefined {
    const text = this.values.textOf(node)?.text;
    if (!text || !/^\s*\{/.test(text.value) || !isWrittenAsDefinition(text.value)) return undefined;
    return { definition: stringOf(text, rangeOf(node)), isUncertain: true };
  }

  /** Whether the node is a text that speaks of StartAt, and not a piece of one that is joined of several. */
  private isWholeText(node: Node): boolean {
    if (!textTypes.has(node.type)) return false;
    const parent = this.tree.parentOf(node);
    if (parent?.type === 'BinaryExpression' && parent.operator === '+') return false;
    if (parent?.type === 'TaggedTemplateExpression' && node.type === 'TemplateLiteral') return false;
    return this.values.mentions(node, 'StartAt');
  }

  /** Whether the node is no part of another definition, nothing is put into it, and nobody takes pieces of it. */
  private standsAlone(node: Node): boolean {
    for (let inner = node, outer = this.tree.parentOf(node); outer; inner = outer, outer = this.tree.parentOf(outer)) {
      if (partKeys.has(keyOf(outer) ?? '') || this.declared.has(outer) || isLikeDefinition(outer)) return false;
      const name = nameGivenBy(outer, inner);
      if (name !== undefined && (this.tree.isChanged(name) || this.parts.has(name) || partName.test(name)))
        return false;
      if (inner.type !== 'ArrowFunctionExpression' && takesPieces.test(calleeNameOf(outer) ?? '')) return false;
      if (statement.test(outer.type) && outer.type !== 'ReturnStatement' && outer.type !== 'BlockStatement') break;
      // What a test body holds says nothing of the test.
      if (outer.type === 'BlockStatement' && !this.returns(outer, node)) break;
    }
    return true;
  }

  private returns(block: Node, node: Node): boolean {
    for (let around = this.tree.parentOf(node); around && around !== block; around = this.tree.parentOf(around)) {
      if (around.type === 'ReturnStatement') return true;
    }
    return false;
  }
}

const textTypes = new Set(['StringLiteral', 'TemplateLiteral', 'TaggedTemplateExpression', 'BinaryExpression']);

function namesInParts(tree: ScriptTree): ReadonlySet<string> {
  const parts = tree.nodes.filter((node) => partKeys.has(keyOf(node) ?? ''));
  const inside = parts.flatMap((property) => tree.nodesBetween(...rangeOf(property)));
  return new Set(inside.flatMap((node) => (node.type === 'Identifier' ? node.name : [])));
}

function hasState(definition: Located): boolean {
  const states = memberOf(definition, 'States');
  return states?.kind === 'object' && states.entries.some(({ value }) => memberOf(value, 'Type'));
}
