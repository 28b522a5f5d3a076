import { workflowInfo } from '@temporalio/workflow';

/** Rarely: an update that meets a new run waits for it. */
export const historyIsLong = (): boolean => workflowInfo().continueAsNewSuggested || workflowInfo().historyLength > 1_000;
