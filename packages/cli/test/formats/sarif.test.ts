import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { sarif } from '../../src/formats/sarif';
import { context, error, result, results } from './results';
import { sarifSubset } from './sarif-subset';

const ajv = addFormats(new Ajv({ allErrors: true }));
const isSarif = ajv.compile(sarifSubset);

const write = (from: typeof results) => {
  const log = JSON.parse(sarif(from, context)) as {
    runs: { tool: { driver: { rules: object[] } }; results: object[] }[];
  };
  expect(isSarif(log) || isSarif.errors).toBe(true);
  const [{ tool, results: found }] = log.runs as [(typeof log.runs)[number]];
  return { rules: tool.driver.rules, found, log };
};

test('rules with their help, findings with their places', () => {
  const { rules, found } = write(results);
  expect(rules).toEqual([
    {
      id: 'asl/catch',
      shortDescription: { text: 'Require a Catch' },
      fullDescription: { text: 'Require a Catch' },
      help: {
        text: 'Require a Catch. https://example.com/catch',
        markdown: 'Require a Catch. [What it finds and how to mend it](https://example.com/catch)',
      },
      helpUri: 'https://example.com/catch',
      defaultConfiguration: { level: 'warning' },
    },
    expect.objectContaining({ id: 'asl/reach' }),
    expect.objectContaining({ id: 'directive' }),
    expect.objectContaining({ id: 'syntax-error', help: { text: 'The text of the definition cannot be read' } }),
  ]);
  expect(found).toEqual([
    {
      ruleId: 'asl/reach',
      ruleIndex: 1,
      level: 'error',
      message: { text: error.message },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'a/order%20%231.asl.json', uriBaseId: 'SRCROOT' },
            region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 8 },
          },
        },
      ],
    },
    expect.objectContaining({ ruleId: 'asl/catch', ruleIndex: 0, level: 'warning' }),
    expect.objectContaining({
      ruleId: 'syntax-error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'file:///elsewhere/b.asl.yaml' },
            region: { startLine: 1, startColumn: 1 },
          },
        },
      ],
    }),
    expect.objectContaining({
      ruleId: 'directive',
      locations: [
        { physicalLocation: expect.objectContaining({ region: { startLine: 1, startColumn: 1 } }) as unknown },
      ],
    }),
  ]);
});

test('what a directive suppresses is there with its reasons, each once', () => {
  const suppressions = ['known', 'known', ''].map((justification) => ({ kind: 'directive' as const, justification }));
  const one = { ...result('/work/my flows/a.asl.json'), suppressedMessages: [{ ...error, suppressions }] };
  expect(write([one]).found).toMatchObject([
    { ruleId: 'asl/reach', suppressions: [{ kind: 'inSource', justification: 'known' }, { kind: 'inSource' }] },
  ]);
});

test('nothing found is a valid log', () => {
  expect(write([]).found).toEqual([]);
});
