import type { Located, LocatedEntry, LocatedObject } from '../text/located';
import { asPlaceholder, memberOf } from '../text/located';
import { isOfNodes, type FieldSpec, type FieldTable } from './field-spec';
import { Field } from './field';
import type { AslNode, NodeClass, NodeInit } from './node';
import { StateMachine, type Declaration } from './scope';
import { isStateType, stateClasses, type State } from './states';
import { UnknownState } from './unknown-state';

/** Makes the typed nodes of a definition. Never fails: what has the wrong shape is a Field without child nodes. */
export function parseStateMachine(root: Located, declaration: Declaration = {}): StateMachine {
  const machine = parseNode(StateMachine, { located: root, parent: undefined, segment: '', key: undefined });
  return Object.assign(machine, { declaration });
}

function parseNode<T extends AslNode>(kind: NodeClass<T>, init: NodeInit): T {
  const node = new kind(init);
  const entries = init.located.kind === 'object' ? init.located.entries : [];
  node.fields = entries.map((entry) => parseField(node, entry, specOf(kind.table, entry.key.value)));
  const slots: Record<string, AslNode | readonly AslNode[] | undefined> = {};
  for (const [name, key, spec] of kind.childFields) {
    const value = node.field(name)?.value;
    // Of ItemProcessor and Iterator together, which AWS refuses, the modern one counts.
    slots[key] ??= parseChildren(node, name, value, spec);
  }
  node.children = Object.values(slots).flatMap((child) => child ?? []);
  return Object.assign(node, slots);
}

const parseField = (node: AslNode, entry: LocatedEntry, spec: FieldSpec | undefined): Field =>
  new Field(node, spec && isOfNodes(spec) ? filledIn(entry) : entry, spec);

/** No text is an object or an array, so a placeholder in quotes for one is replaced together with them. */
function filledIn(entry: LocatedEntry): LocatedEntry {
  const value = withPlaceholders(entry.value);
  return value === entry.value ? entry : { ...entry, value };
}

/** The same value where there is none: a new one for each field would cost time in each file. */
function withPlaceholders(value: Located): Located {
  if (value.kind !== 'array') return asPlaceholder(value);
  const items = value.items.map(asPlaceholder);
  return items.every((item, at) => item === value.items[at]) ? value : { ...value, items };
}

const specOf = (table: FieldTable, name: string): FieldSpec | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

function parseChildren(
  parent: AslNode,
  name: string,
  value: Located | undefined,
  spec: FieldSpec,
): AslNode | readonly AslNode[] | undefined {
  if (spec.is === 'states') return value?.kind === 'object' ? parseStates(parent, value) : [];
  if (spec.is === 'nodes') return value?.kind === 'array' ? parseItems(parent, name, value.items, spec.node()) : [];
  if (spec.is !== 'node' || !value || !mayBeNode(value)) return undefined;
  return parseNode(spec.node(), { located: value, parent, segment: name, key: undefined });
}

function parseItems(parent: AslNode, name: string, items: readonly Located[], kind: NodeClass<AslNode>): AslNode[] {
  return items.flatMap((located, index) =>
    mayBeNode(located) ? [parseNode(kind, { located, parent, segment: `${name}[${index}]`, key: undefined })] : [],
  );
}

/** A placeholder is a node of which nothing is known. */
const mayBeNode = ({ kind }: Located): boolean => kind === 'object' || kind === 'placeholder';

function parseStates(parent: AslNode, states: LocatedObject): State[] {
  return states.entries.map(({ key, value }) => {
    const type = memberOf(value, 'Type');
    const kind = type?.kind === 'string' && isStateType(type.value) ? stateClasses[type.value] : UnknownState;
    return parseNode<State>(kind, { located: asPlaceholder(value), parent, segment: `States/${key.value}`, key });
  });
}
