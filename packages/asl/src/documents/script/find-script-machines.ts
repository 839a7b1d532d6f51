import type { Node, ObjectExpression } from '@babel/types';
import { memberOf, type Located, type LocatedString } from '../../text/located';
import { isDefinition } from '../bare';
import { onePerDefinition, workflowTypeOf, type DeclaredMachine, type TemplateDeclaration } from '../declared-machine';
import { stringOf } from '../joined-text';
import { literalSubstitutions } from '../substitutions';
import { customStateAt } from './custom-states';
import { calleeNameOf, keyOf, memberNameOf, rangeOf, withoutTypes } from './parse-script';
import { fileOfScript } from './script-files';
import { isLoggedByOptions } from './script-logging';
import type { ScriptTree } from './script-tree';
import type { ScriptValues } from './script-values';

/** All state machines that a source says literally, in its order. */
export function findScriptMachines(tree: ScriptTree, values: ScriptValues): DeclaredMachine[] {
  return new ScriptMachines(tree, values).find();
}

/** The members under which constructs and API calls take a definition. */
const definitionKeys = new Set(['definition', 'definitionString', 'definitionBody', 'Definition', 'DefinitionString']);
const typeKeys = ['stateMachineType', 'StateMachineType', 'type', 'Type'];
const substitutionKeys = ['definitionSubstitutions', 'DefinitionSubstitutions'];

/** Functions that give the definition that they take, as an object, a text or a construct. */
const carriers = new Set(['stringify', 'toJsonString', 'jsonStringify', 'jsonencode', 'fromString', 'sub', 'freeze']);

/** Members whose definitions are parts of a machine. */
const partKeys = new Set(['Branches', 'ItemProcessor', 'Iterator']);
const partName = /branch|iterator|processor/i;

/** What takes pieces of a definition, or compares something with one. */
const takesPieces =
  /merge|assign|extend|default|override|^(?:array|object)Containing$|^to(?:Be|Contain|Equal|Have|Match|StrictEqual)/i;

class ScriptMachines {
  private readonly tree: ScriptTree;
  private readonly values: ScriptValues;
  /** The nodes that are definitions by what stands around them. */
  private readonly declared = new Set<Node>();
  private readonly parts = new Set<string>();

  constructor(tree: ScriptTree, values: ScriptValues) {
    this.tree = tree;
    this.values = values;
  }

  find(): DeclaredMachine[] {
    for (const node of this.tree.nodes) if (partKeys.has(keyOf(node) ?? '')) this.noteParts(node);
    const declared = this.tree.nodes.flatMap((node) => this.declaredAt(node) ?? []);
    const bare = this.tree.nodes.flatMap((node) => this.bareAt(node) ?? []);
    const parts = this.tree.nodes.flatMap((node) => customStateAt(node, this.tree, this.values) ?? []);
    return onePerDefinition([...declared, ...bare, ...parts]).toSorted((a, b) => startOf(a) - startOf(b));
  }

  /** The constants and functions that a Parallel or Map takes its machines from. */
  private noteParts(property: Node): void {
    const [start, end] = rangeOf(property);
    for (const node of this.tree.nodesBetween(start, end)) if (node.type === 'Identifier') this.parts.add(node.name);
  }

  /** `{ definitionString: ..., stateMachineType: ... }`, or the definition as an argument beside options. */
  private declaredAt(node: Node): DeclaredMachine | undefined {
    if (node.type === 'ObjectExpression') {
      const property = node.properties.find((member) => definitionKeys.has(keyOf(member) ?? ''));
      if (property?.type !== 'ObjectProperty') return undefined;
      return this.machineOf(property.value, node, this.nameAround(node, node));
    }
    if (node.type !== 'NewExpression' || calleeNameOf(node) !== 'StateMachine') return undefined;
    const [definition, options] = node.arguments;
    const given = options && this.values.resolve(options);
    if (!definition || (given && given.type !== 'ObjectExpression')) return undefined;
    return this.machineOf(definition, given, this.nameAround(node, given));
  }

