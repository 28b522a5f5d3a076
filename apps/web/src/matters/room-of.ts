import type { Task } from '../api/shapes';

/** Where the work of a task is done: what is no transition of a case has a place of its own. */
export function roomOf({ taskId, subject: { kind, id }, transition }: Pick<Task, 'taskId' | 'subject' | 'transition'>): string {
  const key = taskId.slice(id.length + 1);
  switch (kind) {
    case 'case':
      if (transition === null && /^(condition|hold|recheck)\.|^correct-fact:/.test(key)) return `/kasus/${id}/urusan`;
      return key.startsWith('damaged.') ? `/kasus/${id}/dokumen` : `/kasus/${id}`;
    case 'cohort': {
      const [, finding] = /^recheck\.(.+)\.[a-z-]+\.\d*$/.exec(key) ?? [];
      if (finding) return `/provinsi/${id}/temuan/${finding}`;
      if (key === 'create-cohort') return '/provinsi';
      return key.startsWith('waiver.') ? `/provinsi/${id}/anggota` : `/provinsi/${id}`;
    }
    case 'readiness':
      return `/kesiapan/${id.replace('readiness-', '')}`;
    case 'office': {
      const [role = '', seat = ''] = id.split('@');
      return `/pengelola/register?jabatan=${role}${seat === 'nation' ? '' : `&daerah=${seat}`}`;
    }
  }
}
