export { ConfigError, type ConfigProblem } from './config-error';
export { readConfig } from './config';
export type { ApiConfig, CliConfig, Config, ConfigOf, IdpConfig, Part, WorkerConfig } from './shapes';
