import { mock, StateMachine, type Tasks } from '../../src';
import { visitsOf, type Visit } from '../../src/trace/visits';

async function visits(states: Readonly<Record<string, object>>, input: unknown, tasks: Tasks = {}): Promise<Visit[]> {
  const machine = new StateMachine({ StartAt: Object.keys(states)[0], States: states });
  return visitsOf((await machine.execute(input, { tasks })).history);
}

/** `Outer > [0] Inner`: a visit with all that it is inside of. */
function pathOf({ parent, iteration, name }: Visit): string {
  const own = iteration === undefined ? name : `[${iteration}] ${name}`;
  return parent ? `${pathOf(parent)} > ${own}` : own;
}

const task = { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', End: true };
const pass = { Type: 'Pass', End: true };
const map = (states: object, rest: object = {}) => ({
  Type: 'Map',
  ItemProcessor: { StartAt: Object.keys(states)[0], States: states },
  End: true,
  ...rest,
});
const parallel = (...branches: object[]) => ({
  Type: 'Parallel',
  Branches: branches.map((states) => ({ StartAt: Object.keys(states)[0], States: states })),
  End: true,
});

test('what is inside of a state follows it, one iteration or branch after the other', async () => {
  const states = {
    Each: map({ First: { ...pass, End: undefined, Next: 'Both' }, Both: parallel({ Left: pass }, { Right: pass }) }),
  };
  expect((await visits(states, [1, 2])).map(pathOf)).toEqual([
    'Each',
    'Each > [0] First',
    'Each > [0] Both',
    'Each > [0] Both > Left',
    'Each > [0] Both > Right',
    'Each > [1] First',
    'Each > [1] Both',
    'Each > [1] Both > Left',
    'Each > [1] Both > Right',
  ]);
});

test('states after a group are beside it, groups of one kind inside each other too', async () => {
  const states = {
    Outer: { ...map({ Inner: map({ Item: pass }) }), End: undefined, Next: 'Sides' },
    Sides: { ...parallel({ Deep: parallel({ Left: pass }) }), End: undefined, Next: 'After' },
    After: pass,
  };
  const found = await visits(states, [[1]]);
  expect(found.map(pathOf)).toEqual([
    'Outer',
    'Outer > [0] Inner',
    'Outer > [0] Inner > [0] Item',
    'Sides',
    'Sides > Deep',
    'Sides > Deep > Left',
    'After',
  ]);
  expect(found.every(({ exitedAt }) => exitedAt !== undefined)).toBe(true);
});

test.each<[string, Readonly<Record<string, object>>, readonly string[]]>([
  ['Parallel', { Outer: parallel({ Inner: parallel({ Work: task }) }) }, ['Outer', 'Inner', 'Work']],
  ['Map', { Outer: map({ Inner: map({ Work: task }) }) }, ['Outer', 'Inner', 'Work']],
  ['Map in a Parallel', { Outer: parallel({ Inner: map({ Work: task }) }) }, ['Outer', 'Inner', 'Work']],
])('a failure fails every %s around it', async (_what, states, expected) => {
  const found = await visits(states, [[1]], { Work: mock.fails('Broken', 'it is') });
  const failed = found.filter(({ attempts }) => attempts.at(-1)?.failure !== undefined);
  expect(failed.map(({ name }) => name)).toEqual(expected);
  expect(found.find(({ name }) => name === 'Work')?.attempts).toMatchObject([{ failure: 'Broken: it is' }]);
});

test('a group that is retried has the attempts, and what was inside of each', async () => {
  const states = { Both: { ...parallel({ Work: task }), Retry: [{ ErrorEquals: ['States.ALL'] }] } };
  const found = await visits(states, {}, { Work: mock.fails('Busy').then(mock.returns(1)) });
  expect(found.map(pathOf)).toEqual(['Both', 'Both > Work', 'Both > Work']);
  expect(found[0]!.attempts.map(({ failure }) => failure)).toEqual(['Busy', undefined]);
});

test('a branch that was under way when another failed is neither left nor failed', async () => {
  const states = { Both: parallel({ Wait: { Type: 'Wait', Seconds: 9, End: true } }, { Work: task }) };
  const found = await visits(states, {}, { Work: mock.fails('Broken').after(1) });
  const wait = found.find(({ name }) => name === 'Wait');
  expect(wait).toMatchObject({ attempts: [] });
  expect(wait).not.toHaveProperty('exitedAt');
});

test('an expression that fails belongs to its state', async () => {
  const Bad = { Type: 'Pass', QueryLanguage: 'JSONata', Output: '{% $states.input.nope %}', End: true };
  const found = await visits({ Each: map({ Bad }, { MaxConcurrency: 1 }) }, [1]);
  expect(found.find(({ name }) => name === 'Bad')?.attempts).toMatchObject([
    { failure: expect.stringMatching(/^States\.QueryEvaluationError: /) as string },
  ]);
});
