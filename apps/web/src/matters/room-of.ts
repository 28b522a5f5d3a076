/** Where the work of a task is done, from its key: what is no transition has its own place on the case. */
export function roomOf({ taskId, transition }: { taskId: string; transition: string | null }, caseId: string): string {
  const key = taskId.slice(caseId.length + 1);
  if (transition === null && /^(condition|hold|recheck)\.|^correct-fact:/.test(key)) return `/kasus/${caseId}/urusan`;
  return key.startsWith('damaged.') ? `/kasus/${caseId}/dokumen` : `/kasus/${caseId}`;
}
