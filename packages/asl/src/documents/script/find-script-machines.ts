import { onePerDefinition, type DeclaredMachine } from '../declared-machine';
import { BareDefinitions } from './bare-definitions';
import { customStateAt } from './custom-states';
import { DeclaredDefinitions } from './declared-definitions';
import type { ScriptTree } from './tree';
import type { ScriptValues } from './values';

/** All state machines that a source says literally, in its order. */
export function findScriptMachines(tree: ScriptTree, values: ScriptValues): DeclaredMachine[] {
  const declared = new DeclaredDefinitions(tree, values);
  const bare = new BareDefinitions(tree, values, declared.nodes);
  const parts = tree.nodes.flatMap((node) => customStateAt(node, tree, values) ?? []);
  return onePerDefinition([...declared.machines, ...bare.machines, ...parts]).toSorted(
    (a, b) => startOf(a) - startOf(b),
  );
}

const startOf = ({ definition }: DeclaredMachine): number => definition?.range[0] ?? 0;
