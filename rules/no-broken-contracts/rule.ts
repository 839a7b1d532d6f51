import { contractBreaksOf, describeWay, type StateMachine } from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'no-broken-contracts',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow outputs and calls that break the contract of the machine',
      family: 'data flow',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      output:
        'On the way {{way}} the execution ends with what {{contract}} does not allow: {{fault}}; give what the contract says, or change it',
      parameters:
        '"{{state}}" calls with what {{contract}} does not allow: {{fault}}; give what the contract says, or change it',
    },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine: StateMachine) {
        for (const { state, part, field, fault, contract, world } of contractBreaksOf(machine)) {
          context.report({
            loc: context.sourceCode.locOf((field?.key ?? state.key!).range),
            messageId: part,
            data: { way: describeWay(world.trail, state.name), state: state.name, contract, fault },
          });
        }
      },
    };
  },
});
