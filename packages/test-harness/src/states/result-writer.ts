import type { Json, ResultWriter } from '@stepproof/asl';
import { timestampText } from '../data-flow/timestamp-text';
import { StateFailure } from '../recovery/state-failure';
import type { Work } from '../scheduler/fiber';
import { callS3 } from '../tasks/s3';
import type { ChildEnd } from './distributed-child';
import { describeExecution } from './describe-execution';
import { compileCallParameters } from './item-reader';
import type { MapRun } from './map-run';
import type { Visit } from './visit';

type Transformation = 'NONE' | 'COMPACT' | 'FLATTEN';

/** What becomes of the results of a Map Run. */
export interface WriteResults {
  /** Makes the result of the state. */
  result(visit: Visit, effectiveInput: Json, run: MapRun): Work<Json>;
  /** Writes what there is, after too many children have failed. */
  afterFailure(visit: Visit, effectiveInput: Json, run: MapRun): Work<void>;
}

/**
 * Makes the result of a Map Run: without a Resource the outputs of the children, else the place in S3 to which they have
 * been written. https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html
 */
export function compileResultWriter(node: ResultWriter | undefined): WriteResults {
  const resource = typeof node?.Resource === 'string' ? node.Resource : undefined;
  const config = node?.writerConfig;
  const transformation = (config?.Transformation ?? (resource === undefined ? 'COMPACT' : 'NONE')) as Transformation;
  if (!node || resource === undefined) {
    return {
      // The result of a state is JSON whatever the OutputType: what JSONL would make of it is unverified.
      // eslint-disable-next-line require-yield -- nothing is written
      *result(_visit, _effectiveInput, run) {
        return transformed(run.ends().filter(isSucceeded), transformation);
      },
      // eslint-disable-next-line @typescript-eslint/no-empty-function -- nothing is written
      *afterFailure() {},
    };
  }
  const write = compileExport(node, resource, transformation);
  return {
    result: write,
    *afterFailure(visit, effectiveInput, run) {
      try {
        yield* write(visit, effectiveInput, run);
      } catch (error) {
        // The Map Run has failed already, and that is why.
        if (!(error instanceof StateFailure)) throw error;
      }
    },
  };
}

function compileExport(node: ResultWriter, resource: string, transformation: Transformation): WriteResults['result'] {
  const parametersOf = compileCallParameters(node);
  const isJsonLines = node.writerConfig?.OutputType === 'JSONL';
  const textOf = (records: readonly Json[]): string =>
    isJsonLines ? records.map((record) => JSON.stringify(record)).join('\n') : JSON.stringify(records);

  return function* (visit, effectiveInput, run) {
    const parameters = parametersOf(visit, effectiveInput) as Readonly<Record<string, Json>>;
    const { Bucket, Prefix, ...others } = parameters;
    const folder = `${typeof Prefix === 'string' && Prefix !== '' ? `${Prefix}/` : ''}${run.id}`;
    function* put(name: string, body: string): Work<Json> {
      const object = { ...others, Bucket: Bucket ?? null, Key: `${folder}/${name}`, Body: body };
      yield* callS3(visit, resource, object, 'States.ResultWriterFailed');
      return { Key: object.Key, Size: Buffer.byteLength(body) };
    }
    const ends = run.ends();
    const records = {
      // The transformation is for what has succeeded (developer guide).
      FAILED: transformed(
        ends.filter((child) => !isSucceeded(child)),
        'NONE',
      ),
      PENDING: run.pending.map((input) => pendingRecord(input, run)),
      SUCCEEDED: transformed(ends.filter(isSucceeded), transformation),
    };
    const files: Record<string, Json[]> = {};
    for (const [status, ofStatus] of Object.entries(records)) {
      files[status] = [];
      if (ofStatus.length === 0) continue;
      files[status].push(yield* put(`${status}_0.${isJsonLines ? 'jsonl' : 'json'}`, textOf(ofStatus)));
    }
    const manifest = { DestinationBucket: Bucket ?? null, MapRunArn: run.arn, ResultFiles: files };
    yield* put('manifest.json', JSON.stringify(manifest));
    return { MapRunArn: run.arn, ResultWriterDetails: { Bucket: Bucket ?? null, Key: `${folder}/manifest.json` } };
  };
}

const isSucceeded = ({ status }: ChildEnd): boolean => status === 'SUCCEEDED';

/** NONE gives the children with all that is known of them, COMPACT their outputs, FLATTEN one list of arrays' elements. */
function transformed(children: readonly ChildEnd[], transformation: Transformation): readonly Json[] {
  if (transformation === 'NONE') return children.map(childRecord);
  const outputs = children.map(({ output }) => output ?? null);
  return transformation === 'FLATTEN' ? outputs.flatMap((output) => output) : outputs;
}

const childRecord = (child: ChildEnd): Json =>
  describeExecution(child, { data: JSON.stringify, date: timestampText, redriveStatus: 'REDRIVABLE_BY_MAP_RUN' });

/** A child that has not begun has no execution yet; what AWS writes of it is unverified. */
const pendingRecord = (input: Json, { stateMachineArn }: MapRun): Json => ({
  Input: JSON.stringify(input),
  InputDetails: { Included: true },
  StateMachineArn: stateMachineArn,
  Status: 'PENDING',
});
