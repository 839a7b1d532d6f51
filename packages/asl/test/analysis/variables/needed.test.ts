import { functionsOfSomething } from '../../../src/analysis/variables/needed';
import { evaluateJsonata, parseJsonata, type Environment } from '../../../src/expressions';

const environment: Environment = { now: () => 0, uuid: () => 'u', random: () => 0 };
const given = ['', ', "a"', ', 1', ', /a/', ', "a", "b"', ', function($v) { $v }'];

test.each([...functionsOfSomething])('$%s gives nothing for nothing, whatever else it is given', (name) => {
  const kinds = given.map(
    (others) =>
      evaluateJsonata(
        parseJsonata(`{% $${name}($states.input.gone${others}) %}`).value!,
        { states: { input: {} } },
        environment,
      ).kind,
  );
  expect(kinds).not.toContain('value');
});
