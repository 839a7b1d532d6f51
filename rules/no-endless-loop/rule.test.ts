import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const machine = (States: object) => ({ StartAt: Object.keys(States)[0], States });
const pass = (Next: string) => ({ Type: 'Pass', Next });
const wait = (Next: string) => ({ Type: 'Wait', Seconds: 60, Next });
const work = (more: object) => ({ Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', ...more });
const choice = (Next: string, Default?: string, Variable = '$.MessageId') => ({
  Type: 'Choice',
  Choices: [{ Variable, IsPresent: true, Next }],
  ...(Default && { Default }),
});
const caught = (Next: string) => ({ Catch: [{ ErrorEquals: ['States.ALL'], Next }] });
const done = { Type: 'Succeed' };
const Failed = { Type: 'Fail' };
const loop = machine({ Work: work({ Next: 'Pause' }), Pause: wait('Work') });
const poll = (ask: object, test: object = { Variable: '$.job.state', StringEquals: 'DONE' }) =>
  machine({
    Pause: wait('Ask'),
    Ask: work({ ...ask, Next: 'Ready?' }),
    'Ready?': { Type: 'Choice', Choices: [{ ...test, Next: 'Done' }], Default: 'Pause' },
    Done: done,
    Failed,
  });
const pollInJsonata = (ask: object, Condition = '{% $states.input.job.state = "DONE" %}') => ({
  QueryLanguage: 'JSONata',
  ...poll(ask, { Condition }),
});
const parallel = (...Branches: object[]) => machine({ Both: { Type: 'Parallel', Branches, End: true } });

new AslRuleTester().run('no-endless-loop', rule, {
  valid: [
    { definition: machine({ Work: work({ Next: 'More?' }), 'More?': choice('Work', 'Done'), Done: done }) },
    {
      name: 'out by a failure that is a way on',
      definition: machine({ Work: work({ ...caught('Done'), Next: 'Pause' }), Pause: wait('Work'), Done: done }),
    },
    {
      name: 'a loop within a loop',
      definition: machine({ A: work({ Next: 'B' }), B: choice('A', 'C'), C: choice('A', 'Done'), Done: done }),
    },
    { name: 'a way that is filled in', definition: machine({ A: pass('B'), B: choice('A', '${Next}'), Done: done }) },
    { name: 'a state that is filled in', code: '{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":${B}}}' },
    { name: 'an End that is filled in', definition: machine({ A: { Type: 'Pass', Next: 'A', End: '${End}' } }) },
    { name: 'beside a branch that may end it', definition: parallel(loop, machine({ Ask: work({ End: true }) })) },
    ...[
      poll({ ResultPath: '$.job' }),
      poll({ ResultPath: '$.job.state' }),
      poll({ ResultPath: "$['job']" }),
      poll({}),
      poll({ ResultPath: null, Catch: [{ ErrorEquals: ['NotReady'], ResultPath: '$.job', Next: 'Pause' }] }),
      poll({ ResultPath: null, OutputPath: '$.next' }),
      poll({ ResultPath: null, Assign: { 'state.$': '$.state' } }, { Variable: '$state', StringEquals: 'DONE' }),
      poll({ ResultPath: null }, { Variable: '$$.State.EnteredTime', TimestampGreaterThanPath: '$.end' }),
      poll({ ResultPath: null }, { Variable: '$', StringEquals: 'DONE' }),
      poll({ ResultPath: null, Catch: [{ ErrorEquals: ['Gone'], Next: 'Done' }] }),
    ].map((definition) => ({
      name: 'decides by what the loop brings, what it counts or what it cannot know to stay',
      definition,
    })),
    ...[
      pollInJsonata({ Output: '{% $merge([$states.input, {"job": $states.result}]) %}' }),
      pollInJsonata({ Output: '{% $states.result %}' }),
      pollInJsonata({}),
      pollInJsonata({ Output: '{% $states.input %}', Catch: [{ ErrorEquals: ['NotReady'], Next: 'Pause' }] }),
      pollInJsonata({ Output: '{% $states.input %}' }, '{% $millis() > $states.input.job.end %}'),
      pollInJsonata({ Output: '{% $states.input %}' }, '{% $states.context.State.EnteredTime > "2030" %}'),
      pollInJsonata({ Assign: { job: '{% $states.result %}' } }, '{% $job.state = "DONE" %}'),
    ].map((definition) => ({ name: 'the same in JSONata', definition })),
    { name: 'nobody comes there', definition: machine({ Done: done, A: pass('B'), B: pass('A') }) },
  ],
  invalid: [
    {
      name: 'for ever',
      definition: loop,
      errors: [
        {
          message:
            '"Work" and "Pause" go round for ever, because no way leads out of the loop: the execution never succeeds, but ends at a limit of the service, such as 25,000 events; add a Choice that leaves the loop',
          at: '/States/Work',
          part: 'key',
        },
      ],
    },
    {
      name: 'once one way is taken',
      definition: machine({ Begin: choice('A', 'Done'), A: pass('B'), B: choice('A', 'A'), Done: done }),
      errors: [{ messageId: 'endless', at: '/States/A', part: 'key' }],
    },
    {
      name: 'what is asked for is put elsewhere than where the Choice looks',
      definition: poll({ ResultPath: '$.status' }),
      errors: [
        {
          message:
            '"Pause", "Ask" and "Ready?" go round for ever unless "Ready?" leaves the loop at once, because it decides by "$.job.state", which nothing in the loop changes: "Ask" puts its result in "$.status"; let it read what the loop brings anew, or put that there',
          at: '/States/Ready?/Choices[0]/Variable',
        },
      ],
    },
    ...[
      poll({ ResultPath: null, ...caught('Failed') }, { Variable: '$.jobs[0].state', StringEquals: 'DONE' }),
      machine({ Pause: wait('Ready?'), 'Ready?': choice('Done', 'Pause'), Done: done }),
    ].map((definition) => ({
      name: 'it is dropped, or not asked for again',
      definition,
      errors: [{ messageId: 'settled', at: '/States/Ready?/Choices[0]/Variable' }],
    })),
    ...[
      pollInJsonata({ Output: '{% $states.input %}' }),
      pollInJsonata({ Output: '{% $merge([$states.input, {"status": $states.result}]) %}' }),
      pollInJsonata({ Assign: { status: '{% $states.result.state %}' } }, '{% $state = "DONE" %}'),
    ].map((definition) => ({
      name: 'nothing is assigned or put beside the input in JSONata',
      definition,
      errors: [{ messageId: 'settled', at: '/States/Ready?/Choices[0]/Condition' }],
    })),
    {
      name: 'a state that leads to itself',
      definition: machine({ Begin: choice('Stuck', 'Done'), Stuck: wait('Stuck'), Done: done }),
      errors: [
        {
          message:
            '"Stuck" leads to itself only, so the execution never gets past it and ends at a limit of the service; let it go on to another state',
          at: '/States/Stuck',
          part: 'key',
        },
      ],
    },
    {
      name: 'until it fails',
      definition: machine({
        Work: work({ ...caught('Tell'), Next: 'Pause' }),
        Pause: wait('Work'),
        Tell: pass('Failed'),
        Failed,
      }),
      errors: [{ message: /^"Work" and "Pause" go round until one of them fails/, at: '/States/Work', part: 'key' }],
    },
    {
      name: 'a failure that leads back is no way out',
      definition: machine({ Work: work({ ...caught('Pause'), Next: 'Pause' }), Pause: wait('Work'), Done: done }),
      errors: [{ messageId: 'endless', at: '/States/Work', part: 'key' }],
    },
    {
      name: 'in an item and in the only branch',
      definition: machine({
        Each: { Type: 'Map', ItemProcessor: machine({ A: pass('A') }), Next: 'One' },
        One: { Type: 'Parallel', Branches: [machine({ B: pass('B') })], End: true },
      }),
      errors: [
        { messageId: 'itself', at: '/States/Each/ItemProcessor/States/A', part: 'key' },
        { messageId: 'itself', at: '/States/One/Branches[0]/States/B', part: 'key' },
      ],
    },
  ],
});
