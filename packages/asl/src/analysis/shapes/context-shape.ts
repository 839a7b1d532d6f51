import { MapState, TaskState, type State, type StateMachine } from '../../syntax';
import { executionScopeOf } from '../graph/execution-scope';
import { inputsOf } from './contract-shapes';
import { count, object, possible, string, sure, unknown, type DataShape, type Member } from './data-shape';
import { joinAll } from './join';
import { withoutOptional } from './without-optional';

export const contextOrigin = 'the Context Object';

const part = (name: string, members: readonly (readonly [string, Member])[]): Member =>
  sure(object(members, 'closed', `the ${name} of ${contextOrigin}`));

const executionWith = (input: DataShape): readonly [string, Member] => [
  'Execution',
  part('Execution', [
    ['Id', sure(string)],
    ['Input', sure(input)],
    ['Name', sure(string)],
    ['RoleArn', sure(string)],
    ['StartTime', sure(string)],
    ['RedriveCount', possible(count)],
    ['RedriveTime', possible(string)],
  ]),
];

const common: readonly (readonly [string, Member])[] = [
  [
    'State',
    part('State', [
      ['EnteredTime', sure(string)],
      ['Name', sure(string)],
      ['RetryCount', possible(count)],
    ]),
  ],
  [
    'StateMachine',
    part('StateMachine', [
      ['Id', sure(string)],
      ['Name', sure(string)],
    ]),
  ],
];

const anyTask = possible(object([['Token', possible(string)]], 'open', `the Task of ${contextOrigin}`));

/**
 * `Map` while an item is made ready. `Key` is that of a member, where a distributed Map runs through an object, and `Source` what
 * it reads its items from.
 */
export const mapContextOf = (value: DataShape): DataShape =>
  object(
    [
      [
        'Item',
        part('Map.Item', [
          ['Index', sure(count)],
          ['Value', sure(value)],
          ['Key', possible(string)],
          ['Source', possible(string)],
        ]),
      ],
    ],
    'closed',
    `the Map of ${contextOrigin}`,
  );

const anyItem = possible(mapContextOf(unknown));

const childExecution = executionWith(unknown);

/** Whether a Choice has asked for a part of the input is not followed. */
const ownExecution = (machine: StateMachine): readonly [string, Member] =>
  executionWith(withoutOptional(joinAll(inputsOf(machine))));

/**
 * What `$$` and `$states.context` hold in a state (developer guide, and recorded). Where a Task token is missing is the
 * finding of another analysis, and inside of a Map nothing is said of whether there is an item, nor where a Map makes its
 * batches; elsewhere there surely is none. For what makes an item ready see `mapContextOf`.
 */
export const contextShapeOf = (state: State): DataShape => state.once(findContext);

function findContext(state: State): DataShape {
  const { machine } = state.parent;
  // What a child of a distributed Map is started with is its item.
  const execution = executionScopeOf(state.parent) === machine ? machine.once(ownExecution) : childExecution;
  const members = new Map([execution, ...common]);
  if (state instanceof TaskState) members.set('Task', anyTask);
  if (state.parent.enclosing(MapState) || state.has('ItemBatcher')) members.set('Map', anyItem);
  return object(members, 'closed', contextOrigin);
}
