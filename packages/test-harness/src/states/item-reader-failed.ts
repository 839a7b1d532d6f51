import { StateFailure } from '../recovery/state-failure';

/** The items of a Map could not be read. */
export const itemReaderFailed = (cause: string): StateFailure => new StateFailure('States.ItemReaderFailed', cause);
