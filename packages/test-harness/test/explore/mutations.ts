type Fields = Readonly<Record<string, unknown>>;

/** A definition with one fault put into it. */
export interface Mutant {
  /** Which fault, and where: `wrong Next in "Pay": "Failed" for "Done"`. */
  readonly name: string;
  readonly definition: object;
}

interface Site {
  readonly state: Fields;
  /** The names of all states. */
  readonly names: readonly string[];
  /** Between 0 and 1. */
  readonly random: () => number;
  readonly isExpress: boolean;
}

/** What is wrong, and the state with it. */
type Change = readonly [detail: string, state: Fields];

const without = (fields: Fields, name: string): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name));

const listOf = (fields: Fields, name: string): readonly Fields[] => (fields[name] as Fields[] | undefined) ?? [];

/** A change of each member of a list; a member for which there is no change is left out. */
const changeEach = (fields: Fields, name: string, change: (member: Fields) => Change | undefined): readonly Change[] =>
  listOf(fields, name).flatMap((member, index) => {
    const changed = change(member);
    return changed ? [[changed[0], { ...fields, [name]: listOf(fields, name).with(index, changed[1]) }] as const] : [];
  });

const removeEach = (fields: Fields, name: string): readonly Change[] =>
  listOf(fields, name).map((member, index) => [
    `number ${index + 1}, for ${JSON.stringify(member.ErrorEquals)}`,
    { ...fields, [name]: listOf(fields, name).toSpliced(index, 1) },
  ]);

const remove = (fields: Fields, name: string): readonly Change[] =>
  name in fields ? [[`${name}: ${JSON.stringify(fields[name])}`, without(fields, name)]] : [];

/** Makes of each comparison one that holds more often. */
const wider: Readonly<Record<string, (value: unknown) => Fields>> = {
  NumericGreaterThan: (value) => ({ NumericGreaterThanEquals: value }),
  NumericLessThan: (value) => ({ NumericLessThanEquals: value }),
  NumericGreaterThanEquals: (value) => ({ NumericGreaterThanEquals: (value as number) - 1 }),
  StringEquals: (value) => ({ StringGreaterThanEquals: value }),
  BooleanEquals: () => ({ IsBoolean: true }),
};

function widened(comparison: Fields): Change | undefined {
  const operator = Object.keys(wider).find((name) => name in comparison);
  if (operator === undefined) return undefined;
  const wide = { ...without(comparison, operator), ...wider[operator]!(comparison[operator]) };
  return [JSON.stringify(comparison), wide];
}

const otherThan = (right: unknown, { names, random }: Site): string => {
  const others = names.filter((name) => name !== right);
  return others[Math.floor(random() * others.length)]!;
};

const misled = (fields: Fields, site: Site): Change => {
  const wrong = otherThan(fields.Next, site);
  return [`"${wrong}" for ${JSON.stringify(fields.Next)}`, { ...fields, Next: wrong }];
};

/** The fields that tell a service that it is called again. */
const tokens = ['Name.$', 'MessageDeduplicationId.$'];

function unrepeatable(state: Fields): readonly Change[] {
  const parameters = (state.Parameters ?? {}) as Fields;
  const given = tokens.filter((token) => token in parameters);
  const changed = (parts: Fields): Fields => ({ ...state, Parameters: { ...parameters, ...parts } });
  const uuid = 'States.UUID()';
  return [
    ...given.map((token): Change => [`without "${token}"`, { ...state, Parameters: without(parameters, token) }]),
    ...given.map((token): Change => [`another "${token}" each time`, changed({ [token]: uuid })]),
    ...('Payload' in parameters
      ? [
          [
            'another payload each time',
            changed({ Payload: { ...(parameters.Payload as Fields), 'call.$': uuid } }),
          ] as const,
        ]
      : []),
  ];
}

const faults: Readonly<Record<string, (site: Site) => readonly Change[]>> = {
  'dropped Default': ({ state }) => remove(state, 'Default'),
  'widened comparison': ({ state }) =>
    changeEach(state, 'Choices', widened).concat(
      listOf(state, 'Choices').flatMap((rule, index) =>
        changeEach(rule, 'And', widened).map(([detail, wide]): Change => [
          detail,
          { ...state, Choices: listOf(state, 'Choices').with(index, wide) },
        ]),
      ),
    ),
  'removed Catch': ({ state }) => removeEach(state, 'Catch'),
  'removed Retry': ({ state }) => removeEach(state, 'Retry'),
  'changed BackoffRate': ({ state }) =>
    changeEach(state, 'Retry', (retrier) => {
      const { ErrorEquals, BackoffRate = 2 } = retrier as {
        readonly ErrorEquals: unknown;
        readonly BackoffRate?: number;
      };
      return [`for ${JSON.stringify(ErrorEquals)}`, { ...retrier, BackoffRate: BackoffRate + 1 }];
    }),
  'changed Seconds': ({ state }) =>
    typeof state.Seconds === 'number'
      ? [[`${state.Seconds * 10} for ${state.Seconds}`, { ...state, Seconds: state.Seconds * 10 }]]
      : [],
  'wrong Next': (site) => ('Next' in site.state ? [misled(site.state, site)] : []),
  'wrong Next of a rule': (site) => changeEach(site.state, 'Choices', (rule) => misled(rule, site)),
  'wrong Next of a Catcher': (site) => changeEach(site.state, 'Catch', (catcher) => misled(catcher, site)),
  'lost ResultPath': ({ state }) => remove(state, 'ResultPath'),
  'lost ResultPath of a Catcher': ({ state }) =>
    changeEach(state, 'Catch', (catcher) => remove(catcher, 'ResultPath')[0]),
  'call that is not idempotent': ({ state, isExpress }) => (isExpress ? unrepeatable(state) : []),
};

/** All faults at all places of the machine's own states; where one can be made in several ways, `random` takes one. */
export function mutantsOf(
  { States, ...top }: { readonly States: Readonly<Record<string, object>> },
  { random, isExpress }: Pick<Site, 'random' | 'isExpress'>,
): readonly Mutant[] {
  const names = Object.keys(States);
  return Object.entries(faults).flatMap(([fault, changesOf]) =>
    Object.entries(States).flatMap(([name, state]) =>
      changesOf({ state: state as Fields, names, random, isExpress }).map(([detail, mutant]) => ({
        name: `${fault} in "${name}": ${detail}`,
        definition: { ...top, States: { ...States, [name]: mutant } },
      })),
    ),
  );
}
