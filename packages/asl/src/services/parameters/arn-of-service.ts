import type { TextShape } from '../shapes/shape';

/** What is addressed by an ARN: that of anything else is a mistake. */
export const arnOf = (service: string, what: string): Pick<TextShape, 'refused'> => ({
  refused: {
    pattern: new RegExp(`^arn:[^:\\uFFFC]+:(?!${service}:)[a-z]`),
    problem: `is ${what} and cannot be the ARN of another service`,
    remedy: `use one that begins with "arn:aws:${service}:"`,
  },
});
