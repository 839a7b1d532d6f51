import type { Node, ObjectExpression } from '@babel/types';
import type { Located } from '../../text/located';
import { isDefinition } from '../bare';
import { workflowTypeOf, type DeclaredMachine, type TemplateDeclaration } from '../declared-machine';
import { stringOf } from '../joined-text';
import { literalSubstitutions } from '../substitutions';
import { definitionKeys, isWrittenAsDefinition, memberAmong, nodeAmong } from './definition-keys';
import { nameAround, nameBeside } from './name-around';
import { calleeNameOf, keyOf, memberNameOf, rangeOf, withoutTypes } from './parse-script';
import { fileOfScript } from './files';
import { isLoggedByOptions } from './logging';
import type { ScriptTree } from './tree';
import type { ScriptValues } from './values';

const typeKeys = ['stateMachineType', 'StateMachineType', 'type', 'Type'];
const substitutionKeys = ['definitionSubstitutions', 'DefinitionSubstitutions'];

/** Functions that give the definition that they take, as an object, a text or a construct. */
const carriers = new Set(['stringify', 'toJsonString', 'jsonStringify', 'jsonencode', 'fromString', 'sub', 'freeze']);
const maxCarriers = 10;

/** The definitions that constructs and API calls of a source take. */
export class DeclaredDefinitions {
  readonly machines: readonly DeclaredMachine[];
  /** The nodes that are definitions by what stands around them. */
  readonly nodes = new Set<Node>();
  private readonly tree: ScriptTree;
  private readonly values: ScriptValues;

  constructor(tree: ScriptTree, values: ScriptValues) {
    this.tree = tree;
    this.values = values;
    this.machines = tree.nodes.flatMap((node) => this.at(node) ?? []);
  }

  /** `{ definitionString: ..., stateMachineType: ... }`, or the definition as an argument beside options. */
  private at(node: Node): DeclaredMachine | undefined {
    if (node.type === 'ObjectExpression') {
      const definition = nodeAmong(node, definitionKeys);
      return definition && this.machineOf(definition, node, nameBeside(node, this.tree, this.values));
    }
    if (node.type !== 'NewExpression' || calleeNameOf(node) !== 'StateMachine') return undefined;
    const [definition, options] = node.arguments;
    const given = options && this.values.resolve(options);
    if (!definition || (given && given.type !== 'ObjectExpression')) return undefined;
    return this.machineOf(definition, given, nameAround(node, this.tree));
  }

  private machineOf(
    value: Node,
    options: ObjectExpression | undefined,
    name: string | undefined,
  ): DeclaredMachine | undefined {
    const carried = this.carried(value);
    const declaration = {
      ...(name !== undefined && { name }),
      ...(options ? this.typeAndLog(options) : { workflowType: 'STANDARD' as const }),
      substitutions: literalSubstitutions(options && memberAmong(options, substitutionKeys, this.values)),
    };
    const file = fileOfScript(carried, this.tree);
    if (file !== undefined) return { declaration, file };
    const given = this.isChanged(value) ? undefined : this.definitionOf(carried);
    if (!given) return undefined;
    this.nodes.add(carried);
    return { declaration, ...given };
  }

  private definitionOf(carried: Node): { definition: Located; isUncertain?: boolean } | undefined {
    if (carried.type === 'ObjectExpression') {
      const definition = this.values.of(carried);
      // What only looks like a definition below the key of one is of another kind.
      return isDefinition(definition) ? { definition } : undefined;
    }
    const made = this.values.textOf(carried);
    if (!made || !isWrittenAsDefinition(made.text.value)) return undefined;
    return { definition: stringOf(made.text, rangeOf(carried)), isUncertain: made.isPartial };
  }

  /** The expression that gives the definition, without what only hands it on. */
  private carried(value: Node): Node {
    let node = this.values.resolve(value);
    for (let step = 0; step < maxCarriers; step++) {
      if (node.type !== 'CallExpression' || !carriers.has(calleeNameOf(node) ?? '')) return node;
      const [first] = node.arguments;
      if (!first) return node;
      node = this.values.resolve(first);
    }
    return node;
  }

  private isChanged(value: Node): boolean {
    let node = withoutTypes(value);
    for (let step = 0; step < maxCarriers; step++) {
      if (node.type === 'Identifier') return this.tree.isChanged(node.name);
      if (node.type !== 'CallExpression' || !node.arguments[0]) return false;
      node = withoutTypes(node.arguments[0]);
    }
    return false;
  }

  private typeAndLog(options: ObjectExpression): Pick<TemplateDeclaration, 'workflowType' | 'isLogged' | 'typeRange'> {
    const type = nodeAmong(options, typeKeys);
    const workflowType = this.typeOf(options, type);
    if (workflowType !== 'EXPRESS') return { workflowType };
    const isLogged = isLoggedByOptions(options, this.tree, this.values);
    return { workflowType, isLogged, ...(type && { typeRange: rangeOf(type) }) };
  }

  private typeOf(options: ObjectExpression, type: Node | undefined): 'STANDARD' | 'EXPRESS' | undefined {
    if (!type) return options.properties.every((member) => keyOf(member) !== undefined) ? 'STANDARD' : undefined;
    const value = this.values.resolve(type);
    // `StateMachineType.EXPRESS` of the CDK and of the SDK
    const constant = memberNameOf(value);
    if (constant === 'EXPRESS' || constant === 'STANDARD') return constant;
    return workflowTypeOf(this.values.of(value));
  }
}
