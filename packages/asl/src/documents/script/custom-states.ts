import type { Node } from '@babel/types';
import { memberOf, type Located, type LocatedEntry, type LocatedObject, type Range } from '../../text/located';
import { walk } from '../../text/value';
import type { DeclaredMachine } from '../declared-machine';
import { standIn, stringOf } from '../joined-text';
import { memberAmong, nodeAmong } from './definition-keys';
import { calleeNameOf, withoutTypes } from './parse-script';
import type { ScriptTree } from './tree';
import type { ScriptValues } from './values';

/**
 * The state of the CDK's `new CustomState(this, 'Put item', { stateJson: { ... } })` as a machine of which nothing else is
 * known: the CDK gives the state its Next or End, and calls behind it a Retry and a Catch.
 */
export function customStateAt(node: Node, tree: ScriptTree, values: ScriptValues): DeclaredMachine | undefined {
  if (node.type !== 'NewExpression' || calleeNameOf(node) !== 'CustomState') return undefined;
  const [, id, props] = node.arguments;
  const given = props && values.resolve(props);
  if (given?.type !== 'ObjectExpression') return undefined;
  const json = nodeAmong(given, ['stateJson']);
  if (!json || isChangedLater(json, tree)) return undefined;
  const state = values.of(json);
  if (state.kind !== 'object' || memberOf(state, 'Type')?.kind !== 'string') return undefined;
  const named = memberAmong(given, ['stateName'], values) ?? (id && values.of(id));
  const name = named?.kind === 'string' && !named.value.includes('${') ? named.value : undefined;
  return {
    declaration: { isPart: true, ...(name !== undefined && { name }) },
    definition: machineAround(state, name ?? 'CustomState'),
  };
}

/** What is put into a constant after its literal is not seen. */
function isChangedLater(value: Node, tree: ScriptTree): boolean {
  const node = withoutTypes(value);
  return node.type === 'Identifier' && tree.isChanged(node.name);
}

function machineAround(state: LocatedObject, name: string): LocatedObject {
  const { range } = state;
  const own = state.entries.map(({ key }) => key.value);
  const given = addedBehind(state).filter((field) => !own.includes(field));
  const added = given.map((field) => member(field, unknown(range), range));
  const open = object([...state.entries, ...added, unknownMember(range)], range);
  const states = object([member(name, open, range), unknownMember(range)], range);
  return object(
    [
      member('QueryLanguage', text(queryLanguageOf(state), range), range),
      member('StartAt', unknown(range), range),
      member('TimeoutSeconds', unknown(range), range),
      member('States', states, range),
      unknownMember(range),
    ],
    range,
  );
}

/** What `addRetry` and `addCatch` may give the state. */
function addedBehind(state: LocatedObject): readonly string[] {
  const type = memberOf(state, 'Type');
  const canFail = type?.kind === 'string' && ['Task', 'Parallel', 'Map'].includes(type.value);
  return canFail ? ['Retry', 'Catch'] : [];
}

/** The machine says it, in whichever file; a state that is written in JSONata shows it. */
function queryLanguageOf(state: LocatedObject): 'JSONata' | 'JSONPath' {
  let isJsonata = state.entries.some(({ key }) => ['Arguments', 'Output'].includes(key.value));
  walk(state, (value) => (isJsonata ||= value.kind === 'string' && value.value.startsWith('{%')));
  return isJsonata ? 'JSONata' : 'JSONPath';
}

const object = (entries: readonly LocatedEntry[], range: Range): LocatedObject => ({ kind: 'object', entries, range });

const text = (value: string, range: Range) => stringOf(standIn(value, range), range);

const unknown = (range: Range): Located => ({ kind: 'placeholder', text: unknownText, range });

const unknownText = '${CustomState}';

const member = (name: string, value: Located, range: Range): LocatedEntry => ({ key: text(name, range), value });

/** Whatever else an object may have. */
const unknownMember = (range: Range): LocatedEntry => member(unknownText, unknown(range), range);
