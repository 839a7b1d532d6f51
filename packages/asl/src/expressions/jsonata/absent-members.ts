import { nearest } from '../nearest';
import type { Span } from '../span';
import type { Jsonata } from './parse';

/** What `$states` has somewhere: https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html */
const statesMembers = ['input', 'context', 'result', 'errorOutput'] as const;
export type StatesMember = (typeof statesMembers)[number];

export const isStatesMember = (name: string): name is StatesMember =>
  (statesMembers as readonly string[]).includes(name);

/** A look at what `$states` has nowhere: it gives nothing (recorded from AWS). */
export interface AbsentMember extends Span {
  /** `$states.results` */
  readonly path: string;
  /** What was meant, or mostly is: `$states.result`. */
  readonly meant: string;
  /** Whether the expression is a path from there on, and gives nothing, too. */
  readonly isWhole: boolean;
}

export const absentMembersOf = (jsonata: Jsonata): readonly AbsentMember[] =>
  jsonata.references.states.flatMap(({ member, start, end }) => {
    if (member === undefined || isStatesMember(member)) return [];
    const meant = `$states.${nearest(member, statesMembers) ?? 'input'}`;
    return [{ path: `$states.${member}`, meant, start, end, isWhole: isWhole(jsonata, start) }];
  });

const isWhole = ({ ast, text }: Jsonata, start: number): boolean =>
  ast?.type === 'path' && /^\{%\s*$/.test(text.slice(0, start));
