/** What only a worker needs: it loads the engine's native part, which the API and the command line do without. */
export { workflowCode, writeBundle } from './bundle';
export type { Call, Calls } from './discreet-failures';
export { installRuntime, quiet } from './runtime';
export { forActivities, forWorkflows, type Capacity } from './worker-options';
export { TemporalWorkerModule, TemporalWorkers } from './worker.module';
export { Workers, type WorkersSettings, type WorkersState } from './workers';
