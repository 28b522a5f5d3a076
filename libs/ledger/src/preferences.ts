import { isWhollyMandatory, type NoticeKind, noticeKinds } from '#process';
import type { Caller } from './caller';
import type { Database } from './database';
import { officeAct } from './office-acts';
import type { KeyReused } from './results';

export type NoticeChannel = 'in-app' | 'mail';

/** What a person wants to be told, and how. */
export interface NoticeWishes {
  /** By kind, the channels on which it is not wanted. */
  muted: { [kind in NoticeKind]?: NoticeChannel[] };
  /** `at`: minutes after midnight at the seat of the person's office. */
  digest: { on: boolean; at: number };
}

/** `version` counts the changes; 0 = nothing was ever changed. */
export type NoticePreferences = NoticeWishes & { version: number };

export interface PreferenceRefusal {
  /** `stale`: somebody has changed them since; the detail is the present version. */
  refused: 'notice-mandatory' | 'stale';
  details: string[];
}

const usual: NoticePreferences = { version: 0, muted: {}, digest: { on: true, at: 7 * 60 + 30 } };
const read = `select version, muted, json_build_object('on', digest, 'at', digest_at) as digest from notice_preference where person = $1`;

/** A person's own wishes; whatever is mandatory reaches them all the same. */
export class Preferences {
  constructor(private readonly database: Database) {}

  async of({ person, scopes }: Caller): Promise<NoticePreferences> {
    const [row] = await this.database.inScope(scopes, (tx) => tx.query<NoticePreferences[]>(read, [person]));
    return row ?? usual;
  }

  /** Puts the wishes in place of the present ones. `seen`: the version they rest on. A repeated key answers as it did. */
  change(caller: Caller, key: string, wishes: NoticeWishes, seen?: number): Promise<NoticePreferences | PreferenceRefusal | KeyReused> {
    const mandatory = (Object.keys(noticeKinds) as NoticeKind[]).filter((kind) => wishes.muted[kind]?.length && isWhollyMandatory(kind));
    if (mandatory.length > 0) return Promise.resolve({ refused: 'notice-mandatory', details: mandatory });
    return officeAct<NoticePreferences | PreferenceRefusal>(this.database, caller, key, { type: 'preferences-changed', body: wishes }, async (tx) => {
      const [{ version } = usual] = await tx.query<{ version: number }[]>('select version from notice_preference where person = $1', [caller.person]);
      if (seen !== undefined && seen !== version) return { refused: 'stale', details: [String(version)] };
      const { muted, digest } = wishes;
      await tx.query(
        `insert into notice_preference (person, version, muted, digest, digest_at) values ($1, $2, $3, $4, $5)
         on conflict (person) do update set version = excluded.version, muted = excluded.muted, digest = excluded.digest, digest_at = excluded.digest_at`,
        [caller.person, version + 1, JSON.stringify(muted), digest.on, digest.at],
      );
      return { ...wishes, version: version + 1 };
    });
  }
}
