import { Catcher, descendantsOf, TaskState, type Scope, type State } from '../../syntax';
import { graphOf, type Transition } from '../graph/graph';
import { isCalledChange, isCalledReader, isCalledUndoing } from '../texts/action-names';
import { wordsOfName } from '../texts/name-words';
import { statesWithoutFailure } from '../graph/reachability';
import { functionNameOf } from './calls-function';
import { endsByAction, undoingsAmong } from './endings';
import { taskIdempotencyOf } from './task-idempotency';
import { onlyTells } from './tellings';

/**
 * Whether the state may change something outside the execution that could be undone: it is, or contains, a Task that does more
 * than read, ask a model or tell somebody. What a Lambda function does is not known, nor what a Resource does that is filled in;
 * they count as effects unless their states are called by what only reads or tells.
 */
export const hasEffect = (state: State): boolean => state.once(findEffect);

function findEffect(state: State): boolean {
  for (const node of descendantsOf(state)) {
    if (!(node instanceof TaskState) || leavesNothing(node) || onlyTells(node)) continue;
    if (!mayOnlyRead(node) || !isCalledReader(node)) return true;
  }
  return false;
}

/**
 * Whether it is certain that the state changes something outside that can be undone: a Task inside calls an action that writes, or
 * what runs code whose work is not known, such as a function or a job, and is called what changes something. What has been
 * deleted is brought back by no state, and a backup is made to stay when something fails.
 */
const isChange = (state: State): boolean => state.once(findChange);

function findChange(state: State): boolean {
  for (const node of descendantsOf(state)) {
    if (!(node instanceof TaskState) || leavesNothing(node) || onlyTells(node)) continue;
    if (runsUnknownCode(node) ? isCalledChange(node) : !deletes(node) && !backsUp(node)) return true;
  }
  return false;
}

const deletes = ({ resource }: TaskState): boolean =>
  'action' in resource && /^(batchDelete|delete|purge|terminate)/.test(resource.action);

const backsUp = (task: TaskState): boolean =>
  ('action' in task.resource && /backup/i.test(task.resource.action)) || wordsOfName(task.name).includes('backup');

/**
 * Whether what the state does is to end or undo what has been done, by its name or that of its function: `ec2:terminateInstances`,
 * `Clean up`, `Cancel order`.
 */
export const endsSomething = (state: State): boolean =>
  endsByAction(state) ||
  isCalledUndoing(state) ||
  (state instanceof TaskState && isCalledUndoing({ name: functionNameOf(state) }));

/**
 * It only reads, or all that a repetition adds is cost: a model that is asked remembers nothing. Messages that are received come
 * back by themselves.
 */
function leavesNothing(task: TaskState): boolean {
  if ('action' in task.resource && task.resource.action === 'receiveMessage') return true;
  const { class: kind, repeatable } = taskIdempotencyOf(task);
  return kind === 'R' || (kind === 'N' && repeatable === true);
}

const mayOnlyRead = ({ resource }: TaskState): boolean =>
  ['activity', 'lambda', 'unknown', 'unrecognized'].includes(resource.kind) ||
  ('service' in resource && ['lambda', 'states'].includes(resource.service));

/** Actions that run the user's own code, or a statement of it: `glue:startJobRun`, `batch:submitJob`, `athena:startQueryExecution`. */
const running =
  /^(start\w*(Job|Run|Execution|Task|Query|Build|Command|Flow|Crawler|Analysis|Detection|Moderation|Recognition|Search|Tracking|Scan)s?|(submit|run)(Job|Task)|sendCommand|add(Step|JobFlowSteps)|create\w*Job|(batchE|e)xecuteStatement|call|invoke\w*)$/;

/** Whether what the Task does is not in the definition, but in code that it calls. */
export const runsUnknownCode = (task: TaskState): boolean =>
  mayOnlyRead(task) ||
  ('action' in task.resource && running.test(task.resource.action)) ||
  task.resource.kind === 'http';

/** More than a message shows. Without a bound, a long chain of Tasks would take time and space in its square. */
const enough = 5;

/**
 * Other states of the scope with an effect that may be done when a state begins, although nothing has failed, in the order of the
 * text. Of more than four, at least four are given.
 */
export const effectsBefore = (scope: Scope): StatesBefore => scope.once(findEffectsBefore);

/** Those of them of which it is certain that they changed something (`isChange`). */
export const changesBefore = (scope: Scope): StatesBefore => scope.once(findChangesBefore);

type StatesBefore = (state: State) => readonly State[];

const findEffectsBefore = (scope: Scope): StatesBefore => findBefore(scope, hasEffect);
const findChangesBefore = (scope: Scope): StatesBefore => findBefore(scope, isChange);

function findBefore(scope: Scope, counts: (state: State) => boolean): StatesBefore {
  const graph = graphOf(scope);
  const withoutFailure = statesWithoutFailure(scope);
  const effects = new Set(scope.states.filter((state) => withoutFailure.has(state) && counts(state)));
  const undoneBy = undoingsAmong(effects);
  const before = new Map<State, readonly State[]>();
  /** What is also come to without a failure need not have the effects of the ways on which something fails. */
  const countsOn = ({ from, to, node }: Transition) =>
    !to || !withoutFailure.has(to) || (withoutFailure.has(from) && !(node instanceof Catcher));
  // From the beginning on: what is done first is told first, and few states are looked at again.
  const waiting = scope.states.toReversed();
  for (let state = waiting.pop(); state; state = waiting.pop()) {
    const known = before.get(state) ?? none;
    const done = effects.has(state) ? [...known, state] : known;
    if (!done.length) continue;
    const undone = undoneBy(state).filter((other) => known.includes(other));
    const left = undone.length ? known.filter((other) => !undone.includes(other)) : done;
    for (const transition of graph.transitionsFrom(state)) {
      const { node, to } = transition;
      if (!to || !countsOn(transition)) continue;
      const knownThere = before.get(to) ?? none;
      const standing = withNews(knownThere, node instanceof Catcher ? done : left, to);
      if (standing === knownThere) continue;
      before.set(to, standing);
      waiting.push(to);
    }
  }
  return (state) => (before.get(state) ?? none).toSorted((a, b) => a.range[0] - b.range[0]);
}

/** What is known already, if there are no news for the state. */
function withNews(known: readonly State[], more: readonly State[], to: State): readonly State[] {
  if (known.length >= enough) return known;
  const news = more.filter((other) => other !== to && !known.includes(other));
  return news.length ? [...known, ...news].slice(0, enough) : known;
}

const none: readonly State[] = [];
