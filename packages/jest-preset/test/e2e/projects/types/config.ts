/** The types of a configuration that is written in TypeScript. */
import { projectWithStepProof, withStepProof } from '@stepproof/jest-preset';
import type { Config } from 'jest';
import { createDefaultPreset } from 'ts-jest';

export const config: Config = withStepProof({ ...createDefaultPreset(), coverageProvider: 'v8' });
export const project: Config = projectWithStepProof({ displayName: 'api' });

// @ts-expect-error -- jest has no such setting
export const misspelt: Config = withStepProof({ coverageProvide: 'v8' });
