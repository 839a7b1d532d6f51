import {
  brokenCompensations,
  catchGapOf,
  effectsBefore,
  foreignReleases,
  isCompensation,
  isRecoverable,
  leftStanding,
  quotedFew,
  reachableStates,
  scopesOf,
  skippedCompensations,
  statesWithoutFailure,
  StateMachine,
  type BrokenCompensation,
  type CatchGap,
  type LeftStanding,
  type Scope,
  type SkippedCompensation,
  type State,
} from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'require-complete-catch',
  meta: {
    type: 'problem',
    docs: {
      description:
        'Require a Catch to take all errors where it takes timeouts only, all but timeouts, or undoes something, and to undo what an earlier one does',
      family: 'error handling',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      timeouts:
        '"States.TaskFailed" takes every error but a timeout, so that of "{{task}}" passes the Catch of "{{state}}"; add "States.Timeout", or use "States.ALL"',
      failures:
        'The Catch of "{{state}}" takes timeouts only, and any other failure passes it; add a Catch on "States.ALL"',
      undoing:
        'The Catch of "{{state}}" leads to "{{undo}}" after {{names}} only, and any other failure leaves what {{earlier}} did standing; add a Catch on "States.ALL"',
      shared:
        'The Catch of "{{state}}" leads to "{{handler}}" after {{names}} only, and any other failure passes it by, although those of {{others}} lead there after any; add a Catch on "States.ALL"',
      skipped:
        '"{{state}}" goes to "{{next}}" when it fails, and what {{earlier}} did stands, although "{{undo}}" undoes it when "{{other}}" fails; lead to "{{undo}}" from here, too',
      partly:
        '"{{state}}" goes to "{{next}}" when it fails, past "{{undo}}", which undoes more when "{{other}}" fails, an earlier state; lead to "{{undo}}" from here, too',
      broken:
        '"{{state}}" goes to "{{next}}" when it fails, just as when all is undone, but past "{{undo}}", so that nobody learns of what still stands; lead the Catch to a state that tells of it and goes on to "{{undo}}"',
      left: '"{{state}}" goes to "{{next}}" when it fails, and what "{{begun}}" did stands, although "{{end}}" undoes it when nothing fails; lead to "{{end}}" from here, too',
      foreign:
        '"{{begun}}" goes on to "{{end}}" also when the lock is taken, and gives back what belongs to another execution; lead its Catch past "{{end}}", or give that a "ConditionExpression" on the owner',
      handler:
        '"{{state}}" undoes something after a failure, and its Catch takes {{names}} only: any other failure hides the first one; add a Catch on "States.ALL"',
    },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine: StateMachine) {
        for (const scope of scopesOf(machine)) {
          check(scope, machine);
          const skipped = skippedCompensations(scope);
          for (const one of skipped) reportSkipped(one);
          // Of one Catch one thing is told: what undoes it may undo the rest as well.
          const told = new Set(skipped.map(({ caught }) => caught));
          const left = leftStanding(scope).filter(({ caught }) => !told.has(caught) && told.add(caught));
          for (const one of left) reportLeft(one, 'left');
          for (const one of foreignReleases(scope)) reportLeft(one, 'foreign');
          for (const broken of brokenCompensations(scope)) reportBroken(broken);
        }
      },
    };

    function check(scope: Scope, machine: StateMachine): void {
      const gaps = scope.states.flatMap((state) => {
        const gap = isRecoverable(state) ? catchGapOf(state) : undefined;
        // What passes in a branch or an item may be left to the Catch around.
        return gap && (scope === machine || gap.kind === 'others') ? [{ state, gap }] : [];
      });
      const reachable = gaps.length ? reachableStates(scope) : undefined;
      for (const { state, gap } of gaps) if (reachable!.has(state)) report(state, gap);
    }

    function reportSkipped({ caught, other, undo, done }: SkippedCompensation): void {
      context.report({
        loc: context.sourceCode.locOf(caught.field.value.range),
        messageId: done ? 'skipped' : 'partly',
        data: {
          state: caught.from.name,
          next: caught.to!.name,
          earlier: quotedFew((done ?? []).map(({ name }) => name)),
          undo: undo.name,
          other: other.name,
        },
      });
    }

    function reportLeft({ caught, begun, end }: LeftStanding, messageId: 'left' | 'foreign'): void {
      context.report({
        loc: context.sourceCode.locOf(caught.field.value.range),
        messageId,
        data: { state: caught.from.name, next: caught.to!.name, begun: begun.name, end: end.name },
      });
    }

    function reportBroken({ caught, undo }: BrokenCompensation): void {
      context.report({
        loc: context.sourceCode.locOf(caught.field.value.range),
        messageId: 'broken',
        data: { state: caught.from.name, next: caught.to!.name, undo: undo.name },
      });
    }

    function report(state: State, gap: CatchGap): void {
      const loc = context.sourceCode.locOf(gap.names[0]!.range);
      const data = { state: state.name, names: quotedFew(gap.names.map(({ value }) => value)) };
      if (gap.kind === 'timeout')
        context.report({ loc, messageId: 'timeouts', data: { ...data, task: gap.task.name } });
      else if (gap.kind === 'failure') context.report({ loc, messageId: 'failures', data });
      else if (!statesWithoutFailure(state.parent).has(state)) {
        if (isCompensation(state)) context.report({ loc, messageId: 'handler', data });
      } else {
        const earlier = gap.undo ? effectsBefore(state.parent)(state).map(({ name }) => name) : [];
        if (gap.undo && earlier.length) {
          const undoing = { ...data, undo: gap.undo.name, earlier: quotedFew(earlier) };
          context.report({ loc, messageId: 'undoing', data: undoing });
        } else if (gap.shared && state.parent instanceof StateMachine) {
          const { handler, others } = gap.shared;
          const shared = { ...data, handler: handler.name, others: quotedFew(others.map(({ name }) => name)) };
          context.report({ loc, messageId: 'shared', data: shared });
        }
      }
    }
  },
});
