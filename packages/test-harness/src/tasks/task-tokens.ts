import type { TaskEnd } from './task-end';

/** A token that is used for something it cannot be used for; `name` is that of AWS's exception. */
export class TaskTokenError extends Error {
  override readonly name: 'InvalidToken' | 'TaskTimedOut' | 'TaskDoesNotExist';

  constructor(name: 'InvalidToken' | 'TaskTimedOut' | 'TaskDoesNotExist', message: string) {
    super(message);
    this.name = name;
  }
}

interface Holder {
  end: ((end: TaskEnd) => void) | undefined;
  heartbeat: (() => void) | undefined;
  /** An answer that came while the call that hands out the token was still being made. */
  early: TaskEnd | undefined;
  isOver: boolean;
}

/** The task tokens that are out, and who waits for them. */
export class TaskTokens {
  readonly #holders = new Map<string, Holder>();

  /** Makes a token known before anybody waits for it: the call that carries it may be answered before it returns. */
  issue(token: string): void {
    this.#holders.set(token, { end: undefined, heartbeat: undefined, early: undefined, isOver: false });
  }

  /** Waits for the answer to a token. Gives back how to stop; the token is of no use any more then. */
  listen(token: string, end: (end: TaskEnd) => void, heartbeat: () => void): () => void {
    const holder = this.#holders.get(token)!;
    if (holder.early) {
      end(holder.early);
      holder.isOver = true;
    }
    holder.end = end;
    holder.heartbeat = heartbeat;
    return () => {
      holder.isOver = true;
    };
  }

  settle(token: string, end: TaskEnd): void {
    const holder = this.#active(token);
    if (holder.end) holder.end(end);
    else if (holder.early) throw overError(token);
    else holder.early = end;
  }

  heartbeat(token: string): void {
    this.#active(token).heartbeat?.();
  }

  #active(token: string): Holder {
    const holder = this.#holders.get(token);
    if (!holder) {
      throw new TaskTokenError(
        'InvalidToken',
        `The task token "${token}" is not known; use the "taskToken" of a call or what the workflow sent out as $$.Task.Token`,
      );
    }
    if (holder.isOver) throw overError(token);
    return holder;
  }
}

const overError = (token: string): TaskTokenError =>
  new TaskTokenError(
    'TaskTimedOut',
    `The task of the token "${token}" has ended already; answer before its timeout, and only once`,
  );
