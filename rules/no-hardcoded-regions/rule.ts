import { regionsOf, type StateMachine } from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export interface NoHardcodedRegionsOptions {
  /** Regions that may be named. */
  readonly allow: readonly string[];
}

export default createStatelessRule({
  name: 'no-hardcoded-regions',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Disallow the names of regions in ARNs, URLs and parameters',
      family: 'hygiene',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      region:
        '"{{region}}" is a region, so that the definition works in that one only; use a placeholder such as "${AWS::Region}", or allow it in the options',
    },
    schema: [
      {
        type: 'object',
        properties: { allow: { type: 'array', items: { type: 'string' }, uniqueItems: true } },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ allow: [] }] as [NoHardcodedRegionsOptions],
  },
  create(context) {
    const [{ allow }] = context.options;
    return {
      StateMachine(machine: StateMachine) {
        for (const { in: text, text: region, start, end } of regionsOf(machine)) {
          if (!/^[a-z]{2}(-[a-z]+){1,2}-\d$/.test(region) || allow.includes(region)) continue;
          if (region === 'us-east-1' && isGlobal(text.value, start, end)) continue;
          context.report({
            loc: context.sourceCode.locOf([text.at(start), text.at(end)]),
            messageId: 'region',
            data: { region },
          });
        }
      },
    };
  },
});

/**
 * Whether the region stands in the name of something that a global service has in us-east-1 only: the logs of queries to Route 53 and
 * what CloudFront takes (their guides).
 */
function isGlobal(text: string, start: number, end: number): boolean {
  const [before = ''] = /[^\s"']*$/.exec(text.slice(0, start)) ?? [];
  const [behind = ''] = /^[^\s"']*/.exec(text.slice(end)) ?? [];
  return /cloudfront|route53|:global\//i.test(before + behind);
}
