import type { PassState } from '@stepproof/asl';
import { JsonataFlow } from '../data-flow/jsonata-flow';
import { JsonPathFlow } from '../data-flow/json-path-flow';
import type { StatePlan } from '../plan/plan';
import { exitTo } from './exit';
import { nextOf } from './next';

/** Hands on Result if there is one, else what it makes of its input. */
export function compilePass(node: PassState): StatePlan['run'] {
  const next = nextOf(node);
  if (node.queryLanguage === 'JSONata') {
    const flow = new JsonataFlow(node);
    return (visit) => exitTo(next, flow.passOn(visit));
  }
  const flow = new JsonPathFlow(node);
  const result = node.Result;
  return (visit) => {
    if (result !== undefined) visit.trial?.inspect('result', result);
    const made = result === undefined ? flow.argumentsOf(visit, flow.effectiveInput(visit)) : result;
    return exitTo(next, flow.outputOf(visit, made));
  };
}
