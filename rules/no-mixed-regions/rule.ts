import { namedTextsOf, resourcesOf, type StateMachine } from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';
import { mostUsed } from '../src/most-used';

export default createStatelessRule({
  name: 'no-mixed-regions',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow calls of functions, activities and state machines in different regions',
      family: 'hygiene',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      mixed:
        '"{{region}}" is another region than "{{most}}", which {{times}} of {{all}} ARNs of what is called have, and a workflow calls what is in its own region only; write "{{most}}", or call it by way of an event bus or an HTTP endpoint',
    },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine: StateMachine) {
        const called = new Set(namedTextsOf(machine).flatMap(({ name, text }) => (callees.has(name) ? [text] : [])));
        const arns = resourcesOf(machine).filter(
          ({ in: text, partition, service, region }) =>
            partition?.start === 4 && called.has(text) && services.has(service) && /^[a-z][a-z\d-]+$/.test(region.text),
        );
        const [most, times] = mostUsed(arns.map(({ region }) => region.text));
        for (const { in: text, region } of arns) {
          if (region.text === most) continue;
          context.report({
            loc: context.sourceCode.locOf([text.at(region.start), text.at(region.end)]),
            messageId: 'mixed',
            data: { region: region.text, most, times: String(times), all: String(arns.length) },
          });
        }
      },
    };
  },
});

/** The members that name what is called, and the services in whose ARNs it has a region. */
const callees: ReadonlySet<string> = new Set(['Resource', 'FunctionName', 'StateMachineArn']);
const services: ReadonlySet<string> = new Set(['lambda', 'states']);
