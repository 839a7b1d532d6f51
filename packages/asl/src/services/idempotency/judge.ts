import type { Located, Range } from '../../text/located';
import type { ConditionFact, Fact, IdempotencyClass, TokenFact } from './fact';
import { constantAt, memberAt, textAt, type Member } from './parameters';
import { holdsKey } from './consumer-key';
import { stabilityOf, type Stability } from './stability';

/** What is found of one call, see `Idempotency`. */
export interface Verdict {
  readonly class: IdempotencyClass;
  readonly repeatable: boolean | 'unknown';
  readonly because: string;
  readonly remedies: readonly string[];
  /** Where in the parameters that stands which makes a repetition another call; undefined where nothing does. */
  readonly place?: Range;
  readonly opaque?: true;
}

/** Weighs what is known of an action against the parameters of a call. `name` is how messages call it. */
export type Judge = (fact: Fact, name: string, parameters: Located | undefined) => Verdict;

export const judge: Judge = (fact, name, parameters) => {
  const { when } = fact;
  if (!when) return judgePlainly(fact, name, parameters);
  const value = constantAt(parameters, when.member);
  if (value && 'value' in value && value.value === when.is) return judge(when.then, name, parameters);
  const verdict = judgePlainly(fact, name, parameters);
  // An expression may give the one value that makes the difference.
  return value || memberAt(parameters, when.member).is === 'absent' ? verdict : { ...verdict, repeatable: 'unknown' };
};

/** Without what depends on the value of one member. */
export const judgePlainly: Judge = (fact, name, parameters) => {
  if (fact.statement && onlySelects(textAt(parameters, fact.statement))) return onlyReads(name);
  switch (fact.class) {
    case 'R':
      return onlyReads(name);
    case 'I':
      return settles(name);
    case 'T':
      return byToken(fact, name, parameters);
    case 'C':
      return byCondition(fact, name, parameters);
    case 'N': {
      const verdict = repeated(name, fact.effect, fact.remedies ?? []);
      if (fact.hasConsumer && holdsKey(parameters)) return undecided('N', name, 'it depends on who receives it');
      if (fact.isHarmless) return { ...verdict, repeatable: true, remedies: [] };
      return fact.isOpaque ? { ...verdict, opaque: true } : verdict;
    }
  }
};

export const onlyReads = (name: string): Verdict => ({
  class: 'R',
  repeatable: true,
  because: `${name} only reads`,
  remedies: [],
});

export const settles = (name: string): Verdict => ({
  class: 'I',
  repeatable: true,
  because: `${name} ends in the same state however often it runs`,
  remedies: [],
});

export const repeated = (name: string, effect: string, remedies: readonly string[]): Verdict => ({
  class: 'N',
  repeatable: false,
  because: `every repetition of ${name} ${effect}`,
  remedies,
});

export const undecided = (className: IdempotencyClass, name: string, because: string): Verdict => ({
  class: className,
  repeatable: 'unknown',
  because: `whether ${name} can be repeated is not known: ${because}`,
  remedies: [],
});

/** The verdict on a call that does all of these. */
export function worstOf(verdicts: readonly Verdict[]): Verdict | undefined {
  return (
    verdicts.find(({ repeatable }) => repeatable === false) ??
    verdicts.find(({ repeatable }) => repeatable === 'unknown') ??
    verdicts[0]
  );
}

function byToken(fact: TokenFact, name: string, parameters: Located | undefined): Verdict {
  const member = memberAt(parameters, fact.token);
  if (member.is === 'absent') {
    if (fact.otherwise) return judge(fact.otherwise, name, parameters);
    return {
      class: 'T',
      repeatable: false,
      because: `${name} has no "${fact.token}": every repetition ${fact.effect}`,
      remedies: [`set "${fact.token}"${lengthOf(fact)} to ${stableValue(fact)}`],
    };
  }
  const stability = stabilityOfMember(member);
  if (typeof stability === 'object') {
    return {
      class: 'N',
      repeatable: false,
      because: `${name} gets another "${fact.token}" at each attempt, from ${stability.changesBy}: every repetition ${fact.effect}`,
      remedies: [`set "${fact.token}"${lengthOf(fact)} to ${stableValue(fact)}`],
      ...placeOf(member),
    };
  }
  return stability === 'stable'
    ? { class: 'T', repeatable: true, because: `${name} with one "${fact.token}" is one call`, remedies: [] }
    : undecided('T', name, `its "${fact.token}" is not`);
}

function byCondition(fact: ConditionFact, name: string, parameters: Located | undefined): Verdict {
  if (fact.isUncertain) return undecided('C', name, fact.guard);
  const guarded: Verdict = { class: 'C', repeatable: true, because: `${name} is guarded: ${fact.guard}`, remedies: [] };
  if (fact.name === undefined) return guarded;
  const member = memberAt(parameters, fact.name);
  const stability = stabilityOfMember(member);
  if (typeof stability === 'object') {
    return {
      class: 'N',
      repeatable: false,
      because: `${name} gets another "${fact.name}" at each attempt, from ${stability.changesBy}: every repetition creates another one`,
      remedies: [`set "${fact.name}" to a value made from the Id of the execution and the name of the state`],
      ...placeOf(member),
    };
  }
  return stability === 'stable' ? guarded : undecided('C', name, `its "${fact.name}" is not`);
}

/** Where a member has its value. */
export const placeOf = (member: Member): Pick<Verdict, 'place'> =>
  member.is === 'present' ? { place: member.value.range } : {};

export function stabilityOfMember(member: Member): Stability {
  return member.is === 'present' ? stabilityOf(member.value, member.isPath) : 'unknown';
}

function lengthOf({ length }: TokenFact): string {
  if (!length) return '';
  const [min, max] = length;
  return min === max ? ` (${max} characters)` : ` (${min} to ${max} characters)`;
}

/** The same at each attempt, another one for each effect. The lengths are those of the digests in hexadecimal. */
function stableValue({ length: [min, max] = [1, 64] }: TokenFact): string {
  const fits = (size: number): boolean => min <= size && size <= max;
  const digest = fits(64) ? 'the SHA-256 hash' : fits(32) ? 'the MD5 hash' : undefined;
  return digest
    ? `${digest} of the Id of the execution and the name of the state`
    : 'a UUID that an earlier state made';
}

/** A statement in SQL or PartiQL that changes nothing. `WITH` may introduce an INSERT. */
function onlySelects(statement: string | undefined): boolean {
  return (
    statement !== undefined &&
    /^\s*(SELECT|SHOW|DESCRIBE|DESC|EXPLAIN)\s/i.test(statement) &&
    !/\sINTO\s/i.test(statement)
  );
}
