import type { Span } from '../span';
import type { JsonataLambda, JsonataNode, JsonataPathNode, JsonataStage, JsonataVariable } from './ast';
import type {
  FunctionCall,
  JsonataReferences,
  StatesReference,
  TopLevelReference,
  VariableReference,
} from './references';
import { Scope } from './scope';

/**
 * A chain of 200 operators already overflows the stack of AWS's evaluator (measured), so an expression this deep never
 * runs there; the limit keeps our own recursion bounded.
 */
const maximumDepth = 500;

export class TooDeep extends Error {}

/** Collects the references of a tree; throws {@link TooDeep} for one deeper than the limit. */
export function referencesOf(root: JsonataNode, text: string): JsonataReferences {
  const collector = new Collector(text);
  const scope = new Scope();
  collector.visit(root, { scope, hasContext: false, depth: 0 });
  scope.close();
  return collector.references;
}

interface Place {
  readonly scope: Scope;
  /**
   * Whether `$` and plain names have a value to start from. At the top level of an expression they have none, because
   * Step Functions evaluates without an input document; the steps of a path, predicates, functions, the right side of
   * `~>` and the like provide one.
   */
  readonly hasContext: boolean;
  readonly depth: number;
}

class Collector {
  private readonly text: string;
  private readonly topLevel: TopLevelReference[] = [];
  private readonly states: StatesReference[] = [];
  private readonly variables: VariableReference[] = [];
  private readonly calls: FunctionCall[] = [];

  constructor(text: string) {
    this.text = text;
  }

  get references(): JsonataReferences {
    const inOrder = <T extends Span>(found: T[]) => found.sort((a, b) => a.start - b.start);
    return {
      topLevel: inOrder(this.topLevel),
      states: inOrder(this.states),
      variables: inOrder(this.variables),
      calls: inOrder(this.calls),
    };
  }

  visit(node: JsonataNode, outer: Place): void {
    if (outer.depth > maximumDepth) throw new TooDeep();
    const place = { ...outer, depth: outer.depth + 1 };
    this.visitOwn(node, place);
    if (node.type !== 'path') this.visitBehind(node, place);
    const inside = { ...place, hasContext: true };
    for (const pair of node.group?.lhs ?? []) for (const part of pair) this.visit(part, inside);
  }

  private visitOwn(node: JsonataNode, place: Place): void {
    const inside = { ...place, hasContext: true };
    switch (node.type) {
      case 'path':
        this.visitPath(node, place);
        return;
      case 'name':
        if (!place.hasContext) this.topLevel.push({ name: node.value, ...this.spanOfName(node) });
        return;
      case 'variable':
        this.visitVariable(node, place);
        return;
      case 'binary':
        this.visit(node.lhs, place);
        this.visit(node.rhs, place);
        return;
      case 'unary':
        if (node.value === '-') this.visit(node.expression, place);
        else if (node.value === '[') for (const item of node.expressions) this.visit(item, place);
        else for (const pair of node.lhs) for (const part of pair) this.visit(part, place);
        return;
      case 'apply':
        this.visit(node.lhs, place);
        if (node.rhs.type === 'function') this.visitCall(node.rhs, inside, 1);
        else this.visit(node.rhs, inside);
        return;
      case 'bind':
        this.visit(node.rhs, place);
        place.scope.bind(node.lhs.value);
        return;
      case 'function':
      case 'partial':
        this.visitCall(node, place, 0);
        return;
      case 'lambda':
        if (node.thunk) this.visit(node.body, place);
        else
          place.scope.atTheEnd(() => {
            this.visitBody(node, inside);
          });
        return;
      case 'condition':
        this.visit(node.condition, place);
        this.visit(node.then, place);
        if (node.else) this.visit(node.else, place);
        return;
      case 'transform':
        this.visit(node.pattern, inside);
        this.visit(node.update, inside);
        if (node.delete) this.visit(node.delete, inside);
        return;
      case 'block': {
        const scope = new Scope(place.scope);
        for (const expression of node.expressions) this.visit(expression, { ...place, scope });
        scope.close();
        return;
      }
      case 'sort':
        for (const term of node.terms) this.visit(term.expression, inside);
        return;
      case 'string':
      case 'number':
      case 'value':
      case 'regex':
      case 'wildcard':
      case 'descendant':
      case 'parent':
      case 'operator':
        return;
    }
  }

