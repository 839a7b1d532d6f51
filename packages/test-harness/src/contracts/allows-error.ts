import { raisesByItself, type TaskContract, type TaskResource } from '@stepproof/asl';

/** Whether a call may fail with the error: one that the contract lists, or that comes by itself whatever a contract says. */
export const allowsError = ({ errors }: TaskContract, error: string, resource: TaskResource): boolean =>
  errors === undefined || errors.includes(error) || raisesByItself(error, resource);
