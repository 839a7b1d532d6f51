import {
  countedLoopsOf,
  eventsOfFurtherRounds,
  itemCountOf,
  leastEvents,
  leastEventsOfItem,
  MapState,
  mayEndBefore,
  mostEvents,
  numberIn,
  quotedFew,
  scopesOf,
  workflowTypeOf,
  type CountedLoop,
  type State,
  type StateMachine,
} from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'max-history-events',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow loops and Maps that need more than the 25,000 events of an execution',
      family: 'loops and limits',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      loop: '{{states}} may go round {{rounds}} times, until "{{place}}" comes to {{bound}}, and each round{{inner}} adds {{events}} events or more: after about {{most}} rounds the history of the execution is full with 25,000 events, and it fails; lower the bound, or go on in a new execution before',
      map: '"{{state}}" runs {{items}} items, and each adds {{events}} events or more to the history of the execution: together {{total}}, and at 25,000 it fails; set "Mode" to "DISTRIBUTED", which gives the items histories of their own',
    },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine: StateMachine) {
        const machineType = context.sourceCode.workflowTypeOf(machine);
        for (const scope of scopesOf(machine)) {
          if (workflowTypeOf(scope, machineType) !== 'STANDARD') continue;
          for (const loop of countedLoopsOf(scope)) checkLoop(loop, machine);
          for (const state of scope.states) if (state instanceof MapState) checkMap(state);
        }
      },
    };

    function checkLoop(loop: CountedLoop, machine: StateMachine): void {
      const { states, rounds, events, bound, inner } = loop;
      // An inner loop for which there is no room by itself is the finding.
      if (rounds * events <= mostEvents || (inner && inner.rounds * inner.events > mostEvents)) return;
      if (machine.has('TimeoutSeconds') && mayEndBefore(loop, numberIn(machine, 'TimeoutSeconds') ?? 0)) return;
      context.report({
        loc: context.sourceCode.locOf(bound.at.range),
        messageId: 'loop',
        data: {
          states: namesOf(states),
          rounds,
          place: bound.place,
          bound: bound.bound,
          events,
          inner: inner ? `, with ${inner.rounds} rounds of ${namesOf(inner.states)},` : '',
          most: Math.floor(mostEvents / events),
        },
      });
    }

    function checkMap(map: MapState): void {
      const items = itemCountOf(map);
      if (items === undefined || !map.itemProcessor) return;
      const events = leastEventsOfItem(map);
      const ofLoops = map.mode === 'INLINE' ? eventsOfFurtherRounds(map.itemProcessor) : 0;
      const total = leastEvents(map) + items * ofLoops;
      if (total <= mostEvents) return;
      context.report({
        loc: context.sourceCode.locOf(map.key!.range),
        messageId: 'map',
        data: { state: map.name, items, events: events + ofLoops, total },
      });
    }
  },
});

const namesOf = (states: readonly State[]): string => quotedFew(states.map(({ name }) => name));
