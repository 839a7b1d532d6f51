import { effectsBefore, hasEffect, parseStateMachine, parseText } from '@stepproof/asl';
import fc from 'fast-check';
import { StateMachine } from '../../src';

type Draft = (index: number, onwards: readonly string[]) => object;

const onward = (onwards: readonly string[]) => (onwards.length ? { Next: onwards[0]! } : { End: true });
const task =
  (Resource: string, Parameters: object): Draft =>
  (_, onwards) => ({ Type: 'Task', Resource, Parameters, ResultPath: null, ...onward(onwards) });
const instances = { InstanceIds: ['i-0'] };
const starting = 'arn:aws:states:::aws-sdk:ec2:startInstances';
const stopping = 'arn:aws:states:::aws-sdk:ec2:stopInstances';
const starts = task(starting, instances);
const stops = task(stopping, instances);
const reads = task('arn:aws:states:::dynamodb:getItem', { TableName: 'T', Key: { id: { S: 'a' } } });
const writes = task('arn:aws:states:::dynamodb:putItem', { TableName: 'T', Item: { id: { S: 'a' } } });
const tells = task('arn:aws:states:::sns:publish', { TopicArn: 'arn:aws:sns:us-east-1:123456789012:t', Message: 'm' });
const passes: Draft = (_, onwards) => ({ Type: 'Pass', ...onward(onwards) });
/** Each Choice has an answer of its own, so that each way through the machine is gone by some input. */
const asks: Draft = (index, onwards) =>
  onwards.length > 1
    ? {
        Type: 'Choice',
        Choices: [{ Variable: `$.flags[${index}]`, BooleanEquals: true, Next: onwards[1]! }],
        Default: onwards[0]!,
      }
    : passes(index, onwards);

const most = 6;
const definition = fc
  .array(fc.constantFrom(starts, stops, reads, writes, tells, passes, asks, asks), { minLength: 1, maxLength: most })
  .map((drafts) => {
    const names = drafts.map((_, index) => `S${index}`);
    return {
      StartAt: 'S0',
      States: Object.fromEntries(
        drafts.map((draft, index) => [names[index]!, draft(index, names.slice(index + 1))] as const),
      ),
    };
  });

const inputs = Array.from({ length: 2 ** most }, (_, bits) => ({
  flags: Array.from({ length: most }, (_, index) => Boolean(bits & (1 << index))),
}));

/** For each state, the others that stood when some execution entered it: what was stopped does not, nor does its stop. */
async function standingAt(machine: StateMachine, resources: ReadonlyMap<string, string | undefined>) {
  const standing = new Map<string, Set<string>>();
  for (const input of inputs) {
    const { path } = await machine.execute(input, { tasks: () => ({ result: {} }) });
    let done: string[] = [];
    for (const name of path) {
      const before = standing.get(name) ?? new Set();
      standing.set(name, before);
      for (const other of done) before.add(other);
      const isStop = resources.get(name) === stopping;
      const begun = done.filter((other) => resources.get(other) === starting);
      done = isStop && begun.length ? done.filter((other) => !begun.includes(other)) : [...done, name];
    }
  }
  return standing;
}

test('what may have been done before a state is what some execution without a failure has done and left', async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(definition, async (own) => {
      const machine = parseStateMachine(parseText(JSON.stringify(own), 'json').root!);
      const resources = new Map(
        Object.entries(own.States as Record<string, { Resource?: string }>).map(([name, { Resource }]) => [
          name,
          Resource,
        ]),
      );
      const standing = await standingAt(new StateMachine(own), resources);
      for (const state of machine.states) {
        const said = effectsBefore(machine)(state).map(({ name }) => name);
        found += said.length;
        const seen = machine.states.filter((one) => hasEffect(one) && standing.get(state.name)?.has(one.name));
        const names = seen.map(({ name }) => name);
        expect(names).toEqual(expect.arrayContaining(said));
        // A stop behind what may have been started counts as its undoing on all ways; and of five, four are told.
        const certain = names.filter((name) => resources.get(name) !== stopping);
        if (names.length <= 4) expect(said).toEqual(expect.arrayContaining(certain));
        else expect(said.length).toBeGreaterThanOrEqual(4);
      }
    }),
    { numRuns: 60 },
  );
  expect(found).toBeGreaterThan(0);
});
