import {
  allFieldsOf,
  gatheredDataIn,
  leastPayloadBytes,
  mostPayloadBytes as maxBytes,
  type AslNode,
  type Field,
  type StateMachine,
} from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'max-payload-size',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow literal data that is larger than a state can hand on',
      family: 'loops and limits',
      recommended: true,
      severity: 'error',
    },
    messages: {
      tooLarge:
        '"{{field}}" makes at least {{bytes}} bytes, and a state can be given or hand on {{maxBytes}}; store the data in S3 and pass its key',
      gathered:
        '"{{state}}" hands on at least {{bytes}} bytes, of data that come together in it, and a state can hand on {{maxBytes}}; hand on only what is needed later, or store the data in S3 and pass its key',
    },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine: StateMachine) {
        /** Whose data is too large by itself. */
        const reported = new Set<AslNode>();
        for (const field of allFieldsOf(machine)) {
          const { spec, range, name } = field;
          if (!spec || !payloads.has(spec.is) || (range[1] - range[0] < maxBytes / 6 && !mayRepeat(field))) continue;
          const bytes = leastPayloadBytes(field);
          if (bytes <= maxBytes) continue;
          reported.add(field.parent);
          context.report({
            loc: context.sourceCode.locOf(field.key.range),
            messageId: 'tooLarge',
            data: { field: name, bytes, maxBytes },
          });
        }
        for (const { state, bytes } of gatheredDataIn(machine)) {
          if (reported.has(state)) continue;
          context.report({
            loc: context.sourceCode.locOf(state.key?.range ?? state.range),
            messageId: 'gathered',
            data: { state: state.name, bytes, maxBytes },
          });
        }
      },
    };
  },
});

/** A range of numbers and `$pad` make more than they take to write. What a Map goes over need not be handed on. */
const mayRepeat = ({ name, expressions }: Field): boolean =>
  name !== 'Items' && expressions.some(({ text }) => text !== undefined && /\.\.|\$pad\b/.test(text));

const payloads: ReadonlySet<string> = new Set([
  'literal',
  'payload-template',
  'jsonata-template',
  'template',
  'assignments',
]);
