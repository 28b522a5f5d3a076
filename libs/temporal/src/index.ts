export { lazyClient, TemporalClientModule, type ClientSettings } from './client.module';
export { dataConverter } from './data-converter';
export { digestsId, noticesId, pokeCase, pokeCohort, pokeDigests, pokeNotices, pokeRollout, type Subject } from './pokes';
export { runningWorkflows, type RunningWorkflow } from './running-workflows';
export { reconciler, scheduleReconciler } from './schedule';
export { taskQueues, type TaskQueues } from './task-queues';
export { engineAnswers, engineHealth, type EngineHealth } from './worker-health';
