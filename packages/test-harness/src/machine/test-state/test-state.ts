import { MapState, ParallelState, StateMachine, TaskState, type Json, type State } from '@stepproof/asl';
import { compileState } from '../../plan/compile-scope';
import { checked } from '../../states/run-scope';
import type { StatePlan } from '../../plan/plan';
import { StateFailure } from '../../recovery/state-failure';
import type { FiberEnd, Work } from '../../scheduler/fiber';
import type { Exit } from '../../states/exit';
import { RetriableFailure, Trial } from '../../states/trial';
import { Visit } from '../../states/visit';
import { Track } from '../../states/track';
import { Variables } from '../../data-flow/variables';
import { resolverOf, type Tasks } from '../../tasks/resolve-tasks';
import { TaskDesk } from '../../tasks/task-desk';
import type { TaskResolver } from '../../tasks/task-call';
import { executionIdentity } from '../execution-identity';
import { ExecutionRun } from '../execution-run';
import { World } from '../world';
import { checkedContext } from './check-context';
import { checkMock, type CheckedMock } from './check-mock';
import { parsedJson } from './parsed-json';
import { loneStateName, testedState } from './tested-state';
import {
  TestStateError,
  validationException,
  type InspectionData,
  type TestStateRequest,
  type TestStateResponse,
} from './test-state-types';

export interface TestStateOptions {
  /** Who answers a Task that the request does not mock. */
  readonly tasks?: Tasks | undefined;
  readonly startTime?: Date | undefined;
  readonly seed?: number | undefined;
}

/**
 * Tests one state as the TestState API does, without an account: with its request and its response. A request that AWS
 * refuses throws an error with the name of AWS's exception.
 */
export async function testState(request: TestStateRequest, options: TestStateOptions = {}): Promise<TestStateResponse> {
  const node = testedState(request.definition, request.stateName);
  const mocked = checkMock(node, request);
  const context = checkedContext(request.context);
  if (node instanceof TaskState && !mocked && request.roleArn === undefined) {
    throw validationException('RoleArn must be specified when testing a Task state');
  }
  const input = parsedJson(
    request.input ?? '{}',
    () => new TestStateError('InvalidExecutionInput', `Invalid State Machine Execution Input: '${request.input}'`),
  );
  const variables = request.variables === undefined ? undefined : variablesOf(request.variables);
  const trial = trialOf(node, request, mocked, context);
  const end = await runTrial({ ...compileState(node), name: loneStateName }, trial, {
    request,
    options,
    definition: node.enclosing(StateMachine)!,
    mocked,
    input,
    variables,
  });
  const response = responseOf(end, trial);
  if (request.inspectionLevel === undefined || request.inspectionLevel === 'INFO') return response;
  return { ...response, inspectionData: inspectionDataOf(trial, input, variables) };
}

function variablesOf(text: string): Readonly<Record<string, Json>> {
  const refusal = (): Error => validationException('Variables must be a JSON object');
  const variables = parsedJson(text, refusal);
  if (typeof variables !== 'object' || variables === null || Array.isArray(variables)) throw refusal();
  return variables as Readonly<Record<string, Json>>;
}

function trialOf(
  node: State,
  request: TestStateRequest,
  mocked: CheckedMock | undefined,
  context: Json | undefined,
): Trial {
  const { retrierRetryCount, mapIterationFailureCount, mapItemReaderData } = request.stateConfiguration ?? {};
  const isGroup = node instanceof MapState || node instanceof ParallelState;
  const data =
    mapItemReaderData === undefined
      ? undefined
      : parsedJson(mapItemReaderData, () => validationException('MapItemReaderData must be valid JSON'));
  return new Trial({
    context,
    retrierRetryCount,
    failedIterations: mapIterationFailureCount,
    itemReaderData: Array.isArray(data) ? (data as readonly Json[]) : undefined,
    ...(isGroup && mocked && { standIn: () => resultOf(mocked) }),
  });
}

function resultOf(mocked: CheckedMock): Json {
  if (mocked.kind === 'result') return mocked.result;
  throw new StateFailure(mocked.error, mocked.cause);
}

