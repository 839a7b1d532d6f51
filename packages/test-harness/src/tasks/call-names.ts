import { lambdaFunctionOf } from './lambda';
import type { TaskCall } from './task-call';

/** The names that a call goes by, in `tasks` and elsewhere, the most specific first. */
export function callNames({ state, resource, parameters }: TaskCall): string[] {
  const integration = resource.split(':').slice(5).join(':');
  const lambda = lambdaFunctionOf(resource, parameters);
  return [
    state,
    resource,
    ...(lambda === undefined ? [] : [`lambda:${lambda}`]),
    integration,
    integration.replace(/\..*$/, ''),
  ];
}
