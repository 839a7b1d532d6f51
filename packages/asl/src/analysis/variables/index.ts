export { assignmentsOf, isAssigned, variableGivenBy, type Assignment } from './assignments';
export { assignednessOf, type Assignedness } from './assigned';
export { outerScopes } from './outer-scopes';
export { overwrittenAssignmentsOf, type OverwrittenAssignment } from './overwritten';
export { variableReadsOf, type VariableRead } from './reads';
export { unusedVariablesOf, type UnusedVariable } from './unused';
