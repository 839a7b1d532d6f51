import type { Break, ExplorationReport } from '@stepproof/test-harness/explore';

/** What an exploration has found, for a program: the report, with the executions of breaks as their histories. */
export function explorationJson({ breaks, ...report }: ExplorationReport): string {
  return `${JSON.stringify({ ...report, breaks: breaks.map(breakJson) }, null, 2)}\n`;
}

function breakJson({ trial, scenario, ...found }: Break): object {
  const { status, error, cause, path, history } = trial?.execution ?? {};
  return {
    ...found,
    input: scenario.input,
    outcomes: (trial?.answered ?? []).map(({ call, outcome }) => ({ state: call.state, ...outcome })),
    execution: trial && { status, error, cause, path, history },
  };
}
