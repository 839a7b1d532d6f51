import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const maxLength = 1_048_576;

/** A definition whose JSON without white space has exactly that many characters. */
function definitionOf(length: number) {
  const definition = (text: string) => ({ StartAt: 'A', States: { A: { Type: 'Succeed', Comment: text } } });
  return definition('x'.repeat(length - JSON.stringify(definition('')).length));
}

new AslRuleTester().run('max-definition-size', rule, {
  valid: [
    { name: 'the longest', code: JSON.stringify(definitionOf(maxLength)) },
    { name: 'longer only by white space', code: `${' '.repeat(maxLength)}${JSON.stringify(definitionOf(100))}` },
  ],
  invalid: [
    {
      name: 'one character more',
      code: JSON.stringify(definitionOf(maxLength + 1)),
      errors: [
        {
          message: `The definition is ${maxLength + 1} characters long even without white space, and AWS takes ${maxLength}; move parts of it into state machines of their own`,
          line: 1,
          column: 1,
          endLine: 1,
          endColumn: 2,
        },
      ],
    },
  ],
});
