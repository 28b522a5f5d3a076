/** So many at a time, so that each is answered in its time; what they answer, in the order of the list. A failure is the answer of the whole; what others have begun goes on. */
export async function inTurns<T, R>(subjects: readonly T[], atOnce: number, act: (subject: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < subjects.length) {
      const n = next++;
      answers[n] = await act(subjects[n]!);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, subjects.length) }, work));
  return answers;
}
