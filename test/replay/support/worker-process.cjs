// A worker in a process of its own, which can be killed. Its activities are asked of the spec, which is the ledger.
const { NativeConnection, Runtime, DefaultLogger, Worker } = require('@temporalio/worker');

const [address, taskQueue, codePath, ledger] = process.argv.slice(2);
const ask = (call) => async (input) => {
  const answer = await fetch(`${ledger}/${call}`, { method: 'POST', body: JSON.stringify(input) });
  if (!answer.ok) throw new Error('the ledger is away');
  return answer.json();
};

async function run() {
  Runtime.install({ shutdownSignals: [], logger: new DefaultLogger('ERROR') });
  const activities = Object.fromEntries(['attend', 'checkpointDocuments', 'completeTransfer'].map((call) => [call, ask(call)]));
  const connection = await NativeConnection.connect({ address });
  const worker = await Worker.create({ connection, taskQueue, workflowBundle: { codePath }, activities, stickyQueueScheduleToStartTimeout: '2s' });
  await worker.run();
}

void run();
