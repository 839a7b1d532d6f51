import type { WaitState } from '../../../syntax';
import { takenFormula } from '../choice-formula';
import { impossible } from '../formula';
import { typeDomains } from '../relation';
import { errorNamesFor } from './error-names';
import { flowOf, type Flow } from './flow';
import { enterBranch, enterMap, itemsFor, mapResult, parallelResult, type MapWork, type WorkState } from './inside';
import type { PathStep } from './step';
import { numbersFrom, type SymbolicRun } from './symbolic-run';
import { readLiteral } from './template';

/** Takes the data through a state and out of it; what that takes becomes demands of the run. */
export function takeStep(run: SymbolicRun, step: PathStep, number: number): void {
  const { state, way } = step;
  const flow = flowOf(run, step);
  switch (state.type) {
    case 'PassState':
      if (expectWay(run, step, 'next')) takePass(run, step, flow);
      return;
    case 'WaitState':
      if (expectWay(run, step, 'next')) takeWait(run, step, flow, state);
      return;
    case 'SucceedState':
      if (expectWay(run, step, 'next')) flow.passOn(flow.effectiveInput());
      return;
    case 'FailState':
      expectWay(run, step, 'next');
      return;
    case 'ChoiceState': {
      const count = state.choices.length;
      if (!expectWay(run, step, 'rule', 'default')) return;
      const index = way.kind === 'rule' ? way.index : count;
      const effective = flow.effectiveInput();
      run.demand(takenFormula(state, index, run.roots(effective, step)));
      flow.passOn(effective, state.choices[index]);
      return;
    }
    case 'TaskState':
    case 'ParallelState':
    case 'MapState':
      takeWork(run, step, flow, number, state);
      return;
    default:
      run.doubt(state, state.name, 'the Type of the state is not known');
  }
}

/** A state has no other ways out than those of its type. */
function expectWay(run: SymbolicRun, { state, way }: PathStep, ...kinds: readonly string[]): boolean {
  if (kinds.includes(way.kind)) return true;
  run.demand(impossible(state, `"${state.name}" is not left by "${way.kind}"`));
  return false;
}

function takePass(run: SymbolicRun, { state }: PathStep, flow: Flow): void {
  if (state.queryLanguage === 'JSONata') {
    flow.passOn(run.input);
    return;
  }
  const result = state.field('Result');
  flow.leaveWith(result ? readLiteral(result) : flow.argumentsOf(flow.effectiveInput()));
}

function takeWait(run: SymbolicRun, step: PathStep, flow: Flow, state: WaitState): void {
  const effective = flow.effectiveInput();
  const seconds = flow.numberIn('Seconds');
  if (seconds) run.mustBe(seconds.value, numbersFrom(0), state, 'the seconds to wait');
  const timestamp = flow.numberIn('Timestamp');
  if (timestamp) run.mustBe(timestamp.value, typeDomains.Timestamp, state, 'the time to wait for');
  flow.passOn(effective);
}

function takeWork(run: SymbolicRun, step: PathStep, flow: Flow, number: number, state: WorkState): void {
  const { way } = step;
  if (!expectWay(run, step, 'next', 'catcher', 'into')) return;
  const effective = flow.effectiveInput();
  if (state.type === 'MapState') {
    const items = state.itemReader ? undefined : itemsFor(run, flow, state, effective);
    const work: MapWork = { state, number, effective, items };
    if (way.kind === 'into') enterMap(run, flow, work, way);
    else if (way.kind === 'catcher') takeCatcher(run, step, flow, number, state);
    else flow.leaveWith(mapResult(run, flow, work));
    return;
  }
  const given = flow.argumentsOf(effective);
  if (state.type === 'TaskState') {
    for (const name of ['TimeoutSeconds', 'HeartbeatSeconds']) {
      const found = flow.numberIn(name);
      if (found) run.mustBe(found.value, numbersFrom(1), state, name);
    }
  }
  if (way.kind === 'catcher') takeCatcher(run, step, flow, number, state);
  else if (way.kind === 'next') {
    flow.leaveWith(
      state.type === 'ParallelState' ? parallelResult(run, state, number, given) : run.resultOf(number, state),
    );
  } else if (state.type === 'ParallelState' && way.kind === 'into') enterBranch(run, state, number, given, way.scope);
  else run.demand(impossible(state, `there is no way into "${state.name}"`));
}

function takeCatcher(run: SymbolicRun, { way }: PathStep, flow: Flow, number: number, state: WorkState): void {
  const index = way.kind === 'catcher' ? way.index : -1;
  const error = run.errorOf(number, state);
  const catcher = state.catch[index];
  run.mustBeOneOf(
    { ...error, path: ['Error'] },
    errorNamesFor(state.catch, index),
    catcher ?? state,
    'the name of an error that goes to this Catcher',
  );
  if (catcher) flow.leaveBy(catcher, error);
}
