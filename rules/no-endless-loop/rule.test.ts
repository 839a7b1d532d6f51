import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const machine = (States: object) => ({ StartAt: Object.keys(States)[0], States });
const pass = (Next: string) => ({ Type: 'Pass', Next });
const wait = (Next: string) => ({ Type: 'Wait', Seconds: 60, Next });
const work = (more: object) => ({ Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', ...more });
const choice = (Next: string, Default?: string) => ({
  Type: 'Choice',
  Choices: [{ Variable: '$.a', IsPresent: true, Next }],
  ...(Default && { Default }),
});
const caught = (Next: string) => ({ Catch: [{ ErrorEquals: ['States.ALL'], Next }] });
const done = { Type: 'Succeed' };
const Failed = { Type: 'Fail' };
const loop = machine({ Work: work({ Next: 'Pause' }), Pause: wait('Work') });
const parallel = (...Branches: object[]) => machine({ Both: { Type: 'Parallel', Branches, End: true } });

const again = (before: object, more: object = {}) =>
  machine({
    ...before,
    Again: {
      Type: 'Task',
      Resource: 'arn:aws:states:::states:startExecution',
      Parameters: { 'StateMachineArn.$': '$$.StateMachine.Id' },
      ...more,
      End: true,
    },
  });

new AslRuleTester().run('no-endless-loop', rule, {
  valid: [
    { definition: machine({ Work: work({ Next: 'More?' }), 'More?': choice('Work', 'Done'), Done: done }) },
    {
      name: 'out by a failure that is a way on',
      definition: machine({ Work: work({ ...caught('Done'), Next: 'Pause' }), Pause: wait('Work'), Done: done }),
    },
    {
      name: 'a loop within a loop',
      definition: machine({ A: pass('B'), B: choice('A', 'C'), C: choice('A', 'Done'), Done: done }),
    },
    { name: 'a way that is filled in', definition: machine({ A: pass('B'), B: choice('A', '${Next}'), Done: done }) },
    { name: 'a state that is filled in', code: '{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":${B}}}' },
    { name: 'an End that is filled in', definition: machine({ A: { Type: 'Pass', Next: 'A', End: '${End}' } }) },
    {
      name: 'a Choice rule that was meant to end it',
      definition: machine({
        A: pass('B'),
        B: { Type: 'Choice', Choices: [{ Variable: '$.a', IsPresent: true, End: true }], Default: 'A' },
      }),
    },
    { name: 'beside a branch that may end it', definition: parallel(loop, machine({ Ask: work({ End: true }) })) },
    ...[
      {
        name: 'a Choice decides whether it starts itself',
        definition: again({ Begin: choice('Again', 'Done'), Done: done }),
      },
      { name: 'another state machine', definition: again({}, { Parameters: { 'StateMachineArn.$': '$.other' } }) },
      {
        name: 'a Name that is taken the second time',
        definition: again({}, { Parameters: { 'StateMachineArn.$': '$$.StateMachine.Id', Name: 'once' } }),
      },
      {
        name: 'asks for itself only',
        definition: again({}, { Resource: 'arn:aws:states:::aws-sdk:sfn:listExecutions' }),
      },
      {
        name: 'for each item that is left',
        definition: machine({ Each: { Type: 'Map', ItemProcessor: again({}), End: true } }),
      },
      {
        name: 'after a failure only',
        definition: again({ Begin: work({ ...caught('Again'), Next: 'Done' }), Done: done }),
      },
    ],
    { name: 'nobody comes there', definition: machine({ Done: done, A: pass('B'), B: pass('A') }) },
  ],
  invalid: [
    {
      name: 'starts itself',
      definition: again({ Begin: work({ ...caught('Failed'), Next: 'Again' }), Failed }),
      errors: [
        {
          message:
            '"Again" starts this state machine again in each execution, because every way leads there: executions follow each other without end; add a Choice that ends the row',
          at: '/States/Again',
          part: 'key',
        },
      ],
    },
    {
      name: 'starts itself and waits for that, in a branch',
      definition: machine({
        Both: {
          Type: 'Parallel',
          Branches: [
            machine({ A: { Type: 'Pass', End: true } }),
            again({}, { Resource: 'arn:aws:states:::states:startExecution.sync:2' }),
          ],
          End: true,
        },
      }),
      errors: [
        {
          message: /^"Again" starts .*: executions follow each other, each waiting for the next, without end; /,
          at: '/States/Both/Branches[1]/States/Again',
          part: 'key',
        },
      ],
    },
    {
      name: 'starts itself, JSONata',
      definition: {
        QueryLanguage: 'JSONata',
        ...again(
          {},
          {
            Resource: 'arn:aws:states:::aws-sdk:sfn:startExecution',
            Parameters: undefined,
            Arguments: { StateMachineArn: '{% $states.context.StateMachine.Id %}', Input: '{}' },
          },
        ),
      },
      errors: [{ messageId: 'again', at: '/States/Again', part: 'key' }],
    },
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
