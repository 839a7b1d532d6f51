import type { TaskState } from '../../syntax';

/** What makes a call answer before its work is done, so that a failure of the work is not one of the call: a field and its value. */
export function startsUnseenWork({ resource, callParameters }: TaskState): string | undefined {
  if (!('service' in resource) || resource.pattern !== 'request-response') return undefined;
  const call = `${resource.service}:${resource.action}`;
  if (call === 'states:startExecution' || call === 'sfn:startExecution') return `"${call}" without ".sync:2"`;
  if (call !== 'lambda:invoke' || callParameters?.kind !== 'object') return undefined;
  const type = callParameters.entries.find(({ key }) => key.value === 'InvocationType')?.value;
  return type?.kind === 'string' && type.value === 'Event' ? '"InvocationType": "Event"' : undefined;
}
