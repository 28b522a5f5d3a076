/** How long to wait after which signal before a process that we started is taken away. */
export interface Patience {
  readonly signal?: NodeJS.Signals;
  readonly waitMs?: number;
}

export interface LaunchedProcess {
  readonly name: string;
  readonly pid: number;
  readonly ended: Promise<{ code: number | null; signal: string | null }>;
  hasEnded(): boolean;
  stop(patience?: Patience): Promise<void>;
}

export interface ProcessRecord {
  readonly name: string;
  readonly pid: number;
  readonly identity: string;
  readonly startedAt: string;
  readonly command: readonly string[];
}

export interface LaunchOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  readonly uid?: number;
  readonly gid?: number;
}

export function launch(home: string, name: string, command: string, args: readonly string[], options?: LaunchOptions): LaunchedProcess;
export function leftovers(home: string): ProcessRecord[];
export function recordOf(home: string, name: string): ProcessRecord | undefined;
export function endProcess(record: ProcessRecord, patience?: Patience): Promise<void>;
export function endLeftovers(
  home: string,
  options?: { order?: readonly string[]; spared?: readonly string[]; only?: readonly string[]; patience?: Patience },
): Promise<ProcessRecord[]>;
export function logFile(home: string, name: string): string;
