// Replays stored histories in the time zone of this process; the last line printed is a list of {file, offset, failure?}.
const { DefaultLogger, makeTelemetryFilterString, Runtime, Worker } = require('@temporalio/worker');
const { historyFromJSON } = require('@temporalio/common/lib/proto-utils');
const { readFileSync } = require('node:fs');

const [codePath, ...files] = process.argv.slice(2);

async function replay(file) {
  const history = historyFromJSON(JSON.parse(readFileSync(file, 'utf8')));
  const failure = await Worker.runReplayHistory({ workflowBundle: { codePath } }, history).then(() => undefined, String);
  return { file, offset: new Date(0).getTimezoneOffset(), failure };
}

async function replayAll() {
  Runtime.install({ shutdownSignals: [], logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'ERROR' }) } } });
  const replayed = [];
  for (const file of files) replayed.push(await replay(file));
  console.log(`\n${JSON.stringify(replayed)}`);
}

void replayAll();
