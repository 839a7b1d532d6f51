import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mock } from '../../src';
import { run } from '../support';

let server: Server;
let origin = '';
const seen: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      seen.push({ method, url, headers, body });
      const status = Number(/status=(\d+)/.exec(url)?.[1] ?? 200);
      response.writeHead(status, { 'content-type': url.includes('image') ? 'image/png' : 'application/json' });
      response.end(JSON.stringify({ got: body }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
});

const connection = 'arn:aws:events:us-east-1:123456789012:connection/c/1';
const request = (path: string, more: object = {}) =>
  run(
    {
      H: {
        Type: 'Task',
        Resource: 'arn:aws:states:::http:invoke',
        Parameters: {
          ApiEndpoint: origin + path,
          Method: 'POST',
          Authentication: { ConnectionArn: connection },
          ...more,
        },
        End: true,
      },
    },
    {},
    { tasks: { H: mock.http({ connections: { [connection]: { headers: { 'X-Key': 'k' }, query: { v: '2' } } } }) } },
  );

test('the request goes out with what the connection adds, and the response comes back', async () => {
  const execution = await request('/orders', {
    QueryParameters: { tag: ['a', 'b'], v: '1' },
    Headers: { 'X-Own': 'o' },
    RequestBody: { n: 1 },
  });
  expect(execution.output).toMatchObject({ StatusCode: 200, StatusText: 'OK', ResponseBody: { got: '{"n":1}' } });
  expect(seen.at(-1)).toMatchObject({
    method: 'POST',
    url: '/orders?tag=a&tag=b&v=2',
    headers: { 'x-key': 'k', 'x-own': 'o' },
  });
});

test.each([
  ['INDICES', 'a%5B0%5D=1&a%5B1%5D=2&o%5Bp%5D=3'],
  ['REPEAT', 'a=1&a=2&o%5Bp%5D=3'],
  ['BRACKETS', 'a%5B%5D=1&a%5B%5D=2&o%5Bp%5D=3'],
  ['COMMAS', 'a=1%2C2&o%5Bp%5D=3'],
])('a form with arrays as %s', async (ArrayFormat, body) => {
  await request('/', {
    Headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    RequestBody: { a: [1, 2], o: { p: 3 } },
    Transform: { RequestBodyEncoding: 'URL_ENCODED', RequestEncodingOptions: { ArrayFormat } },
  });
  expect(seen.at(-1)!.body).toBe(body);
});

test.each([
  ['a status that is none of success', '/?status=503', {}, 'States.Http.StatusCode.503'],
  ['a response that is no text', '/image', {}, 'States.Runtime'],
  ['a header that is not allowed', '/', { Headers: { Host: 'x' } }, 'States.Runtime'],
])('%s', async (_, path, more, error) => {
  expect((await request(path, more)).error).toBe(error);
});
