export const documentStore = Symbol('the store of documents');
export const faults = Symbol('faults a test asks for');
export const channels = Symbol('the ways notices go');
export const queues = Symbol('task queues of this installation');
export const workerConfig = Symbol('WorkerConfig');
