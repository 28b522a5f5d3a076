import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import type { ApiConfig } from '#config';
import { contentDigest, DocumentIntake, type DocumentRefusal, type DocumentStore, fileName, mediaOf, mediaTypes } from '#documents';
import { refused } from '../problems/catalogue';
import { documentProblems } from '../problems/record-problems';
import { apiConfig, documentStore } from '../tokens';
import { letGo, Uploads } from './uploads';

type Media = NonNullable<ReturnType<typeof mediaOf>>;

/** What the headers say of a file, before a byte of it is taken. */
export interface Announced {
  readonly declared: string;
  readonly media: Media | undefined;
  readonly name: string;
  readonly sha256: string | undefined;
}

/** Takes files in: headers first, then bytes, inspected on the way into the store. */
@Injectable()
export class FileIntake {
  private readonly intake: DocumentIntake;

  constructor(
    private readonly uploads: Uploads,
    @Inject(documentStore) store: DocumentStore,
    @Inject(apiConfig) private readonly config: ApiConfig,
  ) {
    const { clamd } = config.documents;
    const [, host = '', port = ''] = /^(.+):(\d+)$/.exec(clamd ?? '') ?? [];
    this.intake = new DocumentIntake(store, clamd ? { clamd: { host, port: Number(port) } } : {});
  }

  announced({ headers }: FastifyRequest): Announced {
    const declared = headers['content-type'] ?? '';
    const named = fileName(headers['content-disposition']);
    if ('refused' in named) throw documentRefused(named);
    const digest = headers['content-digest'];
    const expected = typeof digest === 'string' ? contentDigest(digest) : undefined;
    if (expected && 'refused' in expected) throw documentRefused(expected);
    if (Number(headers['content-length'] ?? 0) > this.config.documents.maxBytes) throw refused(documentProblems, { refused: 'too-large' });
    return { declared, media: mediaOf(declared) ?? undefined, name: named.name, sha256: expected?.sha256 };
  }

  async receive(request: FastifyRequest, { declared, name, sha256 }: Announced, accepted: readonly Media[]) {
    const { maxBytes } = this.config.documents;
    const received = await this.uploads.receive(request.raw, (bytes, signal) =>
      this.intake.receive(bytes, { media: declared, name }, { maxBytes, signal, ...(sha256 && { expectedSha256: sha256 }) }, { accepted: [...accepted], maxBytes }));
    if ('refused' in received) throw documentRefused(received);
    return received;
  }

  /** A file that the house itself has made, inspected like any other. */
  async keep(bytes: Buffer, name: string, media: Media) {
    const { maxBytes } = this.config.documents;
    const received = await this.intake.receive(Readable.from([bytes]), { media: mediaTypes[media].type, name }, { maxBytes }, { accepted: [media], maxBytes });
    if ('refused' in received) throw documentRefused(received);
    return received;
  }

  /** Whatever fails before the end of the bytes leaves a sender who is still talking. */
  async orLetGo<T>(request: FastifyRequest, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (failure) {
      if (!request.raw.readableEnded) letGo(request.raw);
      throw failure;
    }
  }
}

const documentRefused = ({ refused: code, detail }: DocumentRefusal) => refused(documentProblems, { refused: code, details: [detail] });
