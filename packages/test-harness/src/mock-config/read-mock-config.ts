import { nearest, type Json } from '@stepproof/asl';
import { mock, MockExhaustedError, type Mock } from '../tasks/mock';
import type { Tasks } from '../tasks/resolve-tasks';
import { checkedMocks, problemsAt, type MocksViolation } from './checked-mocks';
import { inSequence } from './in-sequence';
import { InvalidMocksError } from './invalid-mocks-error';
import { invocationsOf, type Invocations } from './invocations';
import { mockConfigSchema } from './mock-config-schema';

type MockedResponse =
  { readonly Return: Json } | { readonly Throw: { readonly Error: string; readonly Cause: string } };

interface MockConfig {
  readonly StateMachines: Members<{ readonly TestCases: Members<Members<string>> }>;
  readonly MockedResponses: Members<Members<MockedResponse>>;
}

type Members<T> = Readonly<Record<string, T>>;

export interface MockConfigOptions {
  /** A name in `StateMachines`; may be left out where there is only one. */
  readonly stateMachine?: string | undefined;
  /** A name in the machine's `TestCases`; may be left out where there is only one. */
  readonly testCase?: string | undefined;
  /** The file that the text comes from, for messages. */
  readonly file?: string | undefined;
}

/**
 * Reads the mocks of one test case of Step Functions Local's `MockConfigFile.json`, for `tasks`. A response is chosen by
 * the number of the invocation of the state in the execution: retries, loops and the iterations of a Map all count. An
 * invocation without a response ends the run with a MockExhaustedError. A state that the test case does not name has no
 * mock; Step Functions Local would call the real service.
 * @throws {InvalidMocksError} if the text has another format, or lacks the machine, the test case or a response
 */
export function readMockConfig(text: string, { stateMachine, testCase, file }: MockConfigOptions = {}): Tasks {
  const config = checkedMocks(text, mockConfigSchema, file) as MockConfig;
  const refuse = (violation: MocksViolation): never => {
    throw new InvalidMocksError(problemsAt(text, [violation]), file);
  };
  const member = <T>(members: Members<T>, name: string, path: readonly string[], use?: string): T => {
    if (Object.hasOwn(members, name)) return members[name]!;
    return refuse({ path, fault: `${use ?? 'has'} no "${name}"; ${remedy(name, Object.keys(members))}` });
  };

  const onlyName = (members: Members<unknown>, path: readonly string[]): string => {
    const [first, ...others] = Object.keys(members);
    if (first === undefined) return refuse({ path, fault: 'is empty; add what the run is to use' });
    if (others.length > 0) refuse({ path, fault: `has several entries; name one of ${quoted([first, ...others])}` });
    return first;
  };

  const machine = stateMachine ?? onlyName(config.StateMachines, ['StateMachines']);
  const { TestCases } = member(config.StateMachines, machine, ['StateMachines']);
  const casesPath = ['StateMachines', machine, 'TestCases'];
  const chosenCase = testCase ?? onlyName(TestCases, casesPath);
  const states = Object.entries(member(TestCases, chosenCase, casesPath));
  const mocks = states.map(([state, name]): [string, Mock] => {
    const response = member(
      config.MockedResponses,
      name,
      [...casesPath, chosenCase, state],
      `names a response, but "MockedResponses" has`,
    );
    const invocations = invocationsOf(Object.keys(response));
    if ('clash' in invocations) {
      return refuse({ path: ['MockedResponses', name, invocations.clash], fault: invocations.fault });
    }
    return [state, mockOf(name, response, invocations)];
  });
  return Object.fromEntries(mocks);
}

function remedy(name: string, names: readonly string[]): string {
  if (names.length === 0) return 'add it';
  const near = nearest(name, names);
  return `${near === undefined ? '' : `did you mean "${near}"? `}use one of ${quoted(names)}`;
}

const maxQuoted = 20;

const quoted = (names: readonly string[]): string =>
  names
    .slice(0, maxQuoted)
    .map((name) => `"${name}"`)
    .join(', ') + (names.length > maxQuoted ? ` and ${names.length - maxQuoted} more` : '');

/** Numbers that no key names are like those after the last one: Step Functions Local looks for a response when it needs it. */
function mockOf(name: string, response: Members<MockedResponse>, invocations: Invocations): Mock {
  const exhausted = (first: number): Mock =>
    mock.outcome(({ state }) => {
      throw new MockExhaustedError(
        `The mocked response "${name}" has nothing for invocation ${first} of the state "${state}"; ` +
          `add the key "${first}" to it, or a range that holds it`,
      );
    });
  const mocks: Mock[] = [];
  let next = 0;
  for (const { key, first, last } of invocations.ranges) {
    if (first > next) mocks.push(exhausted(next).times(first - next));
    mocks.push(answerOf(response[key]!).times(last - first + 1));
    next = last + 1;
  }
  return inSequence([...mocks, exhausted(next)]);
}

const answerOf = (response: MockedResponse): Mock =>
  'Return' in response ? mock.returns(response.Return) : mock.fails(response.Throw.Error, response.Throw.Cause);
