export { toHaveVisited } from './to-have-visited';
