export { calendarRollout } from './calendar-rollout.workflow';
export { cohortWorkflow } from './cohort.workflow';
export { digests } from './digests.workflow';
export { noticeDelivery } from './notice-delivery.workflow';
export { reconcile } from './reconcile.workflow';
export { regulationCase } from './regulation-case.workflow';
