import { lambdaFunctionOf } from './lambda';
import type { TaskCall } from './task-call';

/** The names of what a call goes to, the most specific first. */
export function integrationNamesOf({ resource, parameters }: TaskCall): string[] {
  const integration = resource.split(':').slice(5).join(':');
  const lambda = lambdaFunctionOf(resource, parameters);
  return [...(lambda === undefined ? [] : [`lambda:${lambda}`]), integration, integration.replace(/\..*$/, '')];
}

/** The names that a call goes by, in `tasks` and elsewhere, the most specific first. */
export const callNames = (call: TaskCall): string[] => [call.state, call.resource, ...integrationNamesOf(call)];
