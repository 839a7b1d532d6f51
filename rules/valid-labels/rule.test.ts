import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const map = (Label: unknown, States: object = { Work: { Type: 'Succeed' } }) => ({
  Type: 'Map',
  Label,
  ItemProcessor: { StartAt: 'Work', States },
  End: true,
});
const labelled = (label: unknown) => ({ StartAt: 'A', States: { A: map(label) } });
const wrong = (label: string, message: string) => ({
  name: JSON.stringify(label),
  definition: labelled(label),
  errors: [{ message, at: '/States/A/Label' }],
});
const same = 'labels must be unique in the state machine, so change one';

new AslRuleTester().run('valid-labels', rule, {
  valid: [
    { definition: labelled('orders-2030_EU.csv') },
    { definition: labelled('a') },
    { definition: labelled('a'.repeat(40)) },
    { name: 'characters count, not code units', definition: labelled('📦'.repeat(40)) },
    { name: 'letters of any language', definition: labelled('Größe(1)=ß+!') },
    { definition: { StartAt: 'A', States: { A: map('orders'), B: map('Orders') } } },
    { name: 'no label', definition: { StartAt: 'A', States: { A: { Type: 'Map' }, B: { Type: 'Map' } } } },
    { name: 'a wrong type is for another rule', definition: labelled(5) },
    { name: 'placeholders', definition: { StartAt: 'A', States: { A: map('${label}'), B: map('${label}') } } },
    { name: 'only a Map has a label', definition: { StartAt: 'A', States: { A: { Type: 'Pass', Label: '' } } } },
    {
      name: 'names of the prototype',
      definition: { StartAt: 'A', States: { A: map('__proto__'), B: map('constructor') } },
    },
  ],
  invalid: [
    wrong('', '"Label" must not be empty; remove it and AWS makes one up'),
    wrong('a'.repeat(41), '"Label" has 41 characters and may have 40; shorten it'),
    ...[' ', '\t', '\n', '\u00a0', '\u0007', ...Array.from('?*<>{}[]:;,\\|^~$#%&`"')].map((character) =>
      wrong(
        `new${character}orders`,
        `"Label" must not contain ${JSON.stringify(character)}; use letters, digits, "-" and "_"`,
      ),
    ),
    {
      name: 'the same label in an inner scope and beside it',
      definition: {
        QueryLanguage: 'JSONata',
        StartAt: 'Outer',
        States: { Outer: map('orders', { Work: map('orders') }), Next: map('orders') },
      },
      errors: [
        {
          message: `The Map "Outer" has the same "Label"; ${same}`,
          at: '/States/Outer/ItemProcessor/States/Work/Label',
        },
        { message: `The Map "Outer" has the same "Label"; ${same}`, at: '/States/Next/Label' },
      ],
    },
    {
      name: 'the same label as a Map called __proto__',
      code: '{"StartAt":"A","States":{"__proto__":{"Type":"Map","Label":"__proto__"},"B":{"Type":"Map","Label":"__proto__"}}}',
      errors: [{ message: `The Map "__proto__" has the same "Label"; ${same}`, at: '/States/B/Label' }],
    },
  ],
});
