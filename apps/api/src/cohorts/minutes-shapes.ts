import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

const block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), text: z.string() }),
  z.object({ kind: z.literal('paragraph'), text: z.string() }),
  z.object({ kind: z.literal('list'), items: z.array(z.string()) }),
  z.object({ kind: z.literal('table'), columns: z.array(z.object({ title: z.string(), share: z.number() })), rows: z.array(z.array(z.string())) }),
  z.object({ kind: z.literal('signatures'), places: z.array(z.object({ office: z.string(), of: z.string() })) }),
]);
export class MinutesShape extends createZodDto(
  z.object({ cohort: z.string(), round: z.number(), draft: z.boolean(), paper: z.object({ title: z.string(), subtitles: z.array(z.string()), mark: z.string(), blocks: z.array(block) }) }),
) {}

export const minutesExample = {
  cohort: 'cohort-17-2027', round: 1, draft: true,
  paper: {
    title: 'BERITA ACARA SINKRONISASI RENCANA PEMBANGUNAN INDUSTRI KABUPATEN/KOTA', subtitles: ['Provinsi Bengkulu', 'Tahun program 2027, putaran 1'], mark: 'RANCANGAN – gerbang belum dilepas',
    blocks: [{ kind: 'heading', text: 'Keadaan gerbang' }, { kind: 'paragraph', text: 'Gerbang tertutup: 1 dari 2 siap; menunggu Kab. Bengkulu Selatan.' }],
  },
};
