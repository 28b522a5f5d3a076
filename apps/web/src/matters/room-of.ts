import type { Matter } from '#process';
import type { Task } from '../api/shapes';
import { regionIn } from '../home/region-in';

/** Where the work of each matter is done, by the id of what it belongs to. */
const rooms: Record<Matter, (id: string, about: string) => string> = {
  desk: (id) => `/kasus/${id}`,
  reopening: (id) => `/kasus/${id}`,
  damage: (id) => `/kasus/${id}/dokumen`,
  condition: (id) => `/kasus/${id}/urusan`,
  hold: (id) => `/kasus/${id}/urusan`,
  correction: (id) => `/kasus/${id}/urusan`,
  recheck: (id) => `/kasus/${id}/urusan`,
  founding: () => '/provinsi',
  waiver: (id) => `/provinsi/${id}/anggota`,
  finding: (id, key) => `/provinsi/${id}/temuan/${key}`,
  criterion: (id) => `/kesiapan/${regionIn(id)}`,
  funding: (id) => `/kesiapan/${regionIn(id)}`,
  vacancy: (id, role) => `/pengelola/register?jabatan=${role}${regionIn(id) && `&daerah=${regionIn(id)}`}`,
};

export const roomOf = ({ subject, matter, about }: Pick<Task, 'subject' | 'matter' | 'about'>): string => rooms[matter](subject.id, about ?? '');
