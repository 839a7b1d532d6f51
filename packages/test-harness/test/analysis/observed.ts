import { dataFlowOf, givenContract, parseStateMachine, parseText, statesOf, type Json } from '@stepproof/asl';
import {
  InvalidDefinitionError,
  RunawayError,
  StateMachine,
  type Contract,
  type RecordedEvent,
  type TaskCall,
  type TaskOutcome,
} from '../../src';

/** Fails sometimes; else gives what the integration could give, with a random value where it has a choice. */
function answer({ resource }: TaskCall, result: unknown): TaskOutcome {
  if (result === null) return { error: 'E', cause: 'no' };
  if (resource.endsWith('lambda:invoke'))
    return { result: { StatusCode: 200, ExecutedVersion: '1', Payload: result as Json } };
  if (resource.endsWith('sendMessage')) return { result: { MessageId: 'm', MD5OfMessageBody: '0' } };
  if (resource.endsWith('s3:getObject')) return { result: { Body: 'a,b\n1,x\n' } };
  if (resource.includes(':states:::')) return { result: {} };
  return { result: result as Json };
}

export function isValid(definition: object): boolean {
  try {
    return new StateMachine(definition).constructor === StateMachine;
  } catch (error) {
    if (error instanceof InvalidDefinitionError) return false;
    throw error;
  }
}

export interface Observed {
  readonly name: string;
  readonly data: Json;
}

/** Runs a definition, and gives back all data that has been seen. */
export async function execute(definition: object, input: unknown, results: readonly unknown[], contracts?: Contract) {
  const machine = new StateMachine(definition, { contracts });
  const entered: Observed[] = [];
  const left: Observed[] = [];
  const events: RecordedEvent[] = [];
  const observe = (event: RecordedEvent): void => {
    const { type, details } = event;
    events.push(event);
    const { name, input: data, output } = (details ?? {}) as { name: string; input: Json; output: Json };
    if (type.endsWith('StateEntered')) entered.push({ name, data });
    if (type.endsWith('StateExited')) left.push({ name, data: output });
  };
  let call = 0;
  try {
    const tasks = (task: TaskCall): TaskOutcome => answer(task, results[call++ % results.length]);
    const { output, status } = await machine.execute(input, { tasks, observers: [observe], runawayLimit: 200 });
    return { entered, left, events, output: status === 'SUCCEEDED' ? output : undefined };
  } catch (error) {
    if (error instanceof RunawayError) return { entered, left, events, output: undefined };
    throw error;
  }
}

/** What the analysis says of a definition. */
export function flowOf(definition: object, contracts?: Contract) {
  const machine = parseStateMachine(parseText(JSON.stringify(definition), 'json').root!);
  if (contracts) machine.contract = givenContract(contracts).contractOf(machine, [machine]);
  const byName = new Map([...statesOf(machine)].map((state) => [state.name, state]));
  return { machine, flow: dataFlowOf(machine), stateOf: (name: string) => byName.get(name)! };
}
