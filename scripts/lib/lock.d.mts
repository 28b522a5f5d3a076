export interface Lock {
  readonly holder?: { readonly pid: number; readonly since: string };
  release(): void;
}

export function takeLock(file: string): Lock;
export function waitForLock(file: string, waiting?: (holder: { readonly pid: number; readonly since: string }) => void): Promise<Lock>;
