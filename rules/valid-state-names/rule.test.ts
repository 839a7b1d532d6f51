import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const machine = (...names: string[]) => ({
  StartAt: names[0],
  States: Object.fromEntries(names.map((name) => [name, { Type: 'Pass', End: true }])),
});
const long = 'Send the confirmation '.padEnd(81, 'x');

new AslRuleTester().run('valid-state-names', rule, {
  valid: [
    { definition: machine('A', 'x'.repeat(80), 'Wait? (until 5:00) / "now"', '__proto__', 'constructor') },
    { name: 'characters, not UTF-16 units, are counted', definition: machine('📦'.repeat(80)) },
    { name: 'a name whose length shows on deployment', definition: machine(`\${Shop}${long}`) },
  ],
  invalid: [
    {
      name: 'too long',
      definition: machine(long),
      errors: [
        {
          message: 'The state name "Send the confirmatio…" is 81 characters long; shorten it to at most 80',
          at: `/States/${long}`,
          part: 'key',
        },
      ],
    },
    {
      name: 'empty, in an inner scope',
      definition: {
        StartAt: 'Ship',
        States: { Ship: { Type: 'Map', ItemProcessor: machine(''), End: true } },
      },
      errors: [
        {
          message: 'The state name "" is empty; write one of 1 to 80 characters',
          at: ['States', 'Ship', 'ItemProcessor', 'States', ''],
          part: 'key',
        },
      ],
    },
  ],
});
