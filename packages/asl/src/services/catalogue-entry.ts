/** The API actions that AWS SDK integrations can call, by the names that Step Functions gives them. */
export interface Catalogue {
  /** The npm package the catalogue was made from, and its version. */
  readonly source: string;
  /** When it was made: `2026-11-21`. */
  readonly date: string;
  readonly services: Readonly<Record<string, CatalogueService>>;
}

export interface CatalogueService {
  /** What the names of the service's errors begin with: `DynamoDb` of `DynamoDb.ResourceNotFoundException`. */
  readonly errorPrefix: string;
  readonly actions: Readonly<Record<string, CatalogueAction>>;
}

export interface CatalogueAction {
  /** Members that each call must have. */
  readonly required?: readonly string[];
  /** The member that makes repetitions of a call one call. */
  readonly token?: string;
  readonly deprecated?: true;
  /** The action asks or answers with a stream of events, which Step Functions cannot carry. */
  readonly stream?: true;
}
