/** Something that stops the work, in two sentences: what happened, and what a person can do about it. */
export class Trouble extends Error {
  constructor(happened, advice, { cause } = {}) {
    super(happened, { cause });
    this.name = 'Trouble';
    this.advice = advice;
  }
}
