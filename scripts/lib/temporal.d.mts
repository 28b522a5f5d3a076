import type { LaunchedProcess } from './processes.mjs';

export interface RunningTemporal extends Omit<LaunchedProcess, 'stop'> {
  /** host:port */
  readonly address: string;
  readonly port: number;
  stop(): Promise<void>;
}

export interface TemporalOptions {
  readonly home: string;
  /** Path of the CLI: in specs, `process.env.TEMPORAL_CLI`. */
  readonly cli: string;
  readonly name?: string;
  readonly port?: number;
  /** A file that keeps the workflows; without it they live in memory. */
  readonly database?: string;
  readonly dynamicConfig?: Readonly<Record<string, unknown>>;
}

export function startTemporal(options: TemporalOptions): Promise<RunningTemporal>;
