import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const task = (fields: object, machine: object = {}) => ({
  ...machine,
  StartAt: 'A',
  States: { A: { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken', ...fields, End: true } },
});
const jsonata = { QueryLanguage: 'JSONata' };

new AslRuleTester().run('valid-heartbeats', rule, {
  valid: [
    { definition: task({ HeartbeatSeconds: 59, TimeoutSeconds: 60 }) },
    { definition: task({ HeartbeatSeconds: 60 }) },
    { definition: task({ TimeoutSeconds: 60 }) },
    { definition: task({ HeartbeatSecondsPath: '$.beat', TimeoutSeconds: 1 }) },
    { definition: task({ HeartbeatSeconds: 60, TimeoutSecondsPath: '$.patience' }) },
    { definition: task({ HeartbeatSeconds: '{% $beat %}', TimeoutSeconds: 1 }, jsonata) },
    {
      name: 'placeholders',
      code: '{"StartAt":"A","States":{"A":{"Type":"Task","HeartbeatSeconds":${beat},"TimeoutSeconds":1}}}',
    },
    {
      name: 'other states have neither',
      definition: { StartAt: 'A', States: { A: { Type: 'Wait', HeartbeatSeconds: 9, TimeoutSeconds: 1 } } },
    },
  ],
  invalid: [
    {
      definition: task({ HeartbeatSeconds: 60, TimeoutSeconds: 30 }),
      errors: [
        {
          message:
            '"HeartbeatSeconds" (60) must be smaller than "TimeoutSeconds" (30), or the timeout always comes first; lower it',
          at: '/States/A/HeartbeatSeconds',
        },
      ],
    },
    {
      name: 'equal, in JSONata',
      definition: task({ TimeoutSeconds: 60, HeartbeatSeconds: 60 }, jsonata),
      errors: [
        {
          message:
            '"HeartbeatSeconds" (60) must be smaller than "TimeoutSeconds" (60), or the timeout always comes first; lower it',
          at: '/States/A/HeartbeatSeconds',
        },
      ],
    },
    {
      name: 'in an iteration, in a state called constructor',
      definition: {
        StartAt: 'M',
        States: {
          M: {
            Type: 'Map',
            ItemProcessor: {
              StartAt: 'constructor',
              States: { constructor: { Type: 'Task', HeartbeatSeconds: 2, TimeoutSeconds: 1, End: true } },
            },
            End: true,
          },
        },
      },
      errors: [
        {
          message:
            '"HeartbeatSeconds" (2) must be smaller than "TimeoutSeconds" (1), or the timeout always comes first; lower it',
          at: '/States/M/ItemProcessor/States/constructor/HeartbeatSeconds',
        },
      ],
    },
  ],
});
