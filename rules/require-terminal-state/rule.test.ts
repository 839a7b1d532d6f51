import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const machine = (States: object) => ({ StartAt: 'Poll', States });
const loop = (Next = 'Poll') => ({ Type: 'Wait', Seconds: 60, Next });
const end = { Type: 'Pass', End: true };
const remedy = 'give one "End": true, or add a Succeed or Fail state';

new AslRuleTester().run('require-terminal-state', rule, {
  valid: [
    ...[{ Type: 'Succeed' }, { Type: 'Fail' }, end, { Type: 'Task', End: true }].map((Done) => ({
      definition: machine({ Poll: loop('Done'), Done }),
    })),
    {
      name: 'AWS is content with a terminal state that nothing leads to',
      definition: machine({ Poll: loop(), Done: end }),
    },
    {
      name: 'an End that is filled in on deployment',
      definition: machine({ Poll: { Type: 'Pass', End: '${IsLast}' } }),
    },
    {
      name: 'a field whose name is filled in on deployment',
      definition: machine({ Poll: { Type: 'Pass', '${End}': true } }),
    },
    { name: 'a state that is filled in on deployment', code: '{"StartAt":"Poll","States":{"Poll":${Poll}}}' },
    {
      name: 'a state of unknown type may be meant to end',
      definition: machine({ Poll: loop('Done'), Done: { Type: 'Sucess' } }),
    },
    { name: 'States that are filled in on deployment', code: '{"StartAt":"Poll","States":${States}}' },
    { name: 'no states at all is a finding of its own', definition: machine({}) },
    {
      name: 'each scope ends',
      definition: machine({ Poll: { Type: 'Parallel', Branches: [{ StartAt: 'A', States: { A: end } }], End: true } }),
    },
  ],
  invalid: [
    {
      definition: machine({ Poll: loop('Check'), Check: loop() }),
      errors: [{ message: `No state ends the state machine; ${remedy}`, at: '/States', part: 'key' }],
    },
    {
      name: 'End: false ends nothing, and a Choice never ends',
      definition: machine({
        Poll: { ...loop('Check'), End: false },
        Check: { Type: 'Choice', Choices: [{ Next: 'Poll' }], End: true },
      }),
      errors: [{ message: `No state ends the state machine; ${remedy}`, at: '/States', part: 'key' }],
    },
    {
      name: 'a branch and an item processor must end, too',
      definition: machine({
        Poll: { Type: 'Parallel', Branches: [{ StartAt: 'Ship', States: { Ship: loop('Ship') } }], Next: 'Each item' },
        'Each item': { Type: 'Map', ItemProcessor: { StartAt: 'Pack', States: { Pack: loop('Pack') } }, End: true },
      }),
      errors: [
        {
          message: `No state ends this branch of "Poll"; ${remedy}`,
          at: '/States/Poll/Branches[0]/States',
          part: 'key',
        },
        {
          message: `No state ends the item processor of "Each item"; ${remedy}`,
          at: '/States/Each item/ItemProcessor/States',
          part: 'key',
        },
      ],
    },
  ],
});
