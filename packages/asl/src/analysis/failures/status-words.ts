const failed = /^(failed|failure|fault|error|errored|timed_?out|timeout|aborted|terminated_with_errors)$/i;
const ended = /^(stopped|cancell?ed|terminated|killed|expired|interrupted)$/i;
const ending = /^(stopping|cancell?ing)$/i;
const failedPart = /[_ -]FAILED$|[_ -]failed$|[a-z]Failed$/;

/** Whether a service says by the word that a job came to no good end: `TIMED_OUT`. */
export const isFailure = (word: string): boolean => failed.test(word);

/** Whether a service says by the word that somebody has ended the job: `STOPPED`. */
export const isEnded = (word: string): boolean => ended.test(word);

/** Whether a service says by the word that there is nothing any more that could change: what is ended otherwise may be begun again. */
export const isGone = (word: string): boolean => /^terminated$/i.test(word);

export const isEnding = (word: string): boolean => ending.test(word);

/** Whether the word names one of the things that may be done with a resource, and says that it failed: `DELETE_FAILED`. */
export const isFailureOfPart = (word: string): boolean => failedPart.test(word);
