import { DefaultLogger, makeTelemetryFilterString, Runtime, type Logger } from '@temporalio/worker';

/** Only what somebody has to act on: failures of activities are told by those who run them. */
export const quiet: Logger = new DefaultLogger('ERROR');

let installed = false;

/** One native runtime per process. Signals belong to Nest: the engine must not stop the worker behind its back. */
export function installRuntime(logger: Logger = quiet): void {
  if (installed) return;
  installed = true;
  const logging = { filter: makeTelemetryFilterString({ core: 'ERROR' }) };
  Runtime.install({ shutdownSignals: [], logger, telemetryOptions: { logging } });
}
