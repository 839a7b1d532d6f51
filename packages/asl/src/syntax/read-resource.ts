import { parseResource, type TaskResource } from '../services';

/** What the Resource of a node calls; what is no text is not known. */
export const readResource = (written: unknown): TaskResource =>
  parseResource(typeof written === 'string' ? written : '${unknown}');
