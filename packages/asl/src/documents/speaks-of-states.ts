/** Whether a text holds a definition, or a template with one. */
export const speaksOfStates = (text: string): boolean => /\bStartAt\b/.test(text) && /\bStates\b/.test(text);

/** Whether a source holds one, or one state for the CDK's `CustomState`. */
export const sourceSpeaksOfStates = (text: string): boolean =>
  speaksOfStates(text) || (text.includes('CustomState') && text.includes('stateJson'));
