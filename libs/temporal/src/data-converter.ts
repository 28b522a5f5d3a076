import type { DataConverter, Payload, PayloadCodec } from '@temporalio/common';

/** A history holds ids, numbers and hashes. Whatever is longer than this is a text or a document that has lost its way. */
export const mostBytes = 16 * 1024;

/** Lets through what is small and plainly JSON; the rest is a programming error, and is thrown before it leaves this process. */
const onlySmallJson: PayloadCodec = {
  encode: async (payloads) => payloads.map(checked),
  decode: async (payloads) => payloads,
};

function checked(payload: Payload): Payload {
  const encoding = Buffer.from(payload.metadata?.['encoding'] ?? []).toString();
  if (encoding !== 'json/plain' && encoding !== 'binary/null') throw new TypeError(`a payload is JSON, not ${encoding || 'nothing'}`);
  const size = payload.data?.length ?? 0;
  if (size > mostBytes) throw new TypeError(`a payload has at most ${mostBytes} bytes, not ${size}`);
  return payload;
}

/** The same for clients, workers and replays. */
export const dataConverter: DataConverter = { payloadCodecs: [onlySmallJson] };
