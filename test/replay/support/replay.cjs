// Replays stored histories in the time zone of this process, and prints one line for each: {file, failure?}.
const { DefaultLogger, Runtime, Worker } = require('@temporalio/worker');
const { readFileSync } = require('node:fs');

const [codePath, ...files] = process.argv.slice(2);

async function replay() {
  Runtime.install({ shutdownSignals: [], logger: new DefaultLogger('ERROR') });
  const { historyFromJSON } = require('@temporalio/common/lib/proto-utils');
  for (const file of files) {
    const failure = await Worker.runReplayHistory({ workflowBundle: { codePath } }, historyFromJSON(JSON.parse(readFileSync(file, 'utf8')))).then(() => undefined, String);
    console.log(JSON.stringify({ file, offset: new Date(0).getTimezoneOffset(), failure }));
  }
}

void replay();
