import type { Scope, State } from '@stepproof/asl';
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
  const { name } = node;
  switch (node.type) {
    case 'PassState':
      return { name, type: 'Pass', isRetriable: false, run: compilePass(node) };
    case 'SucceedState':
      return { name, type: 'Succeed', isRetriable: false, run: compileSucceed(node) };
    case 'FailState':
      return { name, type: 'Fail', isRetriable: false, run: compileFail(node) };
    case 'WaitState':
      return { name, type: 'Wait', isRetriable: false, run: compileWait(node) };
    case 'ChoiceState':
      return { name, type: 'Choice', isRetriable: false, run: compileChoice(node) };
    case 'TaskState':
      return { name, type: 'Task', isRetriable: true, run: compileTask(node) };
    case 'ParallelState':
      return { name, type: 'Parallel', isRetriable: true, run: compileParallel(node, compileScope) };
    case 'MapState':
      return { name, type: 'Map', isRetriable: true, run: compileMap(node, compileScope) };
    case 'UnknownState':
      throw new Error(`The state "${name}" has no known Type; the validity checks should have refused it`);
  }
}
