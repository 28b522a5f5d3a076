import { createHash } from 'node:crypto';
import { SelarasClient } from '../selaras-client';

/**
 * Keys follow from what is asked, and how often it was asked before: a story that was cut short is told again from its beginning, and whatever
 * is recorded already is answered and not done twice.
 */
export class SteadyClient extends SelarasClient {
  private readonly asked = new Map<string, number>();

  override command<T>(method: string, path: string, body?: unknown, options: { key?: string; headers?: Record<string, string> } = {}) {
    return super.command<T>(method, path, body, { ...options, key: options.key ?? this.keyOf(method, path, body) });
  }

  private keyOf(method: string, path: string, body: unknown): string {
    const what = createHash('sha256').update(`${this.persona} ${method} ${path} `).update(body instanceof Uint8Array ? body : JSON.stringify(body ?? null)).digest('hex').slice(0, 32);
    const before = this.asked.get(what) ?? 0;
    this.asked.set(what, before + 1);
    return `story-${what}-${before}`;
  }
}
