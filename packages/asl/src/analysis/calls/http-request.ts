import { isJsonata } from '../../expressions';
import { constantAt, memberAt } from '../../services/idempotency/parameters';
import type { TaskState } from '../../syntax';
import { isUnknown, type LocatedObject, type LocatedString, type Range } from '../../text/located';
import { parametersFieldOf } from './call-parameters';
import { writtenOutValue } from '../../syntax/written-out-value';
import { withoutPathMark } from '../../text/path-mark';

/** What an HTTP Task cannot send. */
export type HttpRequestFault =
  | { readonly kind: 'scheme'; readonly range: Range }
  | { readonly kind: 'no-scheme'; readonly range: Range }
  | { readonly kind: 'header'; readonly name: string; readonly range: Range }
  /** "URL_ENCODED" without the header that says so. */
  | { readonly kind: 'encoding'; readonly range: Range };

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
  return [...encodingFaults(parameters), ...endpointAndHeaderFaults(parameters)];
}

const endpointAndHeaderFaults = (parameters: LocatedObject): readonly HttpRequestFault[] =>
  parameters.entries.flatMap(({ key, value }): readonly HttpRequestFault[] => {
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

const formType = /^application\/x-www-form-urlencoded/i;

/** A body is encoded as a form only where its "Content-Type" says so (developer guide, "Call HTTPS APIs"). */
function encodingFaults(parameters: LocatedObject): readonly HttpRequestFault[] {
  const encoding = constantAt(parameters, 'Transform.RequestBodyEncoding');
  if (encoding?.kind !== 'string' || encoding.value !== 'URL_ENCODED') return [];
  const headers = memberAt(parameters, 'Headers');
  if (headers.is === 'unknown' || (headers.is === 'present' && headers.value.kind !== 'object')) return [];
  const given = headers.is === 'present' && headers.value.kind === 'object' ? headers.value.entries : [];
  const mayBeForm = given.some(({ key, value }) => {
    if (isUnknown(key)) return true;
    if (!/^content-type(\.\$)?$/i.test(key.value)) return false;
    return (
      key.value.endsWith('.$') ||
      isUnknown(value) ||
      value.kind !== 'string' ||
      isJsonata(value.value) ||
      formType.test(value.value)
    );
  });
  return mayBeForm ? [] : [{ kind: 'encoding', range: encoding.range }];
}

/** `api.example.com/orders`, also with placeholders behind its beginning. */
const bareHost = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}(:\d+)?(\/|$)/i;

function schemeFaults(text: LocatedString): readonly HttpRequestFault[] {
  if (bareHost.test(text.value)) return [{ kind: 'no-scheme', range: text.range }];
  if (!plainHttp.test(text.value)) return [];
  const start = text.value.toLowerCase().indexOf('http:');
  return [{ kind: 'scheme', range: [text.at(start), text.at(start + 'http'.length)] }];
}
