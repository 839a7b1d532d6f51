import { TaskState, type AslNode, type State } from '../../syntax';
import { walk } from '../../text/value';

/** Whether it is a call that gets all of the data, alone or beside other values, and so may look at anything. */
export function handsOnWhole(state: AslNode): boolean {
  if (!(state instanceof TaskState)) return false;
  const given = state.field('Parameters') ?? state.field('Arguments');
  let isWhole = !given;
  if (given) walk(given.value, (value) => (isWhole ||= value.kind === 'string' && whole.test(value.value)));
  return isWhole;
}

/** `$` as a path or an argument, or `$states.input` without a member. */
const whole = /^\$$|\(\$\)|\$states\.input(?!\s*[\w.[])/;

/** Whether what the call gets comes from the data only: not from variables or the context object. */
export function readsOnlyInput(state: State): boolean {
  if (state.has('InputPath')) return false;
  const given = state.field('Parameters') ?? state.field('Arguments');
  let hasOthers = false;
  if (given) walk(given.value, (value) => (hasOthers ||= value.kind === 'string' && other.test(value.value)));
  return !hasOthers;
}

/** `$$`, `$states.context`, a variable; functions of JSONata are none. */
const other = /\$\$|\$states\.(?!input)|\$(?!states\b)[A-Za-z_]\w*\b(?!\s*\()/;
