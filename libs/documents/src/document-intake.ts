import type { ByteSource, DocumentStore, KeptDocument, StagedDocument, UploadLimits } from './document-store';
import { inspect, type Declared, type Inspection, type InspectionRules } from './inspect';
import type { Media } from './media';
import type { DocumentRefusal } from './refusal';

export interface Received extends KeptDocument {
  media: Media;
  name: string;
}

/** The one door for documents from outside: stage, inspect, then keep or discard. Nothing that was refused or that failed stays. */
export class DocumentIntake {
  constructor(private readonly store: DocumentStore, private readonly rules: InspectionRules = {}) {}

  /** Rules of this document are laid over those of the intake. Throws StoreAway, ScannerAway, or the error of a broken upload. */
  async receive(source: ByteSource, declared: Declared, limits: UploadLimits, rules: InspectionRules = {}): Promise<Received | DocumentRefusal> {
    const staged = await this.store.stage(source, limits);
    if ('refused' in staged) return staged;
    let kept: KeptDocument | undefined;
    try {
      const inspection = await this.inspect(staged, declared, rules);
      if ('refused' in inspection) return inspection;
      limits.signal?.throwIfAborted();
      kept = await this.store.keep(staged);
      return { ...kept, media: inspection.media, name: declared.name };
    } finally {
      if (!kept) await this.store.discard(staged).catch(() => undefined);
    }
  }

  async inspect(staged: StagedDocument, declared: Declared, rules: InspectionRules = {}): Promise<Inspection> {
    const bytes = await this.store.staged(staged);
    try { return await inspect(bytes, declared, { ...this.rules, ...rules }); } finally { await bytes.close(); }
  }
}
