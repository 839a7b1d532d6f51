import { idleBoundsOf, idleCountersOf, quotedFew, scopesOf, type IdleCounter, type StateMachine } from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'no-idle-counters',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow loops whose counter never comes to its bound',
      family: 'loops and limits',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      unchanged:
        '{{states}} go round until "{{place}}" comes to {{bound}}, but none of them changes it{{counted}}; count the rounds in "{{place}}"',
      backwards:
        '{{states}} go round until "{{place}}" comes to {{bound}}, but "{{by}}" counts it {{direction}} by {{step}} in each round; count it {{otherDirection}}, or turn the comparison round',
      reset:
        '{{states}} go round until "{{place}}" comes to {{bound}}, but "{{by}}" sets it to {{value}} in each round; set it before the loop only',
      skipped:
        '{{states}} go round until "{{place}}" is {{bound}}, but "{{by}}" counts it {{direction}} by {{step}} from {{start}}, which never meets {{bound}}; end the loop at {{bound}} or {{beyond}}, or change the step',
      undecided:
        '"{{choice}}" goes on to "{{target}}" whether "{{place}}" has come to {{bound}} or not, so "{{by}}" counts for nothing; lead out of the loop at {{bound}}',
      late: '"{{choice}}" asks whether "{{place}}" has come to {{bound}} only after the rules that lead on in the loop, so "{{by}}" counts for nothing; put the rule that leads to "{{target}}" before them',
    },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine: StateMachine) {
        for (const scope of scopesOf(machine)) {
          for (const idle of idleCountersOf(scope)) {
            context.report({
              loc: context.sourceCode.locOf(idle.bound.at.range),
              messageId: idle.kind,
              data: {
                states: quotedFew(idle.states.map(({ name }) => name)),
                place: idle.bound.place,
                bound: textOf(idle.bound.bound),
                ...evidenceOf(idle),
              },
            });
          }
          for (const { kind, choice, bound, target, by } of idleBoundsOf(scope)) {
            context.report({
              loc: context.sourceCode.locOf(bound.at.range),
              messageId: kind,
              data: {
                choice: choice.name,
                place: bound.place,
                bound: textOf(bound.bound),
                target: target.name,
                by: by.name,
              },
            });
          }
        }
      },
    };
  },
});

const textOf = (bound: number | string): number | string => (typeof bound === 'number' ? bound : `"${bound}"`);

function evidenceOf(idle: IdleCounter) {
  switch (idle.kind) {
    case 'unchanged':
      return { counted: idle.counted === undefined ? '' : `, only "${idle.counted}" is` };
    case 'skipped': {
      const isUp = idle.step > 0;
      return {
        by: idle.by.name,
        direction: isUp ? 'up' : 'down',
        step: Math.abs(idle.step),
        start: idle.start,
        beyond: isUp ? 'more' : 'less',
      };
    }
    case 'backwards': {
      const [direction, otherDirection] = idle.step > 0 ? ['up', 'down'] : ['down', 'up'];
      return { by: idle.by.name, direction, otherDirection, step: Math.abs(idle.step) };
    }
    case 'reset':
      return { by: idle.by.name, value: idle.value };
  }
}
