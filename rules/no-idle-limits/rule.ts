import { knownNumber, mostItemsAtOnce, type State } from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

/** How long the service waits for an HTTP endpoint before it fails the Task with "States.Http.Socket". */
const httpSeconds = 60;

type MessageId = 'inline' | 'distributed' | 'tolerance' | 'http';

export default createStatelessRule({
  name: 'no-idle-limits',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Disallow limits beyond those that the service has anyway',
      family: 'loops and limits',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      inline:
        '"{{state}}" has a "{{field}}" of {{number}}, but an inline Map runs at most 40 items at once; lower it to 40, or set "Mode" to "DISTRIBUTED"',
      distributed:
        '"{{state}}" has a "{{field}}" of {{number}}, but a distributed Map runs at most 10,000 items at once; lower it to 10,000, or remove it',
      tolerance:
        '"{{state}}" has a "{{field}}" of {{number}}, but an inline Map fails with the first item that does; set "Mode" to "DISTRIBUTED", or catch the failures inside',
      http: '"{{state}}" has a "{{field}}" of {{number}}, but an HTTP task is ended after 60 seconds with "States.Http.Socket"; lower it to less than 60, or call what takes longer so that it answers with a task token',
    },
    schema: [],
  },
  create(context) {
    return {
      MapState(map) {
        if (!map.mode) return;
        check(map, 'MaxConcurrency', mostItemsAtOnce[map.mode], map.isDistributed ? 'distributed' : 'inline');
        if (map.isDistributed) return;
        for (const name of ['ToleratedFailureCount', 'ToleratedFailurePercentage']) check(map, name, 0, 'tolerance');
      },
      TaskState(task) {
        if (task.resource.kind === 'http') check(task, 'TimeoutSeconds', httpSeconds, 'http');
      },
    };

    function check(state: State, name: string, most: number, messageId: MessageId): void {
      if (!state.has(name) && !state.has(`${name}Path`)) return;
      const known = knownNumber(state, name);
      if (!known || known.value <= most) return;
      context.report({
        loc: context.sourceCode.locOf(known.field.value.range),
        messageId,
        data: { state: state.name, field: known.field.name, number: known.value.toLocaleString('en-US') },
      });
    }
  },
});
