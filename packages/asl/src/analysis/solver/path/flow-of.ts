import type { Flow } from './flow';
import { JsonPathFlow } from './json-path-flow';
import { JsonataFlow } from './jsonata-flow';
import type { PathStep } from './step';
import type { SymbolicRun } from './symbolic-run';

/** The flow in the query language of a state. */
export const flowOf = (run: SymbolicRun, step: PathStep): Flow =>
  step.state.queryLanguage === 'JSONata' ? new JsonataFlow(run, step) : new JsonPathFlow(run, step);
