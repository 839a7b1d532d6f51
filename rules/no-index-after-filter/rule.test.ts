import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const pass = (value: string) => ({
  StartAt: 'Pick',
  States: { Pick: { Type: 'Pass', Parameters: { 'item.$': value }, End: true } },
});
const at = '/States/Pick/Parameters/item.$';
const lost = (index: string, path: string, remedy: string) =>
  `"${index}" is looked for in each match of the filter, not in the list of them, so "${path}" is always []; ${remedy}`;
const later = (list: string) => `hand on "${list}", and take the element of it in the next state`;

const found = (name: string, path: string, index = '[0]') => ({
  name,
  definition: pass(path),
  errors: [{ messageId: 'lost' as const, at, find: index }],
});
const silent = (name: string, path: string) => ({ name, definition: pass(path) });

new AslRuleTester().run('no-index-after-filter', rule, {
  valid: [
    silent('all matches', "$.list[?(@.kind == 'a')]"),
    silent('a member of the matches', "$.list[?(@.kind == 'a')].name"),
    silent('an index in a member, which may be a list', "$.list[?(@.kind == 'a')].names[0]"),
    silent('an index before the filter', "$.lists[0][?(@.kind == 'a')]"),
    silent('matches that are lists', '$.rows[?(@[0] == 1)][1]'),
    silent('what is not so may be a list', "$.rows[?(@.kind != 'a')][0]"),
    silent('what has no such member may be a list', '$.rows[?(!@.kind)][0]'),
    silent('one of two conditions lets lists pass', '$.rows[?(@.kind == 1 || @[0] == 1)][0]'),
    silent('lists behind a wildcard', '$.rows[*][0]'),
    silent('lists behind a slice', '$.rows[0:2][0]'),
    silent('lists that are equal to a list', '$.rows[?(@ == [1,2])][0]'),
    silent('a pattern that fits nothing, too', '$.rows[?(@.kind =~ /.*/)][0]'),
    silent('the element taken by a function', "States.ArrayGetItem($.list[?(@.kind == 'a')], 0)"),
    {
      name: 'a Choice, of which other rules tell',
      definition: {
        StartAt: 'Any?',
        States: {
          'Any?': {
            Type: 'Choice',
            Choices: [{ Variable: '$.list[?(@.a == 1)][0]', IsPresent: true, Next: 'Done' }],
            Default: 'Done',
          },
          Done: { Type: 'Succeed' },
        },
      },
    },
  ],
  invalid: [
    {
      name: 'the first match',
      definition: pass("$.list[?(@.kind == 'a')][0]"),
      errors: [
        {
          message: lost('[0]', "$.list[?(@.kind == 'a')][0]", "use States.ArrayGetItem($.list[?(@.kind == 'a')], 0)"),
          at,
          find: '[0]',
        },
      ],
    },
    {
      name: 'a member of the first match that a constant picks',
      definition: pass('$.list[?(@.id == 7)][0].name'),
      errors: [
        { message: lost('[0]', '$.list[?(@.id == 7)][0].name', later('$.list[?(@.id == 7)]')), at, find: '[0]' },
      ],
    },
    found('a member of the match that the data picks', '$.list[?(@.id == $.wanted)][0].name'),
    found('a slice', '$.list[?(@.id)][0:1]', '[0:1]'),
    found('two conditions', '$.list[?(@.id == 1 && !@.done)][0]'),
    found('one of two conditions on members', '$.list[?(@.id == 1 || @.id == 2)][0]'),
    found('in a list', "$.list[?(@.kind in ['a','b'])][0]"),
    found('the constant first', '$.list[?(1 == @.id)][0]'),
    found('texts', "$.list[?(@ == 'a')][0]"),
    found('behind ..', '$..[?(@.id == 1)][0]'),
    {
      name: 'an argument',
      definition: pass("States.Format('{}', $.list[?(@.id == 7)][0].name)"),
      errors: [{ messageId: 'lost', at, find: '[0]' }],
    },
    {
      name: 'InputPath',
      definition: {
        StartAt: 'Pick',
        States: { Pick: { Type: 'Pass', InputPath: '$.list[?(@.id == 7)][0]', End: true } },
      },
      errors: [
        {
          message: lost('[0]', '$.list[?(@.id == 7)][0]', later('$.list[?(@.id == 7)]')),
          at: '/States/Pick/InputPath',
          find: '[0]',
        },
      ],
    },
  ],
});
