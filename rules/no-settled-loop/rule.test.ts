import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const machine = (States: object) => ({ StartAt: Object.keys(States)[0], States });
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

/** A Choice and as many Waits. */
const longLoop = (waits: number) =>
  machine({
    'Ready?': choice('Done', 'Wait 1'),
    ...Object.fromEntries(
      Array.from({ length: waits }, (_, i) => [`Wait ${i + 1}`, wait(i + 1 < waits ? `Wait ${i + 2}` : 'Ready?')]),
    ),
    Done: done,
  });

new AslRuleTester().run('no-settled-loop', rule, {
  valid: [
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
    {
      name: 'nobody comes there',
      definition: machine({ Done: done, Pause: wait('Ready?'), 'Ready?': choice('Done', 'Pause') }),
    },
    { name: 'a loop of more than 200 states', definition: longLoop(200) },
    { name: 'no way out at all', definition: machine({ Pause: wait('Ready?'), 'Ready?': choice('Pause', 'Pause') }) },
    {
      name: 'beside a branch that may end it',
      definition: machine({
        Both: {
          Type: 'Parallel',
          Branches: [poll({ ResultPath: null }), machine({ Work: work({ End: true }) })],
          End: true,
        },
      }),
    },
    {
      name: 'a counter that stands still',
      definition: poll({ ResultPath: null }, { Variable: '$.attempts', NumericGreaterThan: 9 }),
    },
    { name: 'a way that is filled in', definition: machine({ A: wait('B'), B: choice('A', '${Next}'), Done: done }) },
  ],
  invalid: [
    {
      name: 'a loop of 200 states',
      definition: longLoop(199),
      errors: [{ messageId: 'settled', at: '/States/Ready?/Choices[0]/Variable' }],
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
  ],
});
