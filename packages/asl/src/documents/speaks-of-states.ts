/** Whether a text holds a definition, or a template with one. */
export const speaksOfStates = (text: string): boolean => /\bStartAt\b/.test(text) && /\bStates\b/.test(text);
