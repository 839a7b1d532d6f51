import type { Invariant } from './invariant';

/** Errors that come from the definition, not from what it calls. */
const own =
  /^States\.(?:Runtime|NoChoiceMatched|QueryEvaluationError|IntrinsicFailure|ResultPathMatchFailure|ParameterPathFailure|DataLimitExceeded|ItemReaderFailed|ResultWriterFailed)$/;

/** The machine copes with every input and every result that keeps to its contract. */
export const noRuntimeErrors: Invariant = {
  name: 'no runtime errors',
  check({ execution, answered }) {
    const { status, error, cause } = execution;
    if (status !== 'FAILED' || error === undefined || !own.test(error)) return undefined;
    // A mock may raise such an error, too.
    if (answered.some(({ outcome }) => 'error' in outcome && outcome.error === error)) return undefined;
    const state = /the state '(.*?)' \(entered/.exec(cause ?? '')?.[1] ?? execution.path.at(-1);
    return { title: `${error} in "${state}"`, state, ...(cause !== undefined && { detail: cause }) };
  },
};
