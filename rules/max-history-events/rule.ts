import {
  countedLoopsOf,
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
  type StateMachine,
} from '@stepproof/asl';
import { createRule } from '../src/create-rule';

export default createRule({
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
      loop: '{{states}} may go round {{rounds}} times, until "{{place}}" comes to {{bound}}, and each round adds {{events}} events or more: after about {{most}} rounds the history of the execution is full with 25,000 events, and it fails; lower the bound, or go on in a new execution before',
      map: '"{{state}}" runs {{items}} items, and each adds {{events}} events or more to the history of the execution: together {{total}}, and at 25,000 it fails; set "Mode" to "DISTRIBUTED", which gives the items histories of their own',
    },
    schema: [],
  },
  create(context) {
    const { sourceCode } = context;
    return {
      StateMachine(machine: StateMachine) {
        const machineType = sourceCode.workflowTypeOf(machine);
        for (const scope of scopesOf(machine)) {
          if (workflowTypeOf(scope, machineType) !== 'STANDARD') continue;
          for (const loop of countedLoopsOf(scope)) checkLoop(loop, machine);
          for (const state of scope.states) if (state instanceof MapState) checkMap(state);
        }
      },
    };

    function checkLoop(loop: CountedLoop, machine: StateMachine): void {
      const { states, rounds, events, bound } = loop;
      if (rounds * events <= mostEvents) return;
      if (machine.has('TimeoutSeconds') && mayEndBefore(loop, numberIn(machine, 'TimeoutSeconds') ?? 0)) return;
      context.report({
        loc: sourceCode.locOf(bound.at.range),
        messageId: 'loop',
        data: {
          states: quotedFew(states.map(({ name }) => name)),
          rounds,
          place: bound.place,
          bound: bound.bound,
          events,
          most: Math.floor(mostEvents / events),
        },
      });
    }

    function checkMap(map: MapState): void {
      const total = leastEvents(map);
      if (total <= mostEvents) return;
      context.report({
        loc: sourceCode.locOf(map.key!.range),
        messageId: 'map',
        data: { state: map.name, items: itemCountOf(map)!, events: leastEventsOfItem(map), total },
      });
    }
  },
});
