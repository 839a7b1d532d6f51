import { descendantsOf, ResultWriter } from '../syntax';
import { atName, schema, type ValidityCheck } from './problem';

/** A ResultWriter says where to write, how to write, or both (developer guide). */
export const validResultWriter: ValidityCheck = function* (machine) {
  for (const writer of descendantsOf(machine)) {
    if (!(writer instanceof ResultWriter)) continue;
    const target = writer.queryLanguage === 'JSONata' ? 'Arguments' : 'Parameters';
    const missing = faultOf(writer, target);
    if (missing) yield { message: missing, range: atName(writer), aws: schema(missing, writer.location) };
  }
};

function faultOf(writer: ResultWriter, target: string): string | undefined {
  if (writer.located.kind === 'object' && writer.fields.length === 0) {
    return `An empty "ResultWriter" writes nothing; add "WriterConfig", or "Resource" with "${target}"`;
  }
  if (writer.has('Resource') && !writer.has(target))
    return `"Resource" needs "${target}" that say where to write; add "Bucket" and "Prefix"`;
  if (writer.has(target) && !writer.has('Resource'))
    return `"${target}" need the "Resource" that writes; add "arn:aws:states:::s3:putObject"`;
  return undefined;
}
