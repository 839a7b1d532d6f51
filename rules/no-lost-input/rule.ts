import {
  Catcher,
  dataGapsOf,
  dataFlowOf,
  describeWay,
  graphOf,
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
      otherwise:
        'The Catch of "{{state}}" drops the input, so all that "{{reader}}" gets is "Error" and "Cause", where the Catch of "{{other}}" hands on the input as well; keep the input by {{remedy}}',
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
        for (const [catcher, { reader, path, other, way }] of found) {
          context.report({
            loc: context.sourceCode.locOf((catcher.field('ResultPath') ?? catcher.field('Next') ?? catcher).range),
            messageId: path !== undefined ? 'lost' : other ? 'otherwise' : 'whole',
            data: {
              state: (catcher.parent as State).name,
              reader: reader.name,
              path: path ?? '',
              other: other?.name ?? '',
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
  /** A state whose Catch leads to the reader, too, and keeps the input, where nothing else tells that it is needed. */
  readonly other?: State | undefined;
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

/**
 * What undoes something has to know what, unless it is told by a variable or the context object; and what gets the input after
 * one failure is meant to get it after another.
 */
function missedWholes(machine: StateMachine): readonly Loss[] {
  return statesOf(machine).flatMap((reader) => {
    if (!handsOnWhole(reader) || !readsOnlyInput(reader)) return [];
    const undoes = isCompensation(reader);
    const other = undoes ? undefined : keeperBefore(reader);
    if (!undoes && !other) return [];
    return dataFlowOf(machine)
      .worldsAt(reader)
      .flatMap((world) =>
        world.input.kind === 'object' && isErrorOutput(world.input) ? [{ reader, path: undefined, other, world }] : [],
      );
  });
}

/** A state whose Catch leads straight to that one and puts the error output into the input. */
function keeperBefore(reader: State): State | undefined {
  return graphOf(reader.parent)
    .transitionsTo(reader)
    .find(({ node }) => {
      const path = node instanceof Catcher ? node.field('ResultPath')?.json : undefined;
      return typeof path === 'string' && path !== '$';
    })?.from;
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
