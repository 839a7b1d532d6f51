import type { MatcherContext } from 'expect';
import { layOut, type Rows } from './layout';

/** What a matcher answers. The message is made when somebody reads it. */
export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

/** Whether a received value is as expected. */
export interface Judgement {
  readonly pass: boolean;
  /** The lines below the hint: what was expected and what happened instead. */
  readonly details: () => Rows;
}

/** A mistake in what a test expects, such as a misspelt state: it throws, with `.not` as well. */
export class InvalidExpectation extends Error {}

/** What a family of matchers is about. */
export interface Subject<Received> {
  /** How the received value is called in the first line. */
  readonly name: string;
  readonly accepts: (received: unknown) => received is Received;
  /** What a received value that is not accepted should be. */
  readonly requirement: (received: unknown) => string;
  /** What every message ends with. */
  readonly appendix?: (received: Received) => string;
}

type Matcher<Expected extends readonly unknown[]> = (
  this: MatcherContext,
  received: unknown,
  ...expected: Expected
) => MatcherResult;

/**
 * Makes a matcher. To receive something else than what it is about is a mistake in the test, and throws; as an asymmetric
 * matcher it does not match.
 * @param parameters what the expected values are called in the first line
 */
export function defineMatcher<Received, Expected extends readonly unknown[]>(
  subject: Subject<Received>,
  name: string,
  parameters: readonly string[],
  judge: (this: MatcherContext, received: Received, ...expected: Expected) => Judgement,
): Matcher<Expected> {
  return function (received, ...expected) {
    const { isNot, promise, utils } = this;
    const given = parameters.filter((parameter, index) => parameter.startsWith('...') || index < expected.length);
    const hint = (): string => utils.matcherHint(name, subject.name, given.join(', '), { isNot, promise });
    if (!subject.accepts(received)) {
      if (isAsymmetric(this)) return { pass: false, message: hint };
      const problem = `${utils.RECEIVED_COLOR('received')} value ${subject.requirement(received)}`;
      const value = utils.printWithType('Received', received, utils.printReceived);
      throw new Error(utils.matcherErrorMessage(hint(), problem, value));
    }
    try {
      const { pass, details } = judge.call(this, received, ...expected);
      const appendix = subject.appendix?.(received);
      const parts = (): (string | undefined)[] => [hint(), layOut(details()), appendix];
      return { pass, message: () => parts().filter(Boolean).join('\n\n') };
    } catch (error) {
      if (!(error instanceof InvalidExpectation)) throw error;
      throw new Error(utils.matcherErrorMessage(hint(), error.message), { cause: error });
    }
  };
}

/** Only `expect(...)` says whether there is a promise; `expect.toHaveSucceeded()` inside another value does not. */
const isAsymmetric = ({ promise }: MatcherContext): boolean => promise === undefined;
