import type { AslRuleVisitor } from './rule-types';

type Listeners = Record<string, (node: never) => void>;

/**
 * The listeners that ESLint gets of a rule: the same functions for every file, which call those of the file that is being
 * linted; ESLint lints one after the other. It keeps each listener in a weak map, and V8 takes what hangs on one for
 * alive whenever it collects young objects only: with new ones the tree of each file would be copied about.
 */
export class LastingListeners {
  readonly #lasting: Listeners = {};
  #count = 0;
  #ofFile: Listeners = {};

  /** Takes the listeners for a new file, and gives those that last. */
  calling(ofFile: AslRuleVisitor): AslRuleVisitor {
    this.#ofFile = ofFile as Listeners;
    const selectors = Object.keys(ofFile);
    for (const selector of selectors) if (!(selector in this.#lasting)) this.#add(selector);
    // Most rules listen to the same nodes in every file.
    if (selectors.length === this.#count) return this.#lasting as AslRuleVisitor;
    return Object.fromEntries(selectors.map((selector) => [selector, this.#lasting[selector]])) as AslRuleVisitor;
  }

  #add(selector: string): void {
    this.#lasting[selector] = (node) => {
      this.#ofFile[selector]!(node);
    };
    this.#count++;
  }
}
