// Executions per second of an exploration, beside plain executions of the same machine in the same run: what making
// scenarios, looking at invariants and making the report costs. Figures are only good as ratios.
//
//   npm run bench:explore
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(`${root}packages/test-harness/package.json`);
const { StateMachine } = require('@stepproof/test-harness');
const { survey } = require('@stepproof/test-harness/explore');

const invoke = (name, rest) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Parameters: { FunctionName: name, 'Payload.$': '$' },
  ResultPath: `$.${name}`,
  ...rest,
});

/** Ten states, with Choices, Retry and Catch. */
const order = {
  StartAt: 'Reserve',
  States: {
    Reserve: invoke('reserve', {
      Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.failure', Next: 'Rejected' }],
      Next: 'Route',
    }),
    Route: {
      Type: 'Choice',
      Choices: [{ Variable: '$.total', NumericGreaterThan: 1000, Next: 'Approve' }],
      Default: 'Charge',
    },
    Approve: invoke('approve', { Next: 'IsApproved' }),
    IsApproved: {
      Type: 'Choice',
      Choices: [{ Variable: '$.approve.Payload.ok', BooleanEquals: true, Next: 'Charge' }],
      Default: 'Release',
    },
    Charge: invoke('charge', {
      Retry: [{ ErrorEquals: ['Lambda.ServiceException'], IntervalSeconds: 1, MaxAttempts: 3 }],
      Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.failure', Next: 'Release' }],
      Next: 'Pause',
    }),
    Pause: { Type: 'Wait', Seconds: 60, Next: 'Stamp' },
    Stamp: { Type: 'Pass', Result: 'charged', ResultPath: '$.state', Next: 'Done' },
    Release: invoke('release', { Next: 'Rejected' }),
    Rejected: { Type: 'Fail', Error: 'Rejected' },
    Done: { Type: 'Succeed' },
  },
};

const rounds = 5;
const runs = 2000;
const machine = new StateMachine(order);
const results = { reserve: {}, approve: { Payload: { ok: true } }, charge: {}, release: {} };
const tasks = ({ parameters }) => ({ result: results[parameters.FunctionName] });

async function perSecond(run) {
  const start = performance.now();
  const count = await run();
  return (count / (performance.now() - start)) * 1000;
}

const plain = async () => {
  for (let count = 0; count < runs; count++) {
    const { status } = await machine.execute({ total: count }, { tasks });
    if (status !== 'SUCCEEDED') throw new Error(`A plain execution is ${status}`);
  }
  return runs;
};

const exploration = async (options) => {
  const { runs: made, states } = await survey(machine, { runs, ...options });
  if (states.reached !== states.total) throw new Error(`${states.reached} of ${states.total} states were reached`);
  return made;
};

const rows = [
  ['plain executions', plain],
  ['survey', () => exploration({})],
  ['survey, no invariants', () => exploration({ invariants: [] })],
];
// In turns, the best of each: the other load of a machine only ever makes a round slower.
const best = rows.map(() => 0);
for (let round = 0; round < rounds; round++) {
  for (const [index, [, run]] of rows.entries()) best[index] = Math.max(best[index], await perSecond(run));
}

console.log(`\nExecutions per second of a machine with ten states, best of ${rounds} rounds of ${runs}`);
for (const [index, [name]] of rows.entries()) {
  const share = index === 0 ? '' : `${((best[index] / best[0]) * 100).toFixed(0)} % of plain`;
  console.log(`  ${name.padEnd(24)} ${Math.round(best[index]).toLocaleString('en').padStart(10)}   ${share}`);
}
