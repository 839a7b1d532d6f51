/** The sections of docs/rules.md in their order: `RuleFamily` in rules/src/rule-types.ts, and what their findings rest on. */
export const ruleFamilies = [
  { name: 'syntax', title: 'Syntax', evidence: 'The fields, types and words that AWS accepts.' },
  { name: 'references', title: 'References', evidence: 'The graph of the states, scope by scope.' },
  {
    name: 'error handling',
    title: 'Error handling',
    evidence: 'The errors that each state and each integration can raise, and the ways that a failure takes.',
  },
  {
    name: 'time',
    title: 'Time',
    evidence: 'Least and most times of states and ways ([time bounds](architecture/time-bounds.md)).',
  },
  {
    name: 'choice',
    title: 'Choice',
    evidence:
      'The values that may come to the state ([shapes](architecture/shapes.md)) and what the tests demand of them ([Choice solver](architecture/choice-solver.md)).',
  },
  {
    name: 'data flow',
    title: 'Data flow',
    evidence:
      'Paths and payload templates, and what each state can find in its input, way by way ([shapes](architecture/shapes.md)).',
  },
  { name: 'variables', title: 'Variables', evidence: 'The scopes and the states that assign a variable.' },
  {
    name: 'JSONata',
    title: 'JSONata',
    evidence: 'The syntax tree of each expression, and the functions that Step Functions has.',
  },
  {
    name: 'integrations',
    title: 'Integrations',
    evidence: 'A catalogue of the services, their actions, parameters and results, made from the models of AWS.',
  },
  {
    name: 'Express',
    title: 'Express',
    evidence: 'What Express workflows cannot do, and what may run twice because they run at least once.',
  },
  {
    name: 'loops and limits',
    title: 'Loops and limits',
    evidence: 'The loops of the graph, their ways out, what each round adds, and the quotas of AWS.',
  },
  { name: 'hygiene', title: 'Security and hygiene', evidence: 'The literal texts of the definition.' },
];