interface Circumstances {
  readonly request: TestStateRequest;
  readonly options: TestStateOptions;
  readonly definition: StateMachine;
  readonly mocked: CheckedMock | undefined;
  readonly input: Json;
  readonly variables: Readonly<Record<string, Json>> | undefined;
}

async function runTrial(
  state: StatePlan,
  trial: Trial,
  { request, options, definition, mocked, input, variables }: Circumstances,
): Promise<FiberEnd<Exit>> {
  const world = new World({
    startTime: options.startTime?.getTime() ?? Date.UTC(2025, 0, 1),
    seed: options.seed ?? 1,
    observers: [],
    runawayLimit: 1000,
    hasWorkers: false,
    // The request says how its mock is to be checked, and that has been done.
    mockValidation: 'NONE',
    checksContracts: false,
  });
  const { scheduler, random } = world;
  const answer: TaskResolver = (call) =>
    mocked ? outcomeOf(mocked) : resolverOf(options.tasks, new Set([request.stateName ?? loneStateName]))(call);
  const account = request.roleArn?.split(':')[4] ?? '123456789012';
  const run = new TestedExecution({
    world,
    tasks: new TaskDesk(answer, world),
    identity: executionIdentity({
      region: 'us-east-1',
      account,
      stateMachineName: random.uuid(),
      executionName: random.uuid(),
      roleArn: request.roleArn ?? null,
      startTime: scheduler.now,
      expressId: random.uuid(),
    }),
    workflowType: 'EXPRESS',
    machine: { definition, source: undefined },
    scope: { startAt: state.name, states: new Map([[state.name, state]]) },
    input,
  });
  const track = new Track(run, new Variables(undefined, variables), 0, []);
  const visit = new Visit(track, state, input, trial);
  let ended: FiberEnd<Exit> | undefined;
  scheduler.spawn(visited(state, visit), (end) => {
    ended = end;
  });
  await scheduler.run(() => ended !== undefined || world.fault !== undefined);
  if (world.fault) throw world.fault.error;
  return ended!;
}

function* visited(state: StatePlan, visit: Visit): Work<Exit> {
  try {
    const running = state.run(visit);
    return checked(visit, typeof running.next === 'function' ? yield* running as Work<Exit> : (running as Exit));
  } catch (error) {
    if (error instanceof RetriableFailure) throw error;
    throw visit.failureOf(error);
  }
}

/** TestState names the cause without saying where it happened (recorded). */
class TestedExecution extends ExecutionRun {
  override placeOf(): string {
    return '';
  }
}

const outcomeOf = (mocked: CheckedMock) =>
  mocked.kind === 'result' ? { result: mocked.result } : { error: mocked.error, cause: mocked.cause };

function responseOf(end: FiberEnd<Exit>, { caught }: Trial): TestStateResponse {
  if (end.kind === 'failed') {
    if (end.error instanceof RetriableFailure) return { status: 'RETRIABLE', ...errorOf(end.error.failure) };
    if (end.error instanceof StateFailure) return { status: 'FAILED', ...errorOf(end.error) };
    throw end.error;
  }
  const { output, next } = end.value;
  return {
    status: caught ? 'CAUGHT_ERROR' : 'SUCCEEDED',
    output: JSON.stringify(output),
    ...(caught && errorOf(caught)),
    ...(next !== undefined && { nextState: next }),
  };
}

const errorOf = ({ errorName, causeText }: StateFailure): Pick<TestStateResponse, 'error' | 'cause'> => ({
  ...(errorName !== undefined && { error: errorName }),
  ...(causeText !== undefined && { cause: causeText }),
});

/** Numbers are numbers, everything else is JSON text. */
function inspectionDataOf(trial: Trial, input: Json, variables: Json | undefined): InspectionData {
  const points = [...trial.inspection].map(([point, value]) => [
    point,
    point.startsWith('max') || point.startsWith('tolerated') ? value : JSON.stringify(value),
  ]);
  return {
    input: JSON.stringify(input),
    ...(variables !== undefined && { variables: JSON.stringify(variables) }),
    ...(Object.fromEntries(points) as InspectionData),
    ...(trial.errorDetails && { errorDetails: trial.errorDetails }),
  };
}
