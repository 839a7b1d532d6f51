import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const machine = (States: object, more: object = {}) => ({ StartAt: Object.keys(States)[0], ...more, States });
const pass = (path: string) => ({ Type: 'Pass', Parameters: { 'x.$': path }, End: true });
const give = (expression: string) => ({ Type: 'Pass', Output: { x: `{% ${expression} %}` }, End: true });
const inJsonata = { QueryLanguage: 'JSONata' };
const each = (item: string) =>
  machine(
    {
      Each: {
        Type: 'Map',
        Items: '{% $states.input.items %}',
        ItemSelector: { item: `{% ${item} %}` },
        ItemProcessor: machine({ Use: { Type: 'Pass', End: true } }),
        End: true,
      },
    },
    inJsonata,
  );

new AslRuleTester().run('no-mistaken-context', rule, {
  valid: [
    ...['$$.Execution.Id', '$.execution.Id', '$.Execution', '$.Execution.Status', '$.State.Name', '$.Task.Name'].map(
      (path) => ({ name: path, definition: machine({ Use: pass(path) }) }),
    ),
    {
      name: 'an earlier state has put it there',
      definition: machine({
        Begin: { Type: 'Pass', Parameters: { 'Execution.$': '$$.Execution' }, Next: 'Use' },
        Use: pass('$.Execution.Id'),
      }),
    },
    {
      name: 'asked for',
      definition: machine({
        Nested: {
          Type: 'Choice',
          Choices: [{ Variable: '$.Execution.Id', IsPresent: true, Next: 'Done' }],
          Default: 'Done',
        },
        Done: { Type: 'Succeed' },
      }),
    },
    { name: 'JSONata', definition: machine({ Use: give('$states.context.Execution.Id') }, inJsonata) },
    {
      name: 'JSONata: an earlier state has put it there',
      definition: machine(
        {
          Begin: { Type: 'Pass', Output: { Task: '{% $states.input.task %}' }, Next: 'Use' },
          Use: give('$states.input.Task.Token'),
        },
        inJsonata,
      ),
    },
  ],
  invalid: [
    ...['Execution.Id', 'State.EnteredTime', 'StateMachine.Name', 'Task.Token', 'Map.Item.Value.id'].map((names) => ({
      name: `$.${names}`,
      definition: machine({ Use: pass(`$.${names}`) }),
      errors: [
        {
          message: `"$.${names}" looks in the input for what the Context Object has; write "$$.${names}"`,
          at: '/States/Use/Parameters/x.$',
          find: `$.${names}`,
          suggestions: [
            {
              messageId: 'write' as const,
              data: { meant: `$$.${names}` },
              output: machine({ Use: pass(`$$.${names}`) }),
            },
          ],
        },
      ],
    })),
    {
      name: 'in a call',
      definition: machine({ Use: pass("States.Format('{}-1', $.Execution.Name)") }),
      errors: [
        {
          messageId: 'mistaken',
          at: '/States/Use/Parameters/x.$',
          find: '$.Execution.Name',
          suggestions: [
            {
              messageId: 'write',
              data: { meant: '$$.Execution.Name' },
              output: machine({ Use: pass("States.Format('{}-1', $$.Execution.Name)") }),
            },
          ],
        },
      ],
    },
    {
      name: 'JSONata: in the item of a Map',
      definition: each('$states.input.Map.Item.Value'),
      errors: [
        {
          message:
            '"$states.input.Map.Item.Value" looks in the input for what the Context Object has; write "$states.context.Map.Item.Value"',
          at: '/States/Each/ItemSelector/item',
          find: '$states.input.Map.Item.Value',
          suggestions: [
            {
              messageId: 'write',
              data: { meant: '$states.context.Map.Item.Value' },
              output: each('$states.context.Map.Item.Value'),
            },
          ],
        },
      ],
    },
  ],
});
