import { StateMachine } from '@stepproof/test-harness';
import { failureOf, order } from './support';

const dangling = { StartAt: 'Pay', States: { Pay: { Type: 'Pass', Next: 'Ship' } } };

test('passes for what AWS takes', () => {
  expect(order).toBeValidAsl();
  expect(JSON.stringify(order)).toBeValidAsl();
  expect(new StateMachine(order)).toBeValidAsl();
});

test('.not passes for what it refuses, which may depend on the type', () => {
  expect(dangling).not.toBeValidAsl();
  expect('"hello"').not.toBeValidAsl();
  expect(order).not.toBeValidAsl({ type: 'EXPRESS' });
});

test('shows the problems with their places', () => {
  expect(failureOf(() => expect(dangling).toBeValidAsl())).toMatchInlineSnapshot(`
   "expect(definition).toBeValidAsl()

   Expected no findings in definition

   Findings:
     definition:3:3   MISSING_END_STATE          No state ends the state machine; give one "End": true, or add a Succeed or Fail state
     definition:6:15  MISSING_TRANSITION_TARGET  "Next" names "Ship", which is not a state; add it to "States", or name a state that is there"
  `);
});

test('shows the places in a text', () => {
  const text = 'StartAt: Pay\nStates:\n  Pay:\n    Type: Pas\n    End: true\n';
  expect(failureOf(() => expect(text).toBeValidAsl())).toMatchInlineSnapshot(`
   "expect(definition).toBeValidAsl()

   Expected no findings in definition

   Findings:
     definition:4:11  SCHEMA_VALIDATION_FAILED  "Type" must be one of "Task", "Wait", "Pass", "Succeed", "Fail", "Choice", "Parallel" or "Map", not "Pas"; did you mean "Pass"?"
  `);
  expect(failureOf(() => expect('{ "StartAt": ').toBeValidAsl())).toContain(
    'definition:1:13  INVALID_JSON_DESCRIPTION',
  );
});

test('.not shows that there are none', () => {
  expect(failureOf(() => expect(order).not.toBeValidAsl())).toMatchInlineSnapshot(`
   "expect(definition).not.toBeValidAsl()

   Expected findings in definition

   Findings:
     none"
  `);
});

test('a definition in a cycle is refused', () => {
  const definition: Record<string, unknown> = { StartAt: 'A' };
  definition.States = definition;
  expect(() => expect(definition).toBeValidAsl()).toThrow('nested more than 200 levels deep');
});

test('a placeholder is a mistake', () => {
  expect(failureOf(() => expect('${Definition}').not.toBeValidAsl())).toContain(
    'the definition is a placeholder, of which nothing is known before deployment',
  );
});

test('the linter is loaded by the first lint, and not before', () => {
  const load = jest.fn(() => ({ lintText: () => [] }));
  jest.doMock('@stepproof/linter', load);
  jest.isolateModules(() => jest.requireActual('../../src/setup'));
  expect(order).toBeValidAsl();
  expect(load).not.toHaveBeenCalled();
  expect(order).toPassLint();
  expect(load).toHaveBeenCalled();
});
