import { statesOf, wordsOfName, type StateMachine } from '@stepproof/asl';

/** What undoes what, by the verb that the name of a state begins with. */
const undoings: Readonly<Record<string, readonly string[]>> = {
  acquire: ['release'],
  activate: ['deactivate'],
  add: ['remove', 'delete'],
  allocate: ['deallocate', 'release', 'free'],
  attach: ['detach'],
  authorize: ['void', 'release'],
  block: ['unblock', 'release'],
  book: ['unbook', 'cancel', 'release'],
  charge: ['refund', 'reverse', 'void'],
  create: ['delete', 'remove', 'destroy'],
  credit: ['debit'],
  debit: ['credit', 'refund'],
  deploy: ['undeploy'],
  deposit: ['withdraw'],
  enable: ['disable'],
  grant: ['revoke'],
  hold: ['release', 'unhold'],
  insert: ['delete', 'remove'],
  lock: ['unlock', 'release'],
  open: ['close'],
  pay: ['refund'],
  place: ['remove', 'withdraw'],
  provision: ['deprovision'],
  publish: ['unpublish'],
  put: ['delete', 'remove'],
  register: ['deregister', 'unregister'],
  rent: ['return'],
  reserve: ['unreserve', 'release', 'free'],
  schedule: ['unschedule'],
  ship: ['return'],
  start: ['stop'],
  subscribe: ['unsubscribe'],
  suspend: ['resume'],
  withdraw: ['deposit', 'refund'],
};

/** These undo whatever it is. */
const always = ['cancel', 'compensate', 'revert', 'reverse', 'rollback', 'undo'];

/**
 * The state that undoes each one, as far as their names tell: `ChargeCard` and `RefundCard`, `Book room` and `Cancel room`.
 * What a state acts on must be named the same, and where several could undo it, none is taken.
 */
export function undoingNames(machine: StateMachine): Readonly<Record<string, string>> {
  const names = [...statesOf(machine)].map(({ name }) => ({ name, words: wordsOf(name) }));
  return Object.fromEntries(
    names.flatMap(({ name, words: [verb = '', ...object] }) => {
      if (!Object.hasOwn(undoings, verb)) return [];
      const undoing = [...undoings[verb]!, ...always];
      const found = names.filter(
        ({ words: [other = '', ...rest] }) => undoing.includes(other) && isSame(rest, object, verb),
      );
      return found.length === 1 ? [[name, found[0]!.name]] : [];
    }),
  );
}

/** Where only the verb says what is done, it may be a noun where it is undone: `Reserve`, and `Release reservation`. */
const isSame = (undone: readonly string[], object: readonly string[], verb: string): boolean =>
  undone.join(' ') === object.join(' ') ||
  (object.length === 0 && undone.length === 1 && undone[0]!.startsWith(verb.replace(/e$/, '')));

/** The words of a name, without what says nothing: `Roll back the Charge` is `rollback charge`. */
const wordsOf = (name: string): readonly string[] => wordsOfName(name).filter((word) => !articles.has(word));

const articles = new Set(['a', 'an', 'the', 'of']);
