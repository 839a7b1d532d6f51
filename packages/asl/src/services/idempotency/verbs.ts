import { findAction } from '../catalogue';
import { depends, named, reads, repeats, sameState, token, type Fact } from './fact';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const reading = words(
  'get list describe head query scan search lookup check detect select estimate preview validate test',
);
/** Verbs that leave the same state however often they run, with a token or without. */
const settling = words(
  'delete remove untag tag put set update enable disable attach detach associate disassociate register deregister stop cancel terminate modify abort accept reject suspend resume subscribe unsubscribe',
);
const creating = words('create copy restore');
const acting = words('run submit send publish invoke execute');
/** What runs once for each start; other starts switch something on that may be on already (`startLogging`). */
const startsJob = /^start\w*(Job|Run|Execution|Task|Query|Build|Command|Deployment)s?$/;

/** What the verb of an action tells, together with the token and the required members in the catalogue. */
export function factByVerb(service: string, action: string): Fact {
  const verb = verbOf(action);
  if (reading.has(verb)) return reads;
  if (settling.has(verb)) return sameState;
  const found = findAction(service, action);
  if (!found.known) return depends('StepProof does not know the action');
  const { token: member, required = [] } = found.action;
  const byName = creating.has(verb) ? createdByName(action, required) : undefined;
  const effect = verb === 'create' ? 'creates another one' : verb === 'start' ? 'starts another one' : 'does it again';
  if (member) return token(member, effect, byName && { otherwise: byName });
  if (byName) return byName;
  return verb === 'create' || verb === 'copy' || acting.has(verb) || startsJob.test(action)
    ? repeats(effect)
    : depends('the name of the action does not tell');
}

/** `get` of `getItem` and of `batchGetItem`. */
function verbOf(action: string): string {
  return /^(?:batch(?=[A-Z]))?([A-Za-z][a-z]*)/.exec(action)?.[1]?.toLowerCase() ?? '';
}

/**
 * What is created has a name that can be given once, if a required member is named like it: `createDBSnapshot` takes a
 * `DBSnapshotIdentifier`. The name of something else (`DBInstanceIdentifier`) or a name further inside tells nothing.
 */
function createdByName(action: string, required: readonly string[]): Fact | undefined {
  const created = action.toLowerCase();
  const names = required.filter((member) => /(Name|Identifier|Input)$/.test(member));
  const own = names.find((member) => {
    const [, thing] = /^(?:Target)?(.*?)(?:Name|Identifier)$/.exec(member) ?? [];
    return thing !== undefined && created.includes(thing.toLowerCase());
  });
  if (own !== undefined) return named(own);
  return names.length ? depends('whether the name can be given twice is not known') : undefined;
}
