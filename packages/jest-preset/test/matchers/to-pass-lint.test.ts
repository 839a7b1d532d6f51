import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { loadMachine, StateMachine } from '@stepproof/test-harness';
import { failureOf, order, ordered } from './support';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'to-pass-lint-'))));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function written(name: string, content: object): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content, null, 2));
  return path;
}

/** What the folder is called differs from run to run. */
const failureIn = (assertion: () => void): string =>
  failureOf(assertion).replaceAll(relative(process.cwd(), folder), '<folder>');

const careless = {
  StartAt: 'Charge',
  States: { Charge: { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:sqs:listQueues', Arguments: {}, End: true } },
  QueryLanguage: 'JSONata',
};
const sound = { Comment: 'Pays', StartAt: 'Pay', States: { Pay: { Type: 'Pass', End: true } } };

test('passes for a definition, its text, and a machine', () => {
  expect(order).toPassLint();
  expect(JSON.stringify(order)).toPassLint();
  expect('StartAt: Pay\nStates:\n  Pay: { Type: Pass, End: true }\n').toPassLint();
  expect(new StateMachine(order)).toPassLint();
  expect({ ...sound, $source: written('sound.asl.json', sound) }).toPassLint();
});

test('options say which findings there are, and how many are allowed', () => {
  expect(sound).toPassLint({ type: 'EXPRESS', preset: 'strict' });
  expect(careless).not.toPassLint();
  expect(careless).toPassLint({
    rules: { 'asl/require-catch': 'off' },
  });
  expect(careless).toPassLint({ maxWarnings: 3 });
  expect({ ...sound, StartAt: 'Py' }).not.toPassLint({ maxWarnings: 10 });
  expect(failureOf(() => expect({ ...sound, StartAt: 'Py' }).toPassLint({ maxWarnings: 2 }))).toContain(
    'Expected no errors and no more than 2 warnings in definition',
  );
  expect(failureOf(() => expect(careless).not.toPassLint({ maxWarnings: 2 }))).toContain(
    'Expected errors or more than 2 warnings in definition',
  );
});

test('shows the findings with their places in the definition as text', () => {
  expect(failureOf(() => expect({ ...sound, StartAt: 'Reserve' }).toPassLint())).toMatchInlineSnapshot(`
   "expect(definition).toPassLint()

   Expected no findings in definition

   Findings:
     definition:3:14  asl/valid-transition-targets  "StartAt" names "Reserve", which is not a state; add it to "States", or name a state that is there"
  `);
});

test('shows the places in the file that was imported', () => {
  const $source = written('broken.asl.json', { ...sound, StartAt: 'Py' });
  expect(failureIn(() => expect({ ...sound, StartAt: 'Py', $source }).toPassLint())).toMatchInlineSnapshot(`
   "expect(definition).toPassLint()

   Expected no findings in <folder>/broken.asl.json

   Findings:
     <folder>/broken.asl.json:3:14  asl/valid-transition-targets  "StartAt" names "Py", which is not a state; did you mean "Pay"?"
  `);
  // A test has changed it, so that the places in the file would be wrong.
  expect(failureIn(() => expect({ ...sound, StartAt: 'P', $source }).toPassLint())).toContain('definition:3:14');
});

test('of a template only the machine counts that was loaded', () => {
  const machine = (Definition: object) => ({ Type: 'AWS::Serverless::StateMachine', Properties: { Definition } });
  const template = written('template.json', { Resources: { Sound: machine(sound), Careless: machine(careless) } });
  expect(loadMachine(template, 'Sound')).toPassLint();
  expect(failureIn(() => expect(loadMachine(template, 'Careless')).toPassLint())).toMatchInlineSnapshot(`
   "expect(definition).toPassLint()

   Expected no findings in <folder>/template.json

   Findings:
     <folder>/template.json:24:13  asl/require-catch  "Charge" has no Catch, and a failure ends the execution unhandled; add a Catch"
  `);
});

test('shows why a text cannot be read', () => {
  expect(failureOf(() => expect('{ "StartAt": ').toPassLint())).toMatchInlineSnapshot(`
   "expect(definition).toPassLint()

   Expected no findings in definition

   Findings:
     definition:1:13  syntax  Parsing error: The text ends before the outermost object is closed; add "}""
  `);
});

test('.not shows that there are no findings', () => {
  expect(failureOf(() => expect(sound).not.toPassLint())).toMatchInlineSnapshot(`
   "expect(definition).not.toPassLint()

   Expected findings in definition

   Findings:
     none"
  `);
});

test('a value that is no definition, and an option that does not exist, are mistakes', async () => {
  expect(failureOf(() => expect(undefined).toPassLint())).toMatchInlineSnapshot(`
   "expect(definition).toPassLint()

   Matcher error: received value must be a definition, as an import, an object or a text, or a StateMachine

   Received has value: undefined"
  `);
  const execution = await ordered();
  expect(failureOf(() => expect(execution).not.toPassLint())).toContain('must be a definition');
  // @ts-expect-error -- there is no option of that name
  expect(failureOf(() => expect(order).toPassLint({ maxWarning: 1 }))).toContain('did you mean "maxWarnings"?');
});

test('is an asymmetric matcher', () => {
  expect([sound, careless, 7]).toEqual([expect.toPassLint(), expect.not.toPassLint(), expect.not.toPassLint()]);
});
