import type { Json } from '@stepproof/asl';
import { mock, type Mock } from '../tasks/mock';
import type { Tasks } from '../tasks/resolve-tasks';
import { checkedMocks } from './checked-mocks';
import { inSequence } from './in-sequence';
import { mockMapSchema } from './mock-map-schema';

type JsonMock = { readonly returns: Json } | { readonly fails: { readonly error: string; readonly cause?: string } };

type MockMap = Readonly<Record<string, JsonMock | readonly [JsonMock, ...JsonMock[]]>>;

export interface MockMapOptions {
  /** The file that the text comes from, for messages. */
  readonly file?: string | undefined;
}

/**
 * Reads mocks that are written in JSON, by the name of a state or by a resource: `{ "Charge": { "returns": { ... } } }`,
 * `{ "Charge": { "fails": { "error": "Card.Declined", "cause": "no funds" } } }`, or a list of these for one call each,
 * the last for all calls that still come.
 * @throws {InvalidMocksError} if that is not its format
 */
export function readMockMap(text: string, { file }: MockMapOptions = {}): Tasks {
  const map = checkedMocks(text, mockMapSchema, file) as MockMap;
  return Object.fromEntries(Object.entries(map).map(([name, mocks]) => [name, inSequence(asList(mocks).map(mockOf))]));
}

const asList = <T extends object>(value: T | readonly [T, ...T[]]): readonly T[] =>
  Array.isArray(value) ? value : [value as T];

const mockOf = (json: JsonMock): Mock =>
  'returns' in json ? mock.returns(json.returns) : mock.fails(json.fails.error, json.fails.cause);
