import type { TaskState } from '../../syntax';
import { isUnknown, type LocatedString, type Range } from '../../text/located';
import { parametersFieldOf } from './call-parameters';
import { writtenOutValue } from '../../syntax/written-out-value';
import { withoutPathMark } from '../../text/path-mark';

/** What an HTTP Task cannot send. */
export type HttpRequestFault =
  | { readonly kind: 'scheme'; readonly range: Range }
  | { readonly kind: 'header'; readonly name: string; readonly range: Range };

/** The developer guide's list, "Call HTTPS APIs"; whoever sets one of them gets States.Runtime. */
const refusedHeaders = new Set(
  `a-im accept-charset accept-datetime accept-encoding authorization cache-control connection content-encoding content-md5
  date expect forwarded from host http2-settings if-match if-modified-since if-none-match if-range if-unmodified-since
  max-forwards origin pragma proxy-authorization referer server te trailer transfer-encoding upgrade via warning`.split(
    /\s+/,
  ),
);
const refusedPrefixes = /^x-(forwarded|amz|amzn)-/;

/** How a text begins that is the endpoint, or makes it. */
const plainHttp = /^(?:\{%\s*\(?\s*['"]|States\.Format\(\s*')?http:\/\//i;

/** The faults of the request of an HTTP Task; none for other Tasks, and none in what is not written out. */
export function httpRequestFaults(task: TaskState): readonly HttpRequestFault[] {
  const field = task.resource.kind === 'http' ? task.field(parametersFieldOf(task)) : undefined;
  const parameters = field && writtenOutValue(field);
  if (parameters?.kind !== 'object') return [];
  return parameters.entries.flatMap(({ key, value }): readonly HttpRequestFault[] => {
    if (/^ApiEndpoint(\.\$)?$/.test(key.value)) return value.kind === 'string' ? schemeFaults(value) : [];
    if (key.value !== 'Headers' || value.kind !== 'object') return [];
    return value.entries.flatMap(({ key: header, value: given }) => {
      const name = withoutPathMark(header.value);
      const isRefused = refusedHeaders.has(name.toLowerCase()) || refusedPrefixes.test(name.toLowerCase());
      // Members that are null are left out.
      if (!isRefused || isUnknown(header) || given.kind === 'null') return [];
      return [{ kind: 'header', name, range: header.range }];
    });
  });
}

function schemeFaults(text: LocatedString): readonly HttpRequestFault[] {
  if (!plainHttp.test(text.value)) return [];
  const start = text.value.toLowerCase().indexOf('http:');
  return [{ kind: 'scheme', range: [text.at(start), text.at(start + 'http'.length)] }];
}
