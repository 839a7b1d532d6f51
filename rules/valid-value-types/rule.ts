import {
  allExpressionsOf,
  describeWay,
  intrinsicTypeFaultsOf,
  openItemsOf,
  parsedTwiceIn,
  renderedObjectsOf,
  unplaceableResultsOf,
  wrongParametersOf,
  wrongTypesOf,
  wrongValuesOf,
  type IntrinsicTypeFault,
  type StateMachine,
  type WrongParameter,
  type WrongType,
} from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';
import { withArticle } from '../src/type-words';

export default createStatelessRule({
  name: 'valid-value-types',
  meta: {
    type: 'problem',
    docs: {
      description: 'Require paths and expressions to give values of the type that their field takes',
      family: 'data flow',
      recommended: true,
      // Proven, but only of executions that come to this state; AWS accepts the definition.
      severity: 'warn',
    },
    messages: {
      wrong: '"{{field}}" of "{{state}}" takes {{expected}} and is given {{actual}}, so it fails; {{remedy}}',
      wrongOnWay:
        '"{{field}}" of "{{state}}" takes {{expected}} and is given {{actual}} on the way {{way}}, so it fails there; {{remedy}}',
      place:
        '"ResultPath" of {{node}} puts the result into "{{holder}}", which is {{actual}} and takes none, so it fails with "States.ResultPathMatchFailure"; {{remedy}}',
      sequence:
        '"Items" of "{{state}}" is given no list where this finds one value, and nothing where it finds none: JSONata takes a list of one for its element; put "[...]" around it',
      rendered:
        '"{{value}}" is an object, and "States.Format" writes it as Java does, as in "{name=a}", so the text is no JSON; use "States.JsonToString({{value}})"',
      parsed:
        '"{{path}}" is JSON already, for ".sync:2" has read it, and "{{call}}" takes a text, so it fails unless the child ends with a text itself; read "{{path}}" as it is',
      argument: '"{{path}}" is {{actual}}{{onWay}}, and "{{call}}" takes {{expected}} there, so it fails; {{remedy}}',
    },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine: StateMachine) {
        for (const wrong of wrongTypesOf(machine)) {
          const { expected, actual } = wrong;
          reportWrong(wrong, {
            expected: withArticle(expected),
            actual: actual.map(withArticle).join(' or '),
            remedy: remedyFor(wrong),
          });
        }
        for (const wrong of wrongValuesOf(machine)) {
          const { expected, values } = wrong;
          reportWrong(wrong, {
            expected,
            actual: values.map((value) => JSON.stringify(value)).join(' or '),
            remedy: 'give it one where the value is made',
          });
        }
        for (const { task, expression, member, expected, actual } of wrongParametersOf(machine)) {
          context.report({
            loc: context.sourceCode.locOf(expression.range),
            messageId: 'wrong',
            data: {
              field: member,
              state: task.name,
              expected: withArticle(expected),
              actual: actual.map(withArticle).join(' or '),
              remedy: remedyForParameter(expected, expression),
            },
          });
        }
        for (const { state, field, holder, types } of unplaceableResultsOf(machine)) {
          const isOfCatch = field.parent !== state;
          context.report({
            loc: context.sourceCode.locOf(field.value.range),
            messageId: 'place',
            data: {
              node: isOfCatch ? `a Catch of "${state.name}"` : `"${state.name}"`,
              holder,
              actual: types.map(withArticle).join(' or '),
              remedy: 'make an object of it before, by "Parameters", "ItemSelector", "ResultSelector" or "ResultPath"',
            },
          });
        }
        for (const { read, call } of parsedTwiceIn(machine)) {
          context.report({
            loc: context.sourceCode.locOf(read.expression.rangeOf(read.span)),
            messageId: 'parsed',
            data: { path: read.path, call },
          });
        }
        for (const expression of allExpressionsOf(machine)) {
          for (const span of renderedObjectsOf(expression)) {
            context.report({
              loc: context.sourceCode.locOf(expression.rangeOf(span)),
              messageId: 'rendered',
              data: { value: expression.text!.slice(span.start, span.end) },
            });
          }
          for (const fault of intrinsicTypeFaultsOf(expression)) {
            context.report({
              loc: context.sourceCode.locOf(expression.rangeOf(fault.span)),
              messageId: 'argument',
              data: {
                path: fault.path,
                onWay: fault.onWay ? ` on the way ${describeWay(fault.onWay.world.trail, fault.onWay.state.name)}` : '',
                call: fault.call,
                actual: withArticle(fault.type),
                expected: fault.expected.map(withArticle).join(' or '),
                remedy: remedyForArgument(fault),
              },
            });
          }
        }
      },
      MapState(state) {
        const open = openItemsOf(state);
        if (open) {
          context.report({
            loc: context.sourceCode.locOf(open.expression.rangeOf(open.span)),
            messageId: 'sequence',
            data: { state: state.name },
          });
        }
      },
    };

    function reportWrong(
      { read, field, ways }: Pick<WrongType, 'read' | 'field'> & Partial<Pick<WrongType, 'ways'>>,
      words: Readonly<Record<'expected' | 'actual' | 'remedy', string>>,
    ): void {
      const way = describeWay(read.world.trail, read.state.name);
      context.report({
        loc: context.sourceCode.locOf(read.expression.range),
        messageId: ways === 'some' ? 'wrongOnWay' : 'wrong',
        data: { field: field.name, state: read.state.name, way, ...words },
      });
    }
  },
});

function remedyForArgument({ path, type, expected }: IntrinsicTypeFault): string {
  if (type === 'string') return `make JSON of it with "States.StringToJson(${path})"`;
  if (expected.includes('string')) return `make a text of it with "States.JsonToString(${path})"`;
  return expected.includes('array') ? 'read the list that is meant' : 'read a member or an element of it';
}

function remedyForParameter(expected: WrongParameter['expected'], { kind }: WrongParameter['expression']): string {
  if (expected === 'array') return kind === 'jsonata' ? listInJsonata : listByIntrinsic;
  return kind === 'jsonata' ? 'convert it with "$string"' : textByIntrinsic;
}

const listInJsonata = 'make one with "[...]"';
const listByIntrinsic = 'make one with "States.Array"';
const numberByIntrinsic = 'make it one with "States.StringToJson"';
const textByIntrinsic = 'make it one with "States.Format"';

function remedyFor({ expected, actual, read }: WrongType): string {
  const isJsonata = read.expression.kind === 'jsonata';
  if (expected === 'boolean') return 'compare it with something, or ask with "$exists"';
  if (expected === 'array') {
    return actual.includes('object') ? 'read the list that is in it' : isJsonata ? listInJsonata : listByIntrinsic;
  }
  const isScalar = actual.every((type) => type === 'string' || type === 'number');
  if (isJsonata && isScalar) return `convert it with "$${expected}"`;
  if (isScalar && expected === 'string') return textByIntrinsic;
  if (isScalar) return actual.includes('string') ? numberByIntrinsic : 'read the number that is meant';
  return 'read a member or an element of it';
}
