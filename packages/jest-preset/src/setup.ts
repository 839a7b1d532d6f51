import { expect } from '@jest/globals';
import { CoverageRecorder, observeExecutions } from '@stepproof/test-harness';
import { equalDefinitions } from './definition-equality';
import * as matchers from './matchers';
import { executionSerializer } from './execution-serializer';

/** Prepares a test file: the matchers, how executions look in snapshots, and the counting of what they run through. */
expect.extend(matchers);
expect.addEqualityTesters([equalDefinitions]);
expect.addSnapshotSerializer(executionSerializer);

// Where Istanbul keeps what its instrumented code has counted, and where jest looks for it.
const realm = globalThis as { __coverage__?: Record<string, unknown> };
observeExecutions(new CoverageRecorder((realm.__coverage__ ??= {})).observe);
