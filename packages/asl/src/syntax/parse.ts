import type { Located, LocatedObject } from '../text/located';
import { memberOf } from '../text/located';
import { childKey } from './field-spec';
import { AslNode, Field, type NodeClass, type NodeInit } from './node';
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
  const { fieldTable } = node;
  node.fields = entries.map(
    (entry) =>
      new Field(node, entry, Object.hasOwn(fieldTable, entry.key.value) ? fieldTable[entry.key.value] : undefined),
  );
  const children: Record<string, AslNode | readonly AslNode[] | undefined> = {};
  for (const [name, spec] of Object.entries(fieldTable)) {
    const key = childKey(name, spec);
    if (!key) continue;
    const value = node.field(name)?.value;
    if (spec.is === 'states') children[key] = value?.kind === 'object' ? parseStates(node, value) : [];
    else if (spec.is === 'nodes')
      children[key] = value?.kind === 'array' ? parseItems(node, name, value.items, spec.node()) : [];
    else if (spec.is === 'node' && value?.kind === 'object') {
      children[key] = parseNode(spec.node(), { located: value, parent: node, segment: name, key: undefined });
    } else children[key] ??= undefined;
  }
  return Object.assign(node, children);
}

function parseItems(parent: AslNode, name: string, items: readonly Located[], kind: NodeClass<AslNode>): AslNode[] {
  return items.flatMap((located, index) =>
    located.kind === 'object'
      ? [parseNode(kind, { located, parent, segment: `${name}[${index}]`, key: undefined })]
      : [],
  );
}

function parseStates(parent: AslNode, states: LocatedObject): State[] {
  return states.entries.map(({ key, value }) => {
    const type = memberOf(value, 'Type');
    const kind = type?.kind === 'string' && isStateType(type.value) ? stateClasses[type.value] : UnknownState;
    return parseNode<State>(kind as NodeClass<State>, { located: value, parent, segment: `States/${key.value}`, key });
  });
}
