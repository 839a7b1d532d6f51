import type { HistoryEvent, HistoryEventDetails, HistoryEventType } from '@stepproof/test-harness';

/** Details by name, with values for JSON texts. */
export type EventDetails = Readonly<Record<string, unknown>>;

/** The names of the details that events of a type have; some have none. */
export type EventDetailsOf<Type extends HistoryEventType> = [MemberOf<Type>] extends [never]
  ? Readonly<Record<string, never>>
  : { readonly [Name in keyof NonNullable<HistoryEventDetails[MemberOf<Type>]>]?: unknown };

type MemberOf<Type extends HistoryEventType> = Extract<
  Type extends `${string}State${infer Move extends 'Entered' | 'Exited'}`
    ? `state${Move}EventDetails`
    : `${Uncapitalize<Type>}EventDetails`,
  keyof HistoryEventDetails
>;

/** The details of an event that have these names. */
export function detailsOf(event: HistoryEvent, names: readonly string[]): EventDetails {
  const member = Object.keys(event).find((name): name is keyof HistoryEventDetails => name.endsWith('EventDetails'));
  const details = (member === undefined ? {} : event[member]) as EventDetails;
  return Object.fromEntries(
    names.flatMap((name) => (Object.hasOwn(details, name) ? [[name, valueOf(name, details[name])]] : [])),
  );
}

function valueOf(name: string, detail: unknown): unknown {
  if (['input', 'output', 'parameters'].includes(name)) return JSON.parse(detail as string);
  if (name !== 'assignedVariables') return detail;
  const texts = Object.entries(detail as Readonly<Record<string, string>>);
  return Object.fromEntries(texts.map(([variable, text]) => [variable, JSON.parse(text) as unknown]));
}
