import type { WaitState } from '../../../syntax';
import { takenFormula } from '../choice-formula';
import { anyOf, doubtful, impossible } from '../formula';
import { typeDomains } from '../relation';
import { errorNamesFor } from './error-names';
import type { Flow } from './flow';
import { flowOf } from './flow-of';
import {
  enterBranch,
  enterMap,
  failInside,
  itemsFor,
  mapResult,
  parallelResult,
  type Work,
  type WorkState,
} from './inside';
import type { PathStep } from './step';
import { numbersFrom, SymbolicRun } from './symbolic-run';
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
  if (way.kind === 'catcher') {
    takeCatcher(run, step, number, state, way.index);
    return;
  }
  const work = beginWork(run, flow, number, state);
  if (work.state.type === 'MapState') {
    if (way.kind === 'into') enterMap(run, flow, { ...work, state: work.state }, way);
    else flow.leaveWith(mapResult(run, flow, { ...work, state: work.state }));
  } else if (work.state.type === 'ParallelState') {
    if (way.kind === 'into') enterBranch(run, work.state, number, work.given, way.scope);
    else flow.leaveWith(parallelResult(run, work.state, number, work.given));
  } else if (way.kind === 'into') run.demand(impossible(state, `there is no way into "${state.name}"`));
  else flow.leaveWith(run.resultOf(number, state));
}

/** What the work of a state is given, and what has to be there for it to begin. */
function beginWork(run: SymbolicRun, flow: Flow, number: number, state: WorkState): Work {
  const effective = flow.effectiveInput();
  const items = state.type === 'MapState' && !state.itemReader ? itemsFor(run, flow, state, effective) : undefined;
  const given = state.type === 'MapState' ? effective : flow.argumentsOf(effective);
  if (state.type === 'TaskState') {
    for (const name of ['TimeoutSeconds', 'HeartbeatSeconds']) {
      const found = flow.numberIn(name);
      if (found) run.mustBe(found.value, numbersFrom(1), state, name);
    }
  }
  return { state, number, effective, given, items };
}

function takeCatcher(run: SymbolicRun, step: PathStep, number: number, state: WorkState, index: number): void {
  const catcher = state.catch[index];
  const trial = new SymbolicRun(run.input, run.plan);
  trial.assign(run.variables);
  const work = beginWork(trial, flowOf(trial, step), number, state);
  const reason = 'the state may also fail by itself: a function, a JSONata expression or its ResultPath';
  run.demand(mayFailItself(state) ? anyOf(trial.formula, doubtful(state, state.name, reason)) : trial.formula);
  const errors = { names: errorNamesFor(state.catch, index), node: catcher ?? state };
  const error =
    failInside(run, flowOf(run, step), work, errors) ?? run.errorOf(number, state, errors.names, errors.node);
  if (catcher) flowOf(run, step).leaveBy(catcher, error);
}

/** Whether more than its work can fail with an error that a Catcher catches; a path that leads nowhere is not caught. */
const mayFailItself = (state: WorkState): boolean =>
  state.queryLanguage === 'JSONata' ||
  state.field('ResultPath')?.expressions.some(({ text }) => text !== '$') === true ||
  state.fields.some(({ expressions }) => expressions.some(({ parsed }) => parsed.language === 'intrinsic'));
