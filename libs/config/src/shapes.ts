import type { Value } from './settings';

export type Part = 'api' | 'worker' | 'cli' | 'idp';

interface Everywhere {
  readonly environment: Value<'NODE_ENV'>;
  readonly logLevel: Value<'LOG_LEVEL'>;
  readonly demo: boolean;
}
interface Database { readonly url: string; readonly pool: number }
interface Temporal { readonly address: string; readonly namespace: string; readonly taskQueue: string }
interface Documents { readonly folder: string; readonly maxBytes: number; readonly clamd?: string }

export interface ApiConfig extends Everywhere {
  readonly part: 'api';
  readonly timeSkipping: boolean;
  readonly http: {
    readonly port: number;
    readonly host: string;
    /** Without a trailing slash. */
    readonly publicUrl: string;
    readonly trustProxy: Value<'TRUST_PROXY'>;
    readonly rateLimitPerMinute: number;
  };
  readonly database: Database;
  readonly temporal: Temporal;
  readonly documents: Documents;
  /** When a case counts as stalled: share of comparable stays in per cent, stays needed to know it, working days without a holder. */
  readonly stall: { readonly percentile: number; readonly minSample: number; readonly vacantDays: number };
  readonly oidc: {
    readonly issuer: string;
    readonly audience: string;
    readonly jwksUrl: string;
    /** What browsers sign in with; without a secret a public client. */
    readonly clientId: string;
    readonly clientSecret?: string;
  };
}

export interface WorkerConfig extends Everywhere {
  readonly part: 'worker';
  readonly timeSkipping: boolean;
  /** Where the links in mails lead; without a trailing slash. */
  readonly publicUrl: string;
  readonly database: Database;
  readonly temporal: Temporal & { readonly workflowBundle?: string };
  readonly documents: Documents;
  /** Outside the demo always `smtpUrl`; in the demo one of both, `smtpUrl` first. */
  readonly mail: { readonly from: string; readonly smtpUrl?: string; readonly outbox?: string };
  /** Hours within which every case and cohort is compared with its record. */
  readonly drift: { readonly periodHours: number };
}

export interface CliConfig extends Everywhere {
  readonly part: 'cli';
  /** `ownerUrl` is what `migrate` needs, and nothing else may use. */
  readonly database: Database & { readonly ownerUrl?: string };
  readonly temporal?: Temporal;
  readonly documents?: Documents;
}

export interface IdpConfig extends Everywhere {
  readonly part: 'idp';
  readonly port: number;
  /** Where `selaras-web` lives; without a trailing slash. */
  readonly publicUrl: string;
  /** The data folder; the signing key lies below it. */
  readonly home: string;
}

export type Config = ApiConfig | WorkerConfig | CliConfig | IdpConfig;
export type ConfigOf<P extends Part> = Extract<Config, { part: P }>;
