import type { Located } from '../text/located';
import { bareMachine } from './bare';
import { cloudFormationMachine } from './cloudformation';
import { onePerDefinition, type DeclaredMachine, type Place } from './declared-machine';
import { kubernetesMachine } from './kubernetes';
import { serverlessMachine } from './serverless';
import { terraformJsonMachine } from './terraform/json';
import { textMachine } from './text-machine';

/** The first that knows an object has it; what is inside is part of that machine. */
const readers = [cloudFormationMachine, kubernetesMachine, terraformJsonMachine, serverlessMachine, bareMachine];

/** All state machines that a JSON or YAML file declares, in its order. */
export function findMachines(root: Located): DeclaredMachine[] {
  const found: DeclaredMachine[] = [];
  const waiting: { value: Located; key?: string | undefined; parentKey?: string | undefined }[] = [{ value: root }];
  const seen = new Set<Located>();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, key, parentKey } = next;
    if (seen.has(value)) continue;
    seen.add(value);
    if (value.kind === 'array') {
      for (const item of value.items.toReversed()) waiting.push({ value: item, key, parentKey });
    } else if (value.kind === 'string') {
      const machine = textMachine(value, key);
      if (machine) found.push(machine);
    } else if (value.kind === 'object') {
      const machine = machineAt({ object: value, key, parentKey });
      if (machine) found.push(machine);
      else {
        for (const entry of value.entries.toReversed()) {
          waiting.push({ value: entry.value, key: entry.key.value, parentKey: key });
        }
      }
    }
  }
  return onePerDefinition(found);
}

function machineAt(place: Place): DeclaredMachine | undefined {
  for (const reader of readers) {
    const machine = reader(place);
    if (machine) return machine;
  }
  return undefined;
}