  private machineOf(value: Node, options: ObjectExpression | undefined, name: string | undefined) {
    const carried = this.carried(value);
    const declaration = {
      ...(name !== undefined && { name }),
      ...(options ? this.typeAndLog(options) : { workflowType: 'STANDARD' as const }),
      substitutions: literalSubstitutions(this.memberOf(options, substitutionKeys)),
    };
    const file = fileOfScript(carried, this.tree);
    if (file !== undefined) return { declaration, file };
    if (this.isChanged(value)) return undefined;
    if (carried.type === 'ObjectExpression') {
      const definition = this.values.of(carried);
      // What only looks like a definition below the key of one is of another kind.
      if (!isDefinition(definition)) return undefined;
      this.declared.add(carried);
      return { declaration, definition };
    }
    const text = this.values.textOf(carried);
    if (!text || !speaksOfStates(text.text.value)) return undefined;
    this.declared.add(carried);
    return {
      declaration,
      definition: this.definitionText(carried, text.text),
      isUncertain: text.isPartial,
    };
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

  private memberOf(object: ObjectExpression | undefined, names: readonly string[]): Located | undefined {
    const property = object?.properties.find((member) => names.includes(keyOf(member) ?? ''));
    return property?.type === 'ObjectProperty' ? this.values.of(property.value) : undefined;
  }

  private typeAndLog(options: ObjectExpression): Pick<TemplateDeclaration, 'workflowType' | 'isLogged' | 'typeRange'> {
    const workflowType = this.typeOf(options);
    if (workflowType !== 'EXPRESS') return { workflowType };
    const type = options.properties.find((member) => typeKeys.includes(keyOf(member) ?? ''));
    const isLogged = isLoggedByOptions(options, this.tree, this.values);
    return { workflowType, isLogged, ...(type?.type === 'ObjectProperty' && { typeRange: rangeOf(type.value) }) };
  }

  private typeOf(options: ObjectExpression): 'STANDARD' | 'EXPRESS' | undefined {
    const property = options.properties.find((member) => typeKeys.includes(keyOf(member) ?? ''));
    if (property?.type !== 'ObjectProperty') {
      return options.properties.every((member) => keyOf(member) !== undefined) ? 'STANDARD' : undefined;
    }
    const value = this.values.resolve(property.value);
    // `StateMachineType.EXPRESS` of the CDK and of the SDK
    const constant = memberNameOf(value);
    if (constant === 'EXPRESS' || constant === 'STANDARD') return constant;
    return workflowTypeOf(this.values.of(value));
  }

  private bareAt(node: Node): DeclaredMachine | undefined {
    if (node.type === 'ObjectExpression') return isLikeDefinition(node) ? this.bareObject(node) : undefined;
    if (!isTextNode(node) || this.isTextInside(node) || !this.values.mentions(node, 'StartAt')) return undefined;
    if (this.declared.has(node) || !this.standsAlone(node)) return undefined;
    const text = this.values.textOf(node);
    if (!text || !/^\s*\{/.test(text.text.value) || !speaksOfStates(text.text.value)) return undefined;
    const name = this.nameAround(node, undefined);
    return {
      ...(name !== undefined && { declaration: { name } }),
      definition: this.definitionText(node, text.text),
      isUncertain: true,
    };
  }

  private bareObject(node: ObjectExpression): DeclaredMachine | undefined {
    if (this.declared.has(node) || !this.standsAlone(node)) return undefined;
    const definition = this.values.of(node);
    if (!isDefinition(definition) || !hasState(definition)) return undefined;
    const name = this.nameAround(node, undefined);
    return { ...(name !== undefined && { declaration: { name } }), definition };
  }

  private definitionText(node: Node, text: { value: string; at(index: number): number }): LocatedString {
    return stringOf(text, rangeOf(node));
  }

  /** A piece of a text that is joined of several. */
  private isTextInside(node: Node): boolean {
    const parent = this.tree.parentOf(node);
    return (
      (parent?.type === 'BinaryExpression' && parent.operator === '+') ||
      (parent?.type === 'TaggedTemplateExpression' && node.type === 'TemplateLiteral')
    );
  }

  /** Whether the node is no part of another definition, nothing is put into it, and nobody takes pieces of it. */
  private standsAlone(node: Node): boolean {
    for (let inner = node, outer = this.tree.parentOf(node); outer; inner = outer, outer = this.tree.parentOf(outer)) {
      if (partKeys.has(keyOf(outer) ?? '') || this.declared.has(outer)) return false;
      if (outer.type === 'ObjectExpression' && isLikeDefinition(outer)) return false;
      const name = bindingNameOf(outer, inner) ?? keyOf(outer);
      if (name !== undefined && (this.tree.isChanged(name) || this.parts.has(name) || partName.test(name)))
        return false;
      if (inner.type !== 'ArrowFunctionExpression' && takesPieces.test(calleeNameOf(outer) ?? '')) return false;
      if (isStatement.test(outer.type) && outer.type !== 'ReturnStatement' && outer.type !== 'BlockStatement') break;
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

  /** The id given beside the definition, else the name of the constant, member or function that has it. */
  private nameAround(node: Node, options: Node | undefined): string | undefined {
    for (let inner = node, outer = this.tree.parentOf(node); outer; inner = outer, outer = this.tree.parentOf(outer)) {
      if (options && (outer.type === 'NewExpression' || outer.type === 'CallExpression') && inner === options) {
        const id = outer.arguments.find(({ type }) => type === 'StringLiteral');
        if (id?.type === 'StringLiteral') return id.value;
        const name = this.memberOf(options.type === 'ObjectExpression' ? options : undefined, ['name']);
        if (name?.kind === 'string') return name.value;
      }
      const name = bindingNameOf(outer, inner) ?? keyOf(outer);
      if (name !== undefined && !definitionKeys.has(name)) return name;
      if (outer.type === 'ExpressionStatement' || outer.type === 'Program') return undefined;
    }
    return undefined;
  }
}

const maxCarriers = 10;
const isStatement = /Statement$|^Program$|^VariableDeclaration$/;

const startOf = ({ definition }: DeclaredMachine): number => definition?.range[0] ?? 0;

const isTextNode = ({ type }: Node): boolean =>
  ['StringLiteral', 'TemplateLiteral', 'TaggedTemplateExpression', 'BinaryExpression'].includes(type);

function isLikeDefinition(node: ObjectExpression): boolean {
  const keys = node.properties.map(keyOf);
  return keys.includes('StartAt') && keys.includes('States');
}

function hasState(definition: Located): boolean {
  const states = memberOf(definition, 'States');
  return states?.kind === 'object' && states.entries.some(({ value }) => memberOf(value, 'Type'));
}

/** The name that a declaration, an assignment or a function gives to what is inside it. */
function bindingNameOf(outer: Node, inner: Node): string | undefined {
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
      return undefined;
  }
}

const speaksOfStates = (text: string): boolean =>
  (/"StartAt"\s*:/.test(text) && /"States"\s*:/.test(text)) ||
  (/^[ \t]*StartAt\s*:/m.test(text) && /^[ \t]*States\s*:/m.test(text));
