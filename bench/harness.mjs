// Executions per second of the test harness, side by side with aws-local-stepfunctions in one run; then whether memory
// stays flat, and whether the cost of a Map is linear. Figures are only good as ratios.
//
//   npm run bench:harness
import { deepStrictEqual } from 'node:assert';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { makeDefinition } from './corpus.mjs';
import { installPeers } from './install-peers.mjs';
import { choiceTree, distributedMap, inlineMap, jsonataChain, parallel, passChain, task } from './machines.mjs';

const { requirePeer, versions } = installPeers();
const root = fileURLToPath(new URL('..', import.meta.url));
const { StateMachine, mock } = createRequire(`${root}package.json`)('@stepproof/test-harness');
// The peer asks for Node 22, of which it needs this one function.
Promise.withResolvers ??= () => {
  const parts = {};
  parts.promise = new Promise((resolve, reject) => Object.assign(parts, { resolve, reject }));
  return parts;
};
const { StateMachine: PeerStateMachine } = requirePeer('aws-local-stepfunctions');

const slices = 5;
const sliceMillis = 300;

/** Runs for a slice of time and gives back how often per second. A run may be asynchronous. */
async function rate(run) {
  let count = 0;
  const start = performance.now();
  let elapsed;
  do {
    await run(count++);
    elapsed = performance.now() - start;
  } while (elapsed < sliceMillis);
  return (count / elapsed) * 1000;
}

/** The best slice of each engine, in turns: the other load of a machine only ever makes a slice slower. */
async function bestRates(engines) {
  const best = engines.map(() => 0);
  for (let slice = 0; slice < slices; slice++) {
    for (const [index, run] of engines.entries()) best[index] = Math.max(best[index], await rate(run));
  }
  return best;
}

const figure = (number) => number.toLocaleString('en', { maximumFractionDigits: number < 100 ? 1 : 0 });
const line = (name, ...columns) =>
  console.log(`  ${name.padEnd(30)} ${columns.map((text) => text.padStart(14)).join(' ')}`);

// ---- throughput
const answer = { ok: true };
const items = Array.from({ length: 1000 }, (_, index) => index % 10);
const rows = [
  { name: 'chain of 10 Pass', definition: passChain },
  { name: 'the same, and its history read', definition: passChain, isHistoryRead: true },
  { name: 'Choice tree of 5 levels', definition: choiceTree(5), inputOf: (count) => ({ n: count % 32 }) },
  { name: 'Map 1,000 x 3', definition: inlineMap, inputOf: () => ({ items }) },
  { name: 'Parallel 50 x 5', definition: parallel },
  { name: 'one mocked Task', definition: task, tasks: { Work: () => answer } },
  { name: 'ten JSONata states', definition: jsonataChain, inputOf: () => ({ n: 0 }), isUnknownToPeer: true },
];

console.log(
  `\nExecutions per second, best of ${slices} slices of ${sliceMillis} ms, full history recorded (als: aws-local-stepfunctions)`,
);
line('', 'stepproof', `als ${versions['aws-local-stepfunctions']}`, 'ratio');
for (const { name, definition, inputOf = () => ({}), tasks = {}, ...row } of rows) {
  const machine = new StateMachine(definition);
  const ours = async (count) => {
    const execution = await machine.execute(inputOf(count), { tasks });
    if (execution.status !== 'SUCCEEDED')
      throw new Error(`"${name}" has failed: ${execution.error}: ${execution.cause}`);
    if (row.isHistoryRead && execution.history.length === 0) throw new Error(`"${name}" has no history`);
    return execution.output;
  };
  if (row.isUnknownToPeer) {
    const [rateOfOurs] = await bestRates([ours]);
    line(name, figure(rateOfOurs), 'not known', '');
    continue;
  }
  const peer = new PeerStateMachine(definition);
  const theirs = async (count) => {
    const { result, eventLogs } = peer.run(inputOf(count), { overrides: { taskResourceLocalHandlers: tasks } });
    if (row.isHistoryRead) while (!(await eventLogs.next()).done);
    return result;
  };
  deepStrictEqual(await ours(1), await theirs(1), `both engines give the same output for "${name}"`);
  const [rateOfOurs, rateOfTheirs] = await bestRates([ours, theirs]);
  line(name, figure(rateOfOurs), figure(rateOfTheirs), `${figure(rateOfOurs / rateOfTheirs)} x`);
}

// ---- construction: both check the definition
const thirty = makeDefinition(30);
const [construction, peerConstruction] = await bestRates([
  () => new StateMachine(thirty),
  () => new PeerStateMachine(thirty, { validationOptions: { checkPaths: true, checkArn: true } }),
]);
line(
  'new StateMachine, 30 states',
  `${figure(1000 / construction)} ms`,
  `${figure(1000 / peerConstruction)} ms`,
  `${figure(construction / peerConstruction)} x`,
);

// ---- memory
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');
const heapMegabytes = () => {
  collectGarbage();
  return process.memoryUsage().heapUsed / 2 ** 20;
};
const executions = 100_000;
const chainMachine = new StateMachine(passChain);
const taskMachine = new StateMachine(task);
const tasks = { Work: mock.returns(answer) };
const heaps = [];
for (let count = 0; count <= executions; count++) {
  if (count % (executions / 4) === 0) heaps.push(heapMegabytes());
  await (count % 2 ? chainMachine : taskMachine).execute({}, { tasks: count % 2 ? {} : tasks });
}
console.log(`\nHeap after every ${executions / 4} of ${executions} executions, garbage collected`);
console.log(`  ${heaps.map((megabytes) => `${megabytes.toFixed(1)} MiB`).join(', ')}`);

// ---- linearity: no iteration may cost more because there are others
console.log('\nMap, microseconds per item (3 states each)');
const counts = [1000, 10_000, 100_000];
line('', ...counts.map(figure), 'last : first');
for (const [name, definition] of [
  ['inline', inlineMap],
  ['distributed', distributedMap],
]) {
  // Express: a Standard execution may have 25,000 events.
  const machine = new StateMachine(definition, name === 'inline' ? { type: 'EXPRESS' } : {});
  const costs = [];
  for (const count of counts) {
    const input = { items: Array.from({ length: count }, (_, index) => index % 10) };
    let best = Infinity;
    for (let round = 0; round < (count > 10_000 ? 2 : 5); round++) {
      const start = performance.now();
      const { status, error, cause } = await machine.execute(input, { runawayLimit: Infinity });
      best = Math.min(best, performance.now() - start);
      if (status !== 'SUCCEEDED') throw new Error(`The ${name} Map over ${count} items has failed: ${error}: ${cause}`);
    }
    costs.push((best * 1000) / count);
  }
  line(name, ...costs.map(figure), `${figure(costs.at(-1) / costs[0])} x`);
}
