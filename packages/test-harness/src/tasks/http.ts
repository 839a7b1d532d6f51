import type { Json } from '@stepproof/asl';
import type { TaskCall, TaskOutcome } from './task-call';

/** What an EventBridge connection adds to a request, over what the Task says. */
export interface HttpConnection {
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, Json>>;
}

export interface HttpOptions {
  /** By the ARN of the connection. */
  readonly connections?: Readonly<Record<string, HttpConnection>>;
}

type JsonObject = Readonly<Record<string, Json>>;

/** An HTTP Task gives up after 60 s (quota). */
const timeoutMillis = 60_000;
const maxResponseBytes = 262_144;

/** https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html */
const forbiddenHeaders = new Set(
  (
    'a-im accept-charset accept-datetime accept-encoding authorization cache-control connection content-encoding ' +
    'content-md5 date expect forwarded from host http2-settings if-match if-modified-since if-none-match if-range ' +
    'if-unmodified-since max-forwards origin pragma proxy-authorization referer server te trailer transfer-encoding ' +
    'upgrade via warning'
  ).split(' '),
);
const forbiddenPrefix = /^x-(?:forwarded|amz|amzn)-/;
const binaryContent = /^(?:application\/octet-stream|image\/|video\/|audio\/)/;

/**
 * Makes the request of an HTTP Task with the `fetch` of Node, so that whoever intercepts that intercepts it. The names of
 * errors are documented; their causes are unverified.
 */
export async function httpOutcome(call: TaskCall, { connections = {} }: HttpOptions): Promise<TaskOutcome> {
  const parameters = call.parameters as JsonObject;
  const connection = connectionOf(parameters, connections);
  const headers = { ...stringsOf(parameters.Headers), ...connection.headers };
  const forbidden = Object.keys(stringsOf(parameters.Headers)).find(isForbidden);
  if (forbidden !== undefined) return runtimeError(`The header '${forbidden}' is not allowed in an HTTP Task`);
  const method = typeof parameters.Method === 'string' ? parameters.Method : 'GET';
  const body = bodyOf(parameters, connection, headers);
  let response: Response;
  try {
    response = await fetch(urlOf(parameters, connection), {
      method,
      headers: {
        'Content-Type': 'application/json',
        'User-Agent': 'Amazon|StepFunctions|HttpInvoke|us-east-1',
        ...headers,
      },
      signal: AbortSignal.timeout(timeoutMillis),
      ...(body !== undefined && { body }),
    });
  } catch (error) {
    const { name, message } = error as Error;
    return { error: name === 'TimeoutError' ? 'States.Http.Socket' : 'States.TaskFailed', cause: message };
  }
  return outcomeOf(response);
}

const isForbidden = (name: string): boolean =>
  forbiddenHeaders.has(name.toLowerCase()) || forbiddenPrefix.test(name.toLowerCase());

const runtimeError = (cause: string): TaskOutcome => ({ error: 'States.Runtime', cause });

async function outcomeOf(response: Response): Promise<TaskOutcome> {
  const { status, statusText, headers } = response;
  const contentType = headers.get('content-type') ?? '';
  if (binaryContent.test(contentType))
    return runtimeError(`The response has the content type '${contentType}', which is not text`);
  const text = await response.text();
  if (Buffer.byteLength(text) > maxResponseBytes) return runtimeError('The response is larger than 262144 bytes');
  if (!response.ok) return { error: `States.Http.StatusCode.${status}`, cause: text === '' ? statusText : text };
  return {
    result: {
      Headers: Object.fromEntries([...headers].map(([name, value]) => [name, [value]])),
      ResponseBody: parsed(text),
      StatusCode: status,
      StatusText: statusText,
    },
  };
}

/** JSON if it can be read as such, else the text. */
function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

function connectionOf(parameters: JsonObject, connections: Readonly<Record<string, HttpConnection>>): HttpConnection {
  const authentication = (parameters.Authentication ?? parameters.InvocationConfig) as JsonObject | undefined;
  const arn = authentication?.ConnectionArn;
  return typeof arn === 'string' && Object.hasOwn(connections, arn) ? connections[arn]! : {};
}

const stringsOf = (value: Json | undefined): Readonly<Record<string, string>> =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value as JsonObject).map(([name, member]) => [name, textOf(member)]))
    : {};

const textOf = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

function urlOf({ ApiEndpoint, QueryParameters }: JsonObject, connection: HttpConnection): URL {
  const url = new URL(textOf(ApiEndpoint ?? ''));
  for (const [name, value] of Object.entries((QueryParameters ?? {}) as JsonObject)) {
    for (const item of Array.isArray(value) ? (value as readonly Json[]) : [value]) {
      url.searchParams.append(name, textOf(item));
    }
  }
  for (const [name, value] of Object.entries(connection.query ?? {})) url.searchParams.set(name, value);
  return url;
}

function bodyOf(parameters: JsonObject, connection: HttpConnection, headers: JsonObject): string | undefined {
  const { RequestBody: own, Transform: transform } = parameters;
  const isObject = typeof own === 'object' && own !== null && !Array.isArray(own);
  const body =
    connection.body && (own === undefined || isObject) ? { ...(own as JsonObject), ...connection.body } : own;
  if (body === undefined) return undefined;
  const { RequestBodyEncoding, RequestEncodingOptions } = (transform ?? {}) as JsonObject;
  const isForm = Object.entries(headers).some(
    ([name, value]) => name.toLowerCase() === 'content-type' && value === 'application/x-www-form-urlencoded',
  );
  if (RequestBodyEncoding !== 'URL_ENCODED' || !isForm) return textOf(body);
  return formOf(
    body,
    ((RequestEncodingOptions as JsonObject | undefined)?.ArrayFormat as string | undefined) ?? 'INDICES',
  );
}

/** How the items of an array are named in a form. */
const itemNames: Readonly<Record<string, (name: string, index: number) => string>> = {
  INDICES: (name, index) => `${name}[${index}]`,
  REPEAT: (name) => name,
  BRACKETS: (name) => `${name}[]`,
};

function formOf(body: Json, arrayFormat: string): string {
  const form = new URLSearchParams();
  const add = (name: string, value: Json): void => {
    if (Array.isArray(value)) {
      const items = value as readonly Json[];
      if (arrayFormat === 'COMMAS') form.append(name, items.map(textOf).join(','));
      else
        items.forEach((item, index) => {
          add(itemNames[arrayFormat]!(name, index), item);
        });
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, member] of Object.entries(value as JsonObject))
        add(name === '' ? key : `${name}[${key}]`, member);
    } else form.append(name, textOf(value));
  };
  add('', body);
  return form.toString();
}
