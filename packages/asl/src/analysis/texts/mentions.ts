import { descendantsOf, type Expression, type State } from '../../syntax';

/** Whether an expression reads a place: `$i`, `$.loop.count`, or what is inside. */
export const mentions = (text: string, place: string): boolean =>
  text
    .split(place)
    .slice(1)
    .some((rest) => !/^\w/.test(rest));

/** What a state and all inside it read; a ResultPath says where something is put. */
export const readingExpressions = (state: State): readonly Expression[] => state.once(findReadingExpressions);

const findReadingExpressions = (state: State): readonly Expression[] =>
  [...descendantsOf(state)]
    .flatMap(({ fields }) => fields.filter(({ name }) => name !== 'ResultPath'))
    .flatMap(({ expressions }) => expressions);
