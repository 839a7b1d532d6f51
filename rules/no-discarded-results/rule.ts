import {
  describeWay,
  discardedResultsOf,
  errorsWithoutFailure,
  misnamedResultsOf,
  misplacedErrorsOf,
  resultsOfFailures,
  resultsOfOtherWays,
  resultsOutOfReach,
  statesOf,
  type DataRead,
  type State,
  type StateMachine,
} from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'no-discarded-results',
  meta: {
    type: 'problem',
    docs: {
      description:
        'Disallow reading a result that was dropped, stands in another place, or that a failure has not given',
      family: 'data flow',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      dropped:
        '"{{path}}" reads "{{member}}" of the result of "{{state}}", which "ResultPath": null drops; put the result into the data with a "ResultPath"',
      notHandedOn:
        '"{{path}}" reads "{{member}}" of the result of "{{state}}", which its "Output" does not hand on; merge "$states.result" into the "Output", or assign it to a variable',
      elsewhere:
        '"{{path}}" reads "{{member}}" of the result of "{{state}}", which is in "{{place}}"; read "{{place}}{{rest}}"',
      misnamed:
        '"{{path}}" reads a result, and no state puts one into "{{place}}": that of "{{state}}" is in "{{placedAt}}"; read it there',
      nowhere:
        '"{{path}}" reads a result, and no state puts one into "{{place}}": that of "{{state}}" is dropped; {{remedy}}',
      failed:
        '"{{path}}" reads the result of "{{state}}", which gives none when it fails and its Catch leads here; ask with {{test}} before, or read only what the error output has',
      otherWay:
        '"{{path}}" reads the result of "{{state}}", which the way {{way}} does not come by; put something there on that way, too, or ask with {{test}} before',
      outOfReach:
        '"{{path}}" reads the result of "{{state}}", and no way to "{{reader}}" comes by that; let it come first, or read what an earlier state has brought',
      errorDropped:
        '"{{path}}" reads the error of "{{state}}", which "ResultPath": null in its Catch drops; put it into the data with a "ResultPath" such as "$.error"',
      errorNotHandedOn:
        '"{{path}}" reads the error of "{{state}}", which the "Output" of its Catch does not hand on; merge "$states.errorOutput" into the "Output"',
      errorElsewhere:
        '"{{path}}" reads the error of "{{state}}", which its Catch puts into "{{place}}"; read "{{place}}{{rest}}"',
      notFailed:
        '"{{path}}" reads the error of "{{state}}", and the way {{way}} brings none, because nothing has failed on it; read it behind the Catch, or ask with {{test}} before',
      selector:
        '"ResultSelector" has no effect: "ResultPath": null drops what it selects; give "ResultPath" a path, or remove "ResultSelector"',
    },
    schema: [],
  },
  create(context) {
    type MessageId = Extract<Parameters<typeof context.report>[0], { messageId: string }>['messageId'];
    const report = (messageId: MessageId, { read, state }: Finding, more: Readonly<Record<string, string>>) =>
      context.report({
        loc: context.sourceCode.locOf(read.expression.rangeOf(read.span)),
        messageId,
        data: { path: read.path, state: state.name, ...more },
      });
    return {
      StateMachine(machine: StateMachine) {
        for (const state of statesOf(machine)) {
          const selector = state.field('ResultSelector');
          const isDropped = state.field('ResultPath')?.value.kind === 'null';
          if (!selector || !isDropped || state.queryLanguage === 'JSONata') continue;
          context.report({ loc: context.sourceCode.locOf(selector.key.range), messageId: 'selector' });
        }
        for (const found of resultsOfFailures(machine)) report('failed', found, { test: testFor(found.read) });
        for (const found of resultsOutOfReach(machine)) report('outOfReach', found, { reader: found.read.state.name });
        for (const found of resultsOfOtherWays(machine)) report('otherWay', found, wayAndTestFor(found.read));
        for (const found of discardedResultsOf(machine)) {
          const { state, member, placedAt, rest } = found;
          report(
            placedAt !== undefined ? 'elsewhere' : state.queryLanguage === 'JSONata' ? 'notHandedOn' : 'dropped',
            found,
            { member, place: placedAt ?? '', rest },
          );
        }
        for (const found of misnamedResultsOf(machine)) {
          const { state, place, placedAt = '' } = found;
          const remedy =
            state.queryLanguage === 'JSONata'
              ? 'merge "$states.result" into its "Output" under that name'
              : `give it "ResultPath": "${place.replace('$states.input', '$')}"`;
          report(placedAt ? 'misnamed' : 'nowhere', found, { place, placedAt, remedy });
        }
        for (const found of misplacedErrorsOf(machine)) {
          const { state, placedAt, rest } = found;
          report(
            placedAt !== undefined
              ? 'errorElsewhere'
              : state.queryLanguage === 'JSONata'
                ? 'errorNotHandedOn'
                : 'errorDropped',
            found,
            { place: placedAt ?? '', rest },
          );
        }
        for (const found of errorsWithoutFailure(machine)) report('notFailed', found, wayAndTestFor(found.read));
      },
    };
  },
});

/** A path, and the state whose result or error it reads. */
interface Finding {
  readonly read: DataRead;
  readonly state: State;
}

const wayAndTestFor = (read: DataRead) => ({
  way: describeWay(read.world.trail, read.state.name),
  test: testFor(read),
});

const testFor = ({ expression }: DataRead): string =>
  expression.kind === 'jsonata' ? '$exists' : '"IsPresent" in a Choice';
