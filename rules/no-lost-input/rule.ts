import {
  Catcher,
  dataGapsOf,
  describeWay,
  isErrorOutput,
  type DataRead,
  type State,
  type StateMachine,
} from '@stepproof/asl';
import { createRule } from '../src/create-rule';

export default createRule({
  name: 'no-lost-input',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow a Catch that drops the input which a later state reads',
      family: 'error handling',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      lost: 'The Catch of "{{state}}" drops the input, and "{{reader}}" reads "{{path}}" of it (on the way {{way}}); keep the input by {{remedy}}',
    },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine: StateMachine) {
        for (const [catcher, { state, read }] of lossyCatchers(machine)) {
          context.report({
            loc: context.sourceCode.locOf((catcher.field('ResultPath') ?? catcher.field('Next') ?? catcher).range),
            messageId: 'lost',
            data: {
              state: state.name,
              reader: read.state.name,
              path: read.path,
              way: describeWay(read.world.trail, read.state.name),
              remedy:
                catcher.queryLanguage === 'JSONata'
                  ? 'an "Output" with $states.input in it'
                  : 'a "ResultPath" such as "$.error"',
            },
          });
        }
      },
    };
  },
});

/** The Catchers behind which something of the input is missed, with the first state that misses it. */
function lossyCatchers(
  machine: StateMachine,
): ReadonlyMap<Catcher, { readonly state: State; readonly read: DataRead }> {
  const found = new Map<Catcher, { state: State; read: DataRead }>();
  for (const { ways, gap, reads } of dataGapsOf(machine)) {
    if (ways === 'every' || gap.isModelled) continue;
    for (const read of reads) {
      const { gap } = read.reading;
      if (gap?.at !== 0 || !isErrorOutput(gap.holder) || !read.mustFind) continue;
      let step = read.world.trail;
      while (step && !(step.transition.node instanceof Catcher)) step = step.before;
      const catcher = step?.transition.node;
      if (catcher instanceof Catcher && !found.has(catcher)) found.set(catcher, { state: step!.transition.from, read });
    }
  }
  return found;
}
