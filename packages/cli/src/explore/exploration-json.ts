import type { Break, ExplorationReport, ExploredCase, Trial } from '@stepproof/test-harness/explore';

/** What an exploration has found, for a program: the report, with the executions of breaks as their histories. */
export function explorationJson({ breaks, cases, ...report }: ExplorationReport): string {
  const listed = { ...report, breaks: breaks.map(breakJson), cases: cases.map(caseJson) };
  return `${JSON.stringify(listed, null, 2)}\n`;
}

const caseJson = ({ name, trial }: ExploredCase): object => ({ name, ...trialJson(trial) });

const breakJson = ({ trial, scenario, ...found }: Break): object => ({
  ...found,
  input: scenario.input,
  startTime: scenario.startTime,
  ...(trial && trialJson(trial)),
});

function trialJson({ scenario, answered, execution }: Trial): object {
  const { status, error, cause, path, history } = execution;
  return {
    input: scenario.input,
    startTime: scenario.startTime,
    outcomes: answered.map(({ call, outcome }) => ({ state: call.state, ...outcome })),
    execution: { status, error, cause, path, history },
  };
}
