import { sdkActionOf } from '../../services';
import { TaskState, type State } from '../../syntax';

/** The action of an API that a state calls, `dynamodb:putItem`, be it by the AWS SDK or by an optimized integration. */
export function apiActionOf(state: State): string | undefined {
  if (!(state instanceof TaskState)) return undefined;
  const { resource } = state;
  return resource.kind === 'aws-sdk' || resource.kind === 'optimized' ? sdkActionOf(resource) : undefined;
}
