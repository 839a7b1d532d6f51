import fc from 'fast-check';

const bound = fc.integer({ min: 1, max: 3 });
const comparisons = ['NumericLessThan', 'NumericLessThanEquals'] as const;

/** What stands between the states that count; a `skip` leads past what it stands before, if the input says so. */
const fillers = fc.array(fc.constantFrom('pass', 'wait', 'task', 'skip'), { maxLength: 2 });

type Filler = 'pass' | 'wait' | 'task' | 'skip';
interface Part {
  readonly fillers: readonly string[];
  readonly bound: number;
  readonly comparison: (typeof comparisons)[number];
}

const part = fc.record({ fillers, bound, comparison: fc.constantFrom(...comparisons) });

const filled: Record<Filler, (past: string) => object> = {
  pass: () => ({ Type: 'Pass' }),
  wait: () => ({ Type: 'Wait', Seconds: 2 }),
  task: () => ({ Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:work', ResultPath: null }),
  skip: (past) => ({ Type: 'Choice', Choices: [{ Variable: '$.skips', BooleanEquals: true, Next: past }] }),
};

/** Two loops, one inside the other, that count in variables; the counter of the inner one begins anew in each round of the outer one. */
export const nestedLoops = fc
  .record({ outer: part, inner: part, before: fc.boolean() })
  .map(({ outer, inner, before }) => {
    const states: [string, Record<string, unknown>][] = [];
    const add = (name: string, state: object): void => void states.push([name, { ...state }]);
    const fill = (prefix: string, { fillers: own }: Part, past: string): void => {
      for (const [index, one] of own.entries()) add(`${prefix}${index}`, filled[one as Filler](past));
    };
    const count = (name: string): void => add(`Count ${name}`, { Type: 'Pass', Assign: counted(name) });
    const ask = (name: string, { comparison, bound: last }: Part, to: string): void =>
      add(`Ask ${name}`, { Type: 'Choice', Choices: [{ Variable: `$${name}`, [comparison]: last, Next: to }] });
    add('Begin', { Type: 'Pass', Assign: { outer: 0 } });
    add('Head', { Type: 'Pass', Assign: { inner: 0 } });
    if (before) fill('Before', outer, 'Count outer');
    add('Inside', { Type: 'Pass' });
    fill('Inside', inner, 'Count outer');
    count('inner');
    ask('inner', inner, 'Inside');
    if (!before) fill('Behind', outer, 'Count outer');
    count('outer');
    ask('outer', outer, 'Head');
    add('End', { Type: 'Succeed' });
    for (const [index, [, state]] of states.slice(0, -1).entries()) {
      state[state.Type === 'Choice' ? 'Default' : 'Next'] = states[index + 1]![0];
    }
    return { StartAt: 'Begin', States: Object.fromEntries(states) };
  });

const counted = (name: string): object => ({ [`${name}.$`]: `States.MathAdd($${name}, 1)` });
