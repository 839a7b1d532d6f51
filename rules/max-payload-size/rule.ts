import { leastPayloadBytes, type Field } from '@stepproof/asl';
import { createRule } from '../src/create-rule';

/** 256 KiB: the most that a state can be given or hand on. */
const maxBytes = 262_144;

export default createRule({
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
    },
    schema: [],
  },
  create(context) {
    return {
      Field(field: Field) {
        const { spec, range, name } = field;
        if (!spec || !payloads.has(spec.is) || (range[1] - range[0] < maxBytes / 6 && !mayRepeat(field))) return;
        const bytes = leastPayloadBytes(field);
        if (bytes <= maxBytes) return;
        context.report({
          loc: context.sourceCode.locOf(field.key.range),
          messageId: 'tooLarge',
          data: { field: name, bytes, maxBytes },
        });
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
