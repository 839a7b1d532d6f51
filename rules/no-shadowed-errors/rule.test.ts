import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const Failed = { Type: 'Fail' };
const work = (more: object) => ({
  StartAt: 'Work',
  States: {
    Work: { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:work', ...more, End: true },
    Failed,
  },
});
const caught = (...lists: string[][]) => work({ Catch: lists.map((ErrorEquals) => ({ ErrorEquals, Next: 'Failed' })) });
const retried = (...lists: string[][]) => work({ Retry: lists.map((ErrorEquals) => ({ ErrorEquals })) });

new AslRuleTester().run('no-shadowed-errors', rule, {
  valid: [
    { name: 'from the special to the general', definition: caught(['A'], ['States.TaskFailed'], ['States.ALL']) },
    { name: 'a timeout is no failed task', definition: retried(['States.TaskFailed'], ['States.Timeout']) },
    { name: 'nor is a missed heartbeat', definition: retried(['States.TaskFailed'], ['States.HeartbeatTimeout']) },
    { name: 'the heartbeat before', definition: caught(['States.HeartbeatTimeout'], ['States.Timeout']) },
    { name: 'not on record', definition: caught(['States.TaskFailed'], ['States.DataLimitExceeded']) },
    {
      name: 'Retry and Catch ask apart',
      definition: work({ Retry: [{ ErrorEquals: ['A'] }], Catch: [{ ErrorEquals: ['A'], Next: 'Failed' }] }),
    },
    { name: 'what AWS refuses is a finding of its own', definition: caught(['States.ALL'], ['A'], ['States.ALL']) },
    { name: 'case matters', definition: caught(['a'], ['A']) },
    { name: 'names that are filled in', definition: caught(['${Error}'], ['${Error}']) },
    { name: 'no list', definition: work({ Retry: [{ ErrorEquals: 'A' }, { ErrorEquals: 'A' }, {}] }) },
    {
      name: 'a Retry that is filled in',
      code: '{"StartAt":"A","States":{"A":{"Type":"Task","Retry":${Retry},"End":true}}}',
    },
  ],
  invalid: [
    {
      name: 'twice in one list',
      definition: retried(['A', 'B', 'A'], ['C']),
      errors: [
        {
          message:
            '"A" stands in this "ErrorEquals" already, so naming it again changes nothing; remove it, or write the error that was meant',
          at: '/States/Work/Retry[0]/ErrorEquals[2]',
        },
      ],
    },
    {
      name: 'twice in one list, and taken before: one report for each',
      definition: caught(['A'], ['A', 'A']),
      errors: [
        { messageId: 'repeated', at: '/States/Work/Catch[1]/ErrorEquals[0]' },
        { messageId: 'twice', at: '/States/Work/Catch[1]/ErrorEquals[1]' },
      ],
    },
    {
      name: 'the same name',
      definition: caught(['A', 'B'], ['C', 'B']),
      errors: [
        {
          message:
            '"B" is already in Catch[0], and the first Catcher that matches is used, so this one never gets it; remove one of the two',
          at: '/States/Work/Catch[1]/ErrorEquals[1]',
        },
      ],
    },
    {
      name: 'under the umbrella',
      definition: retried(['States.TaskFailed'], ['States.Timeout', 'A']),
      errors: [
        {
          message:
            '"States.TaskFailed" in Retry[0] takes "A", too, and the first Retrier that matches is used, so this one never gets it; move it before Retry[0]',
          at: '/States/Work/Retry[1]/ErrorEquals[1]',
        },
      ],
    },
    {
      name: 'a missed heartbeat is a timeout',
      definition: caught(['States.Timeout'], ['States.HeartbeatTimeout'], ['States.ALL']),
      errors: [
        {
          message:
            '"States.Timeout" in Catch[0] takes "States.HeartbeatTimeout", too, and the first Catcher that matches is used, so this one never gets it; move it before Catch[0]',
          at: '/States/Work/Catch[1]/ErrorEquals[0]',
        },
      ],
    },
    {
      name: 'all of a Retrier',
      definition: retried(['A'], ['States.TaskFailed', 'B'], ['Lambda.Unknown', 'Lambda.ServiceException', 'C', 'D']),
      errors: [
        {
          message:
            'This Retrier is never used: "States.TaskFailed" in Retry[1] takes all that it names, "Lambda.Unknown", "Lambda.ServiceException" and others, and the first that matches is used; move it before Retry[1]',
          at: '/States/Work/Retry[2]/ErrorEquals',
        },
      ],
    },
    {
      name: 'in a Parallel and in a Map',
      definition: {
        StartAt: 'Both',
        States: {
          Both: {
            Type: 'Parallel',
            Branches: [{ StartAt: 'Work', States: { Work: { Type: 'Pass', End: true } } }],
            Catch: [
              { ErrorEquals: ['States.TaskFailed'], Next: 'Failed' },
              { ErrorEquals: ['States.TaskFailed'], Next: 'Failed' },
            ],
            Next: 'Each',
          },
          Each: {
            Type: 'Map',
            ItemProcessor: { StartAt: 'Item', States: { Item: { Type: 'Pass', End: true } } },
            Retry: [{ ErrorEquals: ['A'] }, { ErrorEquals: ['A'] }],
            End: true,
          },
          Failed,
        },
      },
      errors: [
        { messageId: 'repeated', at: '/States/Both/Catch[1]/ErrorEquals[0]' },
        { messageId: 'repeated', at: '/States/Each/Retry[1]/ErrorEquals[0]' },
      ],
    },
  ],
});
