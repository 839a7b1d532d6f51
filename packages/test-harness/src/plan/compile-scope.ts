import type { Scope, State, StateType } from '@stepproof/asl';
import { compileChoice } from '../states/choice';
import { compileFail } from '../states/fail';
import { compileMap } from '../states/map';
import { compileParallel } from '../states/parallel';
import { compilePass } from '../states/pass';
import { compileSucceed } from '../states/succeed';
import { compileTask } from '../states/task';
import { compileWait } from '../states/wait';
import type { ScopePlan, StatePlan } from './plan';

/** Makes the states of a scope ready to run. The definition has passed the validity checks. */
export function compileScope(scope: Scope): ScopePlan {
  return {
    startAt: scope.start!.name,
    states: new Map(scope.states.map((state) => [state.name, compileState(state)])),
  };
}

export function compileState(node: State): StatePlan {
  switch (node.type) {
    case 'PassState':
      return planOf(node, 'Pass', compilePass(node));
    case 'SucceedState':
      return planOf(node, 'Succeed', compileSucceed(node));
    case 'FailState':
      return planOf(node, 'Fail', compileFail(node));
    case 'WaitState':
      return planOf(node, 'Wait', compileWait(node));
    case 'ChoiceState':
      return planOf(node, 'Choice', compileChoice(node));
    case 'TaskState':
      return planOf(node, 'Task', compileTask(node));
    case 'ParallelState':
      return planOf(node, 'Parallel', compileParallel(node, compileScope));
    case 'MapState':
      return planOf(node, 'Map', compileMap(node, compileScope));
    case 'UnknownState':
      throw new Error(
        `The state "${node.name}" is only known after deployment or when its source runs, so it cannot be run; write it out, or load what the source makes of it`,
      );
  }
}

const retriable: ReadonlySet<StateType> = new Set(['Task', 'Parallel', 'Map']);

const planOf = ({ name }: State, type: StateType, run: StatePlan['run']): StatePlan => ({
  name,
  type,
  isRetriable: retriable.has(type),
  entered: `${type}StateEntered`,
  exited: `${type as 'Pass'}StateExited`,
  run,
});
