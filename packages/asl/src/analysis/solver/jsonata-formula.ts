import type { JsonataNode } from '../../expressions';
import type { ChoiceRule, Field } from '../../syntax';
import { and, doubtful, literal, not, or, test, type Formula, type Outcome } from './formula';
import { truthOf } from './query/logic';
import { binaryResults, read } from './query/read';
import { resultsOf, type Result, type Results } from './query/result';
import { builtinCall, hasExtras, outermost, type Scope } from './query/scope';
import type { SymbolicRoots } from './read-path';
import { foreignDomains } from './relation';
import { failureWays, waysInto } from './ways';

/** The Condition of a JSONata rule: true, false, or failing where it gives no boolean. */
export function conditionFormula(rule: ChoiceRule, roots: SymbolicRoots): Formula {
  const field = rule.field('Condition');
  const expression = field?.expressions[0];
  if (field?.isUnknown && !expression) return doubtful(field, 'Condition', 'the condition is a placeholder');
  if (!field || !expression) return literal(field?.json === true);
  const { jsonata } = expression;
  if (!jsonata?.ast || !jsonata.isComplete)
    return doubtful(field, expression.text ?? '', 'the condition is not complete');
  const states = new Map([
    ['input', roots.input],
    ['context', roots.context],
  ]);
  const scope = outermost({ states, variable: (name) => roots.variable(name) }, field);
  return new Condition(field, jsonata.code).booleanOf(jsonata.ast, scope);
}

/**
 * The formula of a condition. `and`, `or`, `$not` and `? :` stay apart as far as they are outermost, so that the search need
 * not go through all their combinations.
 */
class Condition {
  readonly #field: Field;
  readonly #text: string;

  constructor(field: Field, text: string) {
    this.#field = field;
    this.#text = text;
  }

  /** An expression that must give a boolean: anything else fails the execution, nothing at all included. */
  booleanOf(node: JsonataNode, scope: Scope): Formula {
    const inner = this.#formulaOf(node, scope, 'fails');
    if (inner) return inner;
    const reading = read(node, scope);
    return this.#test((outcome) => {
      if (outcome !== 'fails') return resultsOf(reading)(outcome);
      return [...waysInto(reading, { ...foreignDomains.Boolean, absent: true }, 'boolean'), ...failureWays(reading)];
    });
  }

  /** An expression of which only the truth matters. `whenNothing` is the outcome where it gives nothing. */
  #truthOf(node: JsonataNode, scope: Scope, whenNothing: Outcome): Formula {
    const inner = this.#formulaOf(node, scope, whenNothing);
    return inner ?? this.#ofResults(truthOf(read(node, scope), this.#field), whenNothing);
  }

  /** An expression that gives a boolean or nothing by its form; undefined for any other. */
  #formulaOf(node: JsonataNode, scope: Scope, whenNothing: Outcome): Formula | undefined {
    if (hasExtras(node)) return undefined;
    if (node.type === 'block' && node.expressions.length === 1) {
      return this.#formulaOf(node.expressions[0]!, scope, whenNothing);
    }
    if (node.type === 'binary') return this.#ofOperator(node, scope, whenNothing);
    const call = builtinCall(node, scope);
    const [argument] = call?.arguments ?? [];
    if (!call || !argument || call.arguments.length > 1) return undefined;
    if (call.name === 'not') return not(this.#truthOf(argument, scope, opposite[whenNothing]));
    return call.name === 'boolean' ? this.#truthOf(argument, scope, whenNothing) : undefined;
  }

  #ofOperator(node: Extract<JsonataNode, { type: 'binary' }>, scope: Scope, whenNothing: Outcome): Formula | undefined {
    const { value: operator, lhs, rhs } = node;
    // Nothing counts as false here.
    if (operator === 'and') return and(this.#truthOf(lhs, scope, 'false'), this.#truthOf(rhs, scope, 'false'));
    if (operator === 'or') return or(this.#truthOf(lhs, scope, 'false'), this.#truthOf(rhs, scope, 'false'));
    const results = binaryResults(node, scope);
    return results && this.#ofResults(results, whenNothing);
  }

  #ofResults(results: Results, whenNothing: Outcome): Formula {
    return this.#test((outcome) => [...results(outcome), ...(outcome === whenNothing ? results('nothing') : [])]);
  }

  #test(ways: (outcome: Outcome & Result) => ReturnType<Results>): Formula {
    return test({ node: this.#field, text: this.#text, ways });
  }
}

const opposite: Readonly<Record<Outcome, Outcome>> = { true: 'false', false: 'true', fails: 'fails' };
