import { isUnknown, type Located, type LocatedEntry } from '../../text/located';
import { holdsAgain, nameIn } from './condition-expression';
import { judge, placeOf, repeated, settles, undecided, worstOf, type Judge, type Verdict } from './judge';
import { constantAt, itemsAt, memberAt, textAt } from './parameters';
import { accumulatesInPartiql } from './partiql';
import { accumulates, writesOf } from './update-expression';
import { writesElsewhere } from './write-judge';

/** SET and REMOVE settle an item; ADD, `n = n + :x` and list_append build on what is there, unless a condition stops them. */
export const updateItem: Judge = (_fact, name, parameters) => {
  const otherItem = writesElsewhere(name, parameters);
  if (otherItem) return otherItem;
  const member = memberAt(parameters, 'UpdateExpression');
  const expression = textAt(parameters, 'UpdateExpression');
  if (member.is === 'absent') {
    return memberAt(parameters, 'AttributeUpdates').is === 'absent' ? settles(name) : byAttributes(name, parameters);
  }
  if (expression === undefined) return undecided('C', name, 'it depends on the UpdateExpression');
  const isOf = (value: string, types: readonly string[]): boolean =>
    types.some((type) => memberAt(parameters, `ExpressionAttributeValues.${value}.${type}`).is === 'present');
  if (!accumulates(expression, (value) => isOf(value, ['SS', 'NS', 'BS']))) return settles(name);
  const accumulation = accumulates(expression, (value) => !isOf(value, ['N']));
  if (!accumulation) return undecided('C', name, 'it depends on whether ADD is given a number or a set');
  const isGuarded = memberAt(parameters, 'ConditionExpression').is !== 'absent';
  if (isGuarded && !isMetAgain(parameters, expression)) {
    return undecided('C', name, 'it depends on whether the ConditionExpression refuses the second update');
  }
  const effect = `does "${accumulation}" once more`;
  const verdict = repeated(name, isGuarded ? `${effect}, for its "ConditionExpression" is met then, too` : effect, [
    `${isGuarded ? 'let the' : 'add a'} "ConditionExpression" ${isGuarded ? 'fail' : 'that fails'} when the update was made, and catch its error`,
    'write the new value with "SET attribute = :value" instead',
  ]);
  return { ...verdict, ...placeOf(member) };
};

/** What is not written out may refuse the second update. */
function isMetAgain(parameters: Located | undefined, update: string): boolean {
  const condition = textAt(parameters, 'ConditionExpression');
  return condition !== undefined && holdsAgain(condition, writesOf(update), nameIn(parameters));
}

/** AttributeUpdates is what UpdateExpression replaced in 2014: only its Action ADD builds on what is there. */
function byAttributes(name: string, parameters: Located | undefined): Verdict {
  const updates = constantAt(parameters, 'AttributeUpdates');
  const verdicts = updates?.kind === 'object' ? updates.entries.map(verdictOn) : [];
  const worst = worstOf(verdicts) ?? undecided('C', name, 'its "AttributeUpdates" are not');
  return worst.repeatable === false && memberAt(parameters, 'Expected').is !== 'absent'
    ? undecided('C', name, 'it depends on whether "Expected" refuses the second update')
    : worst;

  function verdictOn({ key, value }: LocatedEntry): Verdict {
    const action = memberAt(value, 'Action').is === 'absent' ? 'PUT' : textAt(value, 'Action');
    if (action === undefined || isUnknown(key))
      return undecided('C', name, 'an Action of its "AttributeUpdates" is not');
    const adds = (type: string): boolean => memberAt(value, `Value.${type}`).is === 'present';
    if (action !== 'ADD' || ['SS', 'NS', 'BS'].some(adds)) return settles(name);
    if (!['N', 'L'].some(adds)) return undecided('C', name, 'it depends on whether ADD is given a number or a set');
    return repeated(name, `does "ADD" on "${key.value}" once more`, [
      'write an "UpdateExpression" with a "ConditionExpression" that fails when the update was made, and catch its error',
      'write the new value with the Action "PUT" instead',
    ]);
  }
}

/** A statement of PartiQL or SQL, in that member: what it sets may build on what is there. */
export const statementIn =
  (member: string): Judge =>
  (fact, name, parameters) => {
    const statement = textAt(parameters, member);
    const accumulation = statement === undefined ? undefined : accumulatesInPartiql(statement);
    if (!accumulation) return judge(fact, name, parameters);
    const verdict = repeated(name, `does "${accumulation}" once more`, [
      'add a condition to its "WHERE" that fails when the update was made, and catch its error',
      'set the new value itself instead',
    ]);
    return { ...verdict, ...placeOf(memberAt(parameters, member)) };
  };

export const executeStatement = statementIn('Statement');

const statements =
  (member: string): Judge =>
  (fact, name, parameters) => {
    const verdict = judge(fact, name, parameters);
    // With a token it is one call, whatever the statements are.
    if (verdict.repeatable !== 'unknown' || verdict.class === 'T') return verdict;
    const verdicts = itemsAt(parameters, member)?.map((item) => executeStatement(fact, name, item)) ?? [];
    return verdicts.find(({ repeatable }) => repeatable === false) ?? verdict;
  };

export const batchExecuteStatement = statements('Statements');
export const executeTransaction = statements('TransactStatements');

/** Without a token a transaction may be repeated if each of its actions may. */
export const transactWriteItems: Judge = (fact, name, parameters) => {
  const byToken = judge(fact, name, parameters);
  if (byToken.repeatable !== false || byToken.class !== 'T') return byToken;
  const verdicts = itemsAt(parameters, 'TransactItems')?.map((item) => {
    const update = memberAt(item, 'Update');
    if (update.is === 'present' && !update.isPath) return updateItem(fact, name, update.value);
    const isWritten = item.kind === 'object' && update.is === 'absent';
    return isWritten ? settles(name) : undecided('T', name, 'one of its items is not');
  });
  if (!verdicts) return undecided('T', name, 'its "TransactItems" are not');
  const worst = worstOf(verdicts) ?? settles(name);
  if (worst.repeatable !== false) return worst;
  return itemsAt(parameters, 'TransactItems')!.some(mayRefuse)
    ? undecided('T', name, 'it depends on whether a ConditionExpression refuses the second transaction')
    : byToken;
};

/** What is written or checked beside an update refuses the whole transaction: an item that records that it was made. */
const mayRefuse = (item: Located): boolean =>
  ['Put', 'Delete', 'ConditionCheck'].some((kind) => memberAt(item, `${kind}.ConditionExpression`).is !== 'absent');
