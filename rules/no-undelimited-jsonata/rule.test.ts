import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const machine = (States: object, more: object = {}) => ({ StartAt: Object.keys(States)[0], States, ...more });
const jsonata = { QueryLanguage: 'JSONata' };
const output = (Output: unknown) => machine({ A: { Type: 'Pass', Assign: { lock: 1 }, Output, End: true } }, jsonata);
const decided = (Condition: unknown) =>
  machine(
    {
      Paid: { Type: 'Choice', Choices: [{ Condition, Next: 'Done' }], Default: 'Done' },
      Done: { Type: 'Succeed' },
    },
    jsonata,
  );

/** Texts in quotes, each with what it is to become. */
function inJson(name: string, messageId: 'undelimited' | 'path', texts: readonly (readonly [string, string])[]) {
  const code = JSON.stringify(output(texts.map(([text]) => text)));
  const errors = texts.map(([text, expression]) => {
    const at = code.indexOf(`"${text}"`);
    const suggested = code.replace(`"${text}"`, () => `"{% ${expression} %}"`);
    return {
      messageId,
      data: { text, expression },
      line: 1,
      column: at + 1,
      endLine: 1,
      endColumn: at + text.length + 3,
      suggestions: [{ desc: 'Put it between "{%" and "%}"', output: suggested }],
    };
  });
  return { name, code, errors };
}

new AslRuleTester().run('no-undelimited-jsonata', rule, {
  valid: [
    { name: 'a condition that is filled in', definition: decided('${Condition}') },
    { name: 'no part of $states', definition: output('$states.inputs and US$states.input') },
    { name: 'a condition without an expression', definition: decided(true) },
    { definition: output({ a: '{% $states.input.a %}', b: '{% $lock.b %}' }) },
    {
      name: 'texts with a dollar',
      definition: output([
        '$5',
        '$',
        'USD $states',
        '$other.name',
        '$(date)',
        'costs $.50',
        '$lockable.x',
        '100%',
        '{x}',
        'States.Format is a function',
      ]),
    },
    { name: 'placeholders', definition: output(['${Name}', '$states.input.${Name}', 'a {% ${X} %} b']) },
    {
      name: 'under JSONPath a path is one',
      definition: machine({ A: { Type: 'Pass', Parameters: { 'a.$': '$.a', b: '$states.input.b' }, End: true } }),
    },
    {
      name: 'an expression in a field of JSONPath: a finding of valid-query-language',
      definition: machine({ A: { Type: 'Pass', Parameters: { a: '{% $states.input.a %}' }, End: true } }, jsonata),
    },
    { name: 'a key that ends in ".$": a finding of no-dynamic-literals', definition: output({ 'a.$': '$.a' }) },
  ],
  invalid: [
    inJson('what has lost its delimiters', 'undelimited', [
      ['$states.input.a', '$states.input.a'],
      ['$lock.currentlockitem', '$lock.currentlockitem'],
      ['$uuid()', '$uuid()'],
      ['$lock', '$lock'],
    ]),
    inJson('paths of JSONPath', 'path', [
      ['$.order.id', '$states.input.order.id'],
      ['$$.Execution.Id', '$states.context.Execution.Id'],
    ]),
    {
      name: 'a condition that is a word',
      definition: decided('true'),
      errors: [
        {
          messageId: 'undelimited',
          at: '/States/Paid/Choices[0]/Condition',
          suggestions: [{ messageId: 'delimit', output: decided('{% true %}') }],
        },
      ],
    },
    {
      name: 'a condition in YAML',
      code: 'StartAt: A\nQueryLanguage: JSONata\nStates:\n  A:\n    Type: Choice\n    Choices:\n      - Condition: $states.input.a > 1\n        Next: B\n  B:\n    Type: Succeed\n',
      errors: [{ messageId: 'undelimited', line: 7, column: 20, endLine: 7, endColumn: 39 }],
    },
    {
      name: 'without quotes in YAML there is no suggestion',
      code: 'StartAt: A\nQueryLanguage: JSONata\nStates:\n  A:\n    Type: Pass\n    Output: $states.input.a\n    End: true\n',
      errors: [{ messageId: 'undelimited', line: 6, column: 13, endLine: 6, endColumn: 28 }],
    },
    {
      name: 'a call of JSONPath',
      definition: output({ text: "States.Format('order {}', $.id)" }),
      errors: [
        {
          message: `"States.Format('order {}', $.id)" is literal text: JSONata has no intrinsic functions; write it as "{% '...' & ... %}"`,
          at: '/States/A/Output/text',
        },
      ],
    },
    ...['Order $states.input.id is done', '{{ $states.input.id }}', '<% $states.result.id %>'].map((text) => ({
      name: `${text}, an expression without delimiters inside a text`,
      definition: output(text),
      errors: [{ messageId: 'inside' as const, data: { text }, at: '/States/A/Output' }],
    })),
    {
      name: 'an expression inside a text',
      definition: output('Order {% $states.input.id %} is done'),
      errors: [
        {
          message:
            '"Order {% $states.input.id %} is done" is literal text: an expression is evaluated only if it is the whole text; join the parts by "&" inside "{% %}"',
          at: '/States/A/Output',
        },
      ],
    },
    {
      name: 'an expression in a JSONPath state',
      definition: machine({ A: { Type: 'Pass', Parameters: { id: '{% $states.input.id %}' }, End: true } }),
      errors: [
        {
          message:
            '"{% $states.input.id %}" is literal text: the state is written in JSONPath; give it "QueryLanguage": "JSONata", or use a path',
          at: '/States/A/Parameters/id',
        },
      ],
    },
  ],
});
