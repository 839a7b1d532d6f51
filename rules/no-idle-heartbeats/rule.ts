import { waitsForAnswer, type TaskState } from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'no-idle-heartbeats',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Disallow heartbeats of Tasks for which nobody can send any',
      family: 'time',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      idle: '"{{state}}" has "{{field}}", but only who works on an activity or holds a task token can send heartbeats, and {{call}} gives none; use "TimeoutSeconds", or remove it',
    },
    schema: [],
  },
  create(context) {
    return {
      TaskState(task: TaskState) {
        const { resource } = task;
        if (resource.kind === 'unknown' || resource.kind === 'unrecognized' || waitsForAnswer(task)) return;
        const field = task.field('HeartbeatSeconds') ?? task.field('HeartbeatSecondsPath');
        if (!field) return;
        const call = 'service' in resource ? `"${resource.service}:${resource.action}"` : 'a call of a function';
        const pattern =
          'pattern' in resource && resource.pattern !== 'request-response' ? ` with ".${resource.pattern}"` : '';
        context.report({
          loc: context.sourceCode.locOf(field.key.range),
          messageId: 'idle',
          data: { state: task.name, field: field.name, call: call + pattern },
        });
      },
    };
  },
});