  private visitBody(node: JsonataLambda, place: Place): void {
    const scope = new Scope(place.scope);
    for (const parameter of node.arguments) scope.bind(parameter.value);
    this.visit(node.body, { ...place, scope });
    scope.close();
  }

  /** A path has a scope of its own only if a step binds `@$focus` or `#$index` for the steps behind it. */
  private visitPath(node: JsonataPathNode, place: Place): void {
    const bindsSteps = node.steps.some((step) => bindsName(step));
    const scope = bindsSteps ? new Scope(place.scope) : place.scope;
    node.steps.forEach((step, index) => {
      const stepPlace = { ...place, scope, hasContext: place.hasContext || index > 0 };
      if (step.type === 'variable' && step.value === 'states' && !scope.binds('states')) {
        this.states.push(this.statesReference(step, node.steps[index + 1]));
        this.visitBehind(step, stepPlace);
      } else {
        this.visit(step, stepPlace);
      }
    });
    this.visitBehind(node, { ...place, scope });
    if (bindsSteps) scope.close();
  }

  /** What follows a node in `[...]`, `@$name` and `#$name`. */
  private visitBehind(node: JsonataNode, place: Place): void {
    if (node.focus !== undefined) place.scope.bind(node.focus);
    if (node.index !== undefined) place.scope.bind(node.index);
    const stages: readonly JsonataStage[] = [...(node.predicate ?? []), ...(node.stages ?? [])];
    for (const stage of stages) {
      if (stage.type === 'index') place.scope.bind(stage.value);
      else this.visit(stage.expr, { ...place, hasContext: true });
    }
  }

  private visitVariable(node: JsonataVariable, place: Place): void {
    const span = this.spanOfVariable(node);
    if (node.value === '' || node.value === '$') {
      if (!place.hasContext) this.topLevel.push({ name: `$${node.value}`, ...span });
    } else if (place.scope.binds(node.value)) {
      return;
    } else if (node.value === 'states') {
      this.states.push({ member: undefined, ...span });
    } else {
      this.variables.push({ name: node.value, ...span });
    }
  }

  private visitCall(node: Extract<JsonataNode, { procedure: unknown }>, place: Place, applied: number): void {
    const { procedure } = node;
    if (procedure.type === 'variable' && procedure.value !== '' && procedure.value !== '$') {
      const name = procedure.value;
      if (!place.scope.binds(name)) {
        this.calls.push({ name, arguments: node.arguments.length + applied, ...this.spanOfVariable(procedure) });
      }
    } else {
      this.visit(procedure, place);
    }
    for (const argument of node.arguments) this.visit(argument, place);
  }

  private statesReference(step: JsonataVariable, next: JsonataNode | undefined): StatesReference {
    const { start, end } = this.spanOfVariable(step);
    if (next?.type !== 'name') return { member: undefined, start, end };
    return { member: next.value, start, end: next.position ?? end };
  }

  private spanOfVariable(node: JsonataVariable): Span {
    const end = node.position ?? 0;
    return { start: Math.max(0, end - node.value.length - 1), end };
  }

  private spanOfName(node: { readonly value: string; readonly position?: number }): Span {
    const end = node.position ?? 0;
    const quotes = this.text[end - 1] === '`' ? 2 : 0;
    return { start: Math.max(0, end - node.value.length - quotes), end };
  }
}

/** Whether `@$name` or `#$name` follows the step. */
function bindsName(step: JsonataNode): boolean {
  const isIndexed = step.index !== undefined || step.stages?.some((stage) => stage.type === 'index');
  return step.focus !== undefined || isIndexed === true;
}
