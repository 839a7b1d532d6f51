import type { StateMachine } from '../../syntax';
import type { LocatedObject, LocatedString } from '../../text/located';
import { walk } from '../../text/value';

/** A text and the name that it is given. */
export interface NamedText {
  readonly name: string;
  readonly text: LocatedString;
}

/** The texts that are members of objects, in the order of the definition, found once for all who ask. */
export const namedTextsOf = (machine: StateMachine): readonly NamedText[] => machine.once(findNamedTexts);

function findNamedTexts(machine: StateMachine): readonly NamedText[] {
  const found: NamedText[] = [];
  walk(machine.located, (value) => {
    if (value.kind === 'object') addTextsIn(value, found);
  });
  return found;
}

function addTextsIn({ entries }: LocatedObject, found: NamedText[]): void {
  // Environment variables and headers of some APIs: { "Name": "DB_PASSWORD", "Value": "..." }
  let name: string | undefined;
  let content: LocatedString | undefined;
  for (const { key, value } of entries) {
    // `apigateway:invoke` takes each header as an array.
    const text = value.kind === 'array' && value.items.length === 1 ? value.items[0]! : value;
    if (text.kind !== 'string') continue;
    if (key.value === 'Name') name = text.value;
    else if (key.value === 'Value') content = text;
    else found.push({ name: key.value, text });
  }
  if (name !== undefined && content) found.push({ name, text: content });
}
