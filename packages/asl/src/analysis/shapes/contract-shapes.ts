import type { JsonSchema } from '../../syntax/contract';
import type { StateMachine, TaskState } from '../../syntax';
import { unknown, type DataShape } from './data-shape';
import { SchemaShapes } from './schema-shapes';

/** What a machine may be started with: one shape for each alternative that the contract of its input has. */
export function inputsOf({ contract }: StateMachine): readonly DataShape[] {
  if (contract?.input === undefined) return [unknown];
  return new SchemaShapes(contract.input, 'the input', contract.name).alternatives();
}

/** What the contract of a Task says of its result. */
export function contractedResultOf(state: TaskState): DataShape {
  const { contract } = state.parent.machine;
  const schema = contract?.tasks.get(state.name)?.result;
  return schema === undefined ? unknown : state.once(resultShape);
}

function resultShape({ name, parent }: TaskState): DataShape {
  const contract = parent.machine.contract!;
  return new SchemaShapes(contract.tasks.get(name)!.result!, `the result of "${name}"`, contract.name).shape();
}

/** The values that a schema allows, for comparing: what messages would call it is left out. */
export const shapeOfSchema = (schema: JsonSchema): DataShape => new SchemaShapes(schema, '', '').shape();
