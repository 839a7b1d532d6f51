import type { Json, ResultWriter } from '@stepproof/asl';
import { timestampText } from '../data-flow/timestamp-text';
import type { Work } from '../scheduler/fiber';
import { callS3 } from '../tasks/s3';
import type { ChildEnd } from './distributed-child';
import { describeExecution } from './describe-execution';
import { compileCallParameters } from './item-reader';
import type { Visit } from './visit';

/** A Map Run whose children have all ended. */
export interface MapRun {
  readonly arn: string;
  readonly id: string;
  readonly children: readonly ChildEnd[];
}

type Transformation = 'NONE' | 'COMPACT' | 'FLATTEN';

/**
 * Makes the result of a Map Run: without a Resource the outputs of the children, else the place in S3 to which they have
 * been written. https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html
 */
export function compileResultWriter(
  node: ResultWriter | undefined,
): (visit: Visit, effectiveInput: Json, run: MapRun) => Work<Json> {
  const resource = typeof node?.Resource === 'string' ? node.Resource : undefined;
  const config = node?.writerConfig;
  const transformation = (config?.Transformation ?? (resource === undefined ? 'COMPACT' : 'NONE')) as Transformation;
  if (!node || resource === undefined) {
    // The result of a state is JSON whatever the OutputType: what JSONL would make of it is unverified.
    // eslint-disable-next-line require-yield -- nothing is written
    return function* (_visit, _effectiveInput, { children }) {
      return transformed(children.filter(isSucceeded), transformation);
    };
  }
  const parametersOf = compileCallParameters(node);
  const isJsonLines = config?.OutputType === 'JSONL';
  return function* (visit, effectiveInput, { arn, id, children }) {
    const parameters = parametersOf(visit, effectiveInput) as Readonly<Record<string, Json>>;
    const { Bucket, Prefix, ...others } = parameters;
    const folder = `${typeof Prefix === 'string' && Prefix !== '' ? `${Prefix}/` : ''}${id}`;
    function* put(name: string, body: string): Work<Json> {
      const object = { ...others, Bucket: Bucket ?? null, Key: `${folder}/${name}`, Body: body };
      yield* callS3(visit, resource!, object, 'States.ResultWriterFailed');
      return { Key: object.Key, Size: Buffer.byteLength(body) };
    }
    const files: Record<string, Json[]> = { FAILED: [], PENDING: [], SUCCEEDED: [] };
    for (const [status, ended] of [
      ['FAILED', children.filter((child) => !isSucceeded(child))],
      ['SUCCEEDED', children.filter(isSucceeded)],
    ] as const) {
      if (ended.length === 0) continue;
      const records = transformed(ended, status === 'FAILED' ? 'NONE' : transformation) as readonly Json[];
      const text = isJsonLines ? records.map((record) => JSON.stringify(record)).join('\n') : JSON.stringify(records);
      files[status]!.push(yield* put(`${status}_0.${isJsonLines ? 'jsonl' : 'json'}`, text));
    }
    const manifest = { DestinationBucket: Bucket ?? null, MapRunArn: arn, ResultFiles: files };
    yield* put('manifest.json', JSON.stringify(manifest));
    return { MapRunArn: arn, ResultWriterDetails: { Bucket: Bucket ?? null, Key: `${folder}/manifest.json` } };
  };
}

const isSucceeded = ({ status }: ChildEnd): boolean => status === 'SUCCEEDED';

/** NONE gives the children with all that is known of them, COMPACT their outputs, FLATTEN one list of arrays' elements. */
function transformed(children: readonly ChildEnd[], transformation: Transformation): Json {
  if (transformation === 'NONE') return children.map(childRecord);
  const outputs = children.map(({ output }) => output ?? null);
  return transformation === 'FLATTEN' ? outputs.flatMap((output) => output) : outputs;
}

const childRecord = (child: ChildEnd): Json =>
  describeExecution(child, { data: JSON.stringify, date: timestampText, redriveStatus: 'REDRIVABLE_BY_MAP_RUN' });
