import { descendantsOf, ResultWriter } from '../syntax';
import { atName, schema, type ValidityCheck } from './problem';

/** A ResultWriter says where to write, how to write, or both (developer guide). AWS's words are (unverified). */
export const validResultWriter: ValidityCheck = function* (machine) {
  for (const writer of descendantsOf(machine)) {
    if (!(writer instanceof ResultWriter) || writer.hasUnknownFields) continue;
    const fault = faultOf(writer);
    if (fault) yield { message: fault.message, range: atName(writer), aws: schema(fault.aws, writer.location) };
  }
};

function faultOf(writer: ResultWriter): { readonly message: string; readonly aws: string } | undefined {
  const usual = writer.queryLanguage === 'JSONata' ? 'Arguments' : 'Parameters';
  // The other language's name for them is a mistake of its own: see valid-query-language.
  const place = writer.field('Parameters') ?? writer.field('Arguments');
  if (writer.fields.length === 0) {
    return {
      message: `An empty "ResultWriter" writes nothing; add "WriterConfig", or "Resource" with "${usual}"`,
      aws: 'Value cannot be empty',
    };
  }
  if (writer.has('Resource') && !place) {
    return {
      message: `"Resource" does not say where to write; add "${usual}" with "Bucket" and "Prefix"`,
      aws: `These fields are required: [${usual}]`,
    };
  }
  if (place && !writer.has('Resource')) {
    return {
      message: `"${place.name}" say where to write, but nothing says by which "Resource"; add "arn:aws:states:::s3:putObject"`,
      aws: 'These fields are required: [Resource]',
    };
  }
  return undefined;
}
