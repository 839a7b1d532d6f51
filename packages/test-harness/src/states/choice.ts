import { compareChoice, type ChoiceRule, type ChoiceState, type ChoiceTest, type Json } from '@stepproof/asl';
import { compileJsonPathAssign } from '../data-flow/assign';
import { JsonataFlow } from '../data-flow/jsonata-flow';
import { compileJsonataExpression } from '../data-flow/jsonata-template';
import { JsonPathFlow } from '../data-flow/json-path-flow';
import { compilePath, pathOf, type PathReader } from '../data-flow/path-field';
import { FieldRoots } from '../data-flow/roots';
import type { StatePlan } from '../plan/plan';
import { runtimeFailure, StateFailure } from '../recovery/state-failure';
import type { Exit } from './exit';
import type { Visit } from './visit';

/**
 * Goes on to the first rule that matches, else to Default. A rule that is taken brings its own Assign and Output; those
 * of the state are for Default.
 */
export function compileChoice(node: ChoiceState): StatePlan['run'] {
  return node.queryLanguage === 'JSONata' ? compileJsonataChoice(node) : compileJsonPathChoice(node);
}

const noChoiceMatched = (visit: Visit): StateFailure =>
  new StateFailure(
    'States.NoChoiceMatched',
    `No choice of the state '${visit.state.name}' matched, and it has no Default.`,
  );

function compileJsonPathChoice(node: ChoiceState): StatePlan['run'] {
  const flow = new JsonPathFlow(node);
  const rules = node.choices.map((rule, index) => ({
    matches: compileTest(rule),
    way: wayOf(rule, node.name, index),
    assign: compileJsonPathAssign(rule),
  }));
  const byDefault = defaultWay(node);
  return (visit) => {
    const effective = flow.effectiveInput(visit);
    const roots = new FieldRoots(visit, effective);
    const rule = rules.find(({ matches }) => matches(roots));
    if (rule) return exitBy(rule.way, flow.filterOutput(visit, effective), rule.assign?.(visit, effective));
    if (byDefault.next === undefined) throw noChoiceMatched(visit);
    const { output, assigned } = flow.passOn(visit, effective);
    return exitBy(byDefault, output, assigned);
  };
}

type Way = Pick<Exit, 'next' | 'note'>;

const wayOf = (rule: ChoiceRule, state: string, index: number): Way => ({
  next: rule.Next as string,
  note: { kind: 'rule', state, index },
});

const defaultWay = ({ name: state, Default }: ChoiceState): Way => ({
  next: Default as string | undefined,
  note: { kind: 'default', state },
});

const exitBy = ({ next, note }: Way, output: Json, assigned: Exit['assigned']): Exit => ({
  output,
  assigned,
  next,
  note,
});

type Test = (roots: FieldRoots) => boolean;

function compileTest(test: ChoiceTest): Test {
  if (test.and.length > 0) {
    const tests = test.and.map(compileTest);
    return (roots) => tests.every((inner) => inner(roots));
  }
  if (test.or.length > 0) {
    const tests = test.or.map(compileTest);
    return (roots) => tests.some((inner) => inner(roots));
  }
  if (test.not) {
    const inner = compileTest(test.not);
    return (roots) => !inner(roots);
  }
  return compileComparison(test);
}

function compileComparison(test: ChoiceTest): Test {
  const [operator] = test.operators;
  const variable = pathOf(test.field('Variable'));
  // The validity checks have refused rules without one.
  if (operator === undefined || !variable) return () => false;
  const read = compilePath(variable);
  const operandPath = operator.endsWith('Path') ? pathOf(test.field(operator)) : undefined;
  const literal = test.field(operator)!.json;
  const operandOf = operandPath ? mustFind(compilePath(operandPath), operandPath.text) : () => literal;
  if (operator === 'IsPresent') {
    return (roots) => {
      const found = read(roots);
      return compareChoice(operator, found.found ? found.value : undefined, literal);
    };
  }
  const valueOf = mustFind(read, variable.text);
  return (roots) => compareChoice(operator, valueOf(roots), operandOf(roots));
}

/** Every operator but IsPresent fails the execution where its path leads nowhere. */
function mustFind(read: PathReader, text: string): (roots: FieldRoots) => Json {
  return (roots) => {
    const result = read(roots);
    if (result.found) return result.value;
    throw runtimeFailure(`Invalid path '${text}': The choice state's condition path references an invalid value.`);
  };
}

function compileJsonataChoice(node: ChoiceState): StatePlan['run'] {
  const flow = new JsonataFlow(node);
  const rules = node.choices.map((rule, index) => ({
    matches: compileCondition(rule),
    way: wayOf(rule, node.name, index),
    flow: new JsonataFlow(rule),
  }));
  const byDefault = defaultWay(node);
  return (visit) => {
    const rule = rules.find(({ matches }) => matches(visit));
    if (!rule && byDefault.next === undefined) throw noChoiceMatched(visit);
    const { output, assigned } = (rule?.flow ?? flow).passOn(visit);
    return exitBy(rule?.way ?? byDefault, output, assigned);
  };
}

function compileCondition(rule: ChoiceRule): (visit: Visit) => boolean {
  const field = rule.field('Condition');
  const expression = field?.expressions[0];
  if (expression) {
    const evaluate = compileJsonataExpression(expression, 'boolean');
    return (visit) => evaluate(visit, {}) === true;
  }
  const literal = field?.json === true;
  return () => literal;
}
