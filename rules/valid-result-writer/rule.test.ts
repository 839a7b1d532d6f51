import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const Resource = 'arn:aws:states:::s3:putObject';
const WriterConfig = { OutputType: 'JSONL', Transformation: 'FLATTEN' };
const place = { Bucket: 'reports', Prefix: 'orders' };
const jsonata = { QueryLanguage: 'JSONata' };
const writing = (ResultWriter: unknown, machine: object = {}) => ({
  ...machine,
  StartAt: 'A',
  States: { A: { Type: 'Map', ResultWriter, End: true } },
});
const wrong = (writer: object, message: string, machine: object = {}) => ({
  definition: writing(writer, machine),
  errors: [{ message, at: '/States/A/ResultWriter', part: 'key' as const }],
});

new AslRuleTester().run('valid-result-writer', rule, {
  valid: [
    { definition: writing({ WriterConfig }) },
    { definition: writing({ Resource, Parameters: place }) },
    { definition: writing({ Resource, Parameters: { 'Bucket.$': '$.bucket' }, WriterConfig }) },
    { definition: writing({ Resource, Arguments: '{% $place %}' }, jsonata) },
    {
      name: 'the other language’s name for the place is for another rule',
      definition: writing({ Resource, Arguments: place }),
    },
    { name: 'a wrong type is for another rule', definition: writing(true) },
    { name: 'no writer', definition: { StartAt: 'A', States: { A: { Type: 'Map', End: true } } } },
    {
      name: 'placeholders',
      code: '{"StartAt":"A","States":{"A":{"Type":"Map","ResultWriter":${writer}},"B":{"Type":"Map","ResultWriter":{"Resource":${arn},"Parameters":${place}}}}}',
    },
  ],
  invalid: [
    wrong({}, 'An empty "ResultWriter" writes nothing; add "WriterConfig", or "Resource" with "Parameters"'),
    wrong({}, 'An empty "ResultWriter" writes nothing; add "WriterConfig", or "Resource" with "Arguments"', jsonata),
    wrong({ Resource }, '"Resource" does not say where to write; add "Parameters" with "Bucket" and "Prefix"'),
    wrong(
      { Resource, WriterConfig },
      '"Resource" does not say where to write; add "Arguments" with "Bucket" and "Prefix"',
      jsonata,
    ),
    wrong(
      { Parameters: place },
      '"Parameters" say where to write, but nothing says by which "Resource"; add "arn:aws:states:::s3:putObject"',
    ),
    wrong(
      { Arguments: place, WriterConfig },
      '"Arguments" say where to write, but nothing says by which "Resource"; add "arn:aws:states:::s3:putObject"',
      jsonata,
    ),
    {
      name: 'in a Map inside a Map, in a state called __proto__',
      code: '{"StartAt":"A","States":{"A":{"Type":"Map","ItemProcessor":{"StartAt":"__proto__","States":{"__proto__":{"Type":"Map","ResultWriter":{}}}}}}}',
      errors: [
        {
          message: 'An empty "ResultWriter" writes nothing; add "WriterConfig", or "Resource" with "Parameters"',
          at: '/States/A/ItemProcessor/States/__proto__/ResultWriter',
          part: 'key',
        },
      ],
    },
  ],
});
