import type { Json } from '@stepproof/asl';
import type { Work } from '../scheduler/fiber';
import { callS3, S3AnswerError } from '../tasks/s3';
import type { Items } from './item-set';
import type { Visit } from './visit';

interface Page {
  readonly Contents?: Json;
  readonly IsTruncated?: Json;
  readonly NextContinuationToken?: Json;
}

/** Lists objects page by page, until there are no more or there are `enough`. */
export function* listObjects(
  visit: Visit,
  resource: string,
  parameters: Readonly<Record<string, Json>>,
  enough: number,
): Work<Items> {
  const objects: Json[] = [];
  const tokens = new Set<string>();
  let request = parameters;
  for (;;) {
    const answer = yield* callS3(visit, resource, request, 'States.ItemReaderFailed');
    const { Contents, IsTruncated, NextContinuationToken: token } = (answer ?? {}) as Page;
    for (const object of Array.isArray(Contents) ? (Contents as Items) : []) objects.push(object);
    if (IsTruncated !== true || objects.length >= enough) return objects;
    if (typeof token !== 'string' || tokens.has(token)) throw endless(visit, token);
    tokens.add(token);
    request = { ...parameters, ContinuationToken: token };
  }
}

/** Otherwise one page would be asked for over and over. */
function endless(visit: Visit, token: Json | undefined): S3AnswerError {
  const fault =
    token === undefined ? 'without a "NextContinuationToken"' : 'with a "NextContinuationToken" it has had before';
  return new S3AnswerError(
    `A listing of the state "${visit.state.name}" is truncated ${fault}; answer each page by the "ContinuationToken" ` +
      'in the parameters of the call, and the last one without "IsTruncated"',
  );
}
