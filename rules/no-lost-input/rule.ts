import {
  Catcher,
  dataGapsOf,
  dataFlowOf,
  describeWay,
  handsOnWhole,
  isCompensation,
  isErrorOutput,
  readsOnlyInput,
  statesOf,
  type State,
  type StateMachine,
  type Surroundings,
  type World,
} from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
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
      whole:
        'The Catch of "{{state}}" drops the input, so all that "{{reader}}" gets is "Error" and "Cause" and not what it is to undo (on the way {{way}}); keep the input by {{remedy}}',
    },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine: StateMachine) {
        const found = new Map<Catcher, Loss & { readonly way: string }>();
        for (const loss of [...missedReads(machine), ...missedWholes(machine)]) {
          const caught = catchBefore(loss);
          if (caught && !found.has(caught.catcher)) found.set(caught.catcher, { ...loss, way: caught.way });
        }
        for (const [catcher, { reader, path, way }] of found) {
          context.report({
            loc: context.sourceCode.locOf((catcher.field('ResultPath') ?? catcher.field('Next') ?? catcher).range),
            messageId: path === undefined ? 'whole' : 'lost',
            data: {
              state: (catcher.parent as State).name,
              reader: reader.name,
              path: path ?? '',
              way,
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

/** A state that misses something of the input, in a world behind a Catch. */
interface Loss {
  readonly reader: State;
  /** What it reads; undefined when it hands on all there is. */
  readonly path: string | undefined;
  readonly world: World;
}

function missedReads(machine: StateMachine): readonly Loss[] {
  return dataGapsOf(machine).flatMap(({ ways, gap, reads }) => {
    if (ways === 'every' || gap.isModelled) return [];
    return reads.flatMap(({ reading, mustFind, expression, state, path, world }) => {
      // JSONata goes on without what it puts into a text or an object, and says less than was meant.
      const isMeant = mustFind || expression.kind === 'jsonata';
      const isMissed = reading.gap?.at === 0 && isErrorOutput(reading.gap.holder) && isMeant;
      return isMissed ? [{ reader: state, path, world }] : [];
    });
  });
}

/** What undoes something has to know what, unless it is told by a variable or the context object. */
function missedWholes(machine: StateMachine): readonly Loss[] {
  const readers = [...statesOf(machine)].filter(
    (state) => isCompensation(state) && handsOnWhole(state) && readsOnlyInput(state),
  );
  return readers.flatMap((reader) =>
    dataFlowOf(machine)
      .worldsAt(reader)
      .flatMap((world) =>
        world.input.kind === 'object' && isErrorOutput(world.input) ? [{ reader, path: undefined, world }] : [],
      ),
  );
}

/** The last Catcher on the way to a state, or to one that it is inside of, and the states from there on. */
function catchBefore({ reader, world }: Loss): { readonly catcher: Catcher; readonly way: string } | undefined {
  for (let at: Surroundings | undefined = { state: reader, world }; at; at = at.world.around) {
    const { trail } = at.world;
    for (let step = trail; step; step = step.before) {
      const { node } = step.transition;
      if (node instanceof Catcher) return { catcher: node, way: describeWay(trail, at.state.name) };
    }
  }
  return undefined;
}
