import Handlebars from 'handlebars';
import { linkTo } from './link';
import type { Notice } from './notice';
import { oneLine } from './one-line';
import { page, type Message } from './page';
import { phrases } from './phrases';
import { say } from './say';

export interface Rendered {
  /** One line of at most 160 characters. */
  readonly subject: string;
  readonly text: string;
  /** A whole page, readable without images; one link. */
  readonly html: string;
}

/**
 * A notice as a message: the same facts as plain text and as HTML, with one link into this installation.
 * @param publicUrl where people reach Selaras, e.g. `https://selaras.example.go.id`
 */
export function render(notice: Notice, publicUrl: string): Rendered {
  const said = say(notice);
  const { greeting, toDo, footer } = phrases[notice.language];
  const message: Message = {
    ...said, toDoLabel: toDo, footer, language: notice.language,
    salutation: `${greeting} ${oneLine(notice.recipient.name)},`,
    subject: oneLine(said.subject, 160),
    link: linkTo(said.path, publicUrl),
  };
  return { subject: message.subject, text: plain(message), html: page(message, Handlebars.escapeExpression) };
}

function plain(message: Message): string {
  return [
    message.salutation,
    message.happened,
    message.lines.map((line) => `- ${line}`).join('\n'),
    `${message.toDoLabel}: ${message.toDo}`,
    message.particulars.map(([label, value]) => `${label}: ${value}`).join('\n'),
    `${message.open}:\n${message.link}`,
    // "-- " begins a signature; mail programs fold it away.
    `-- \n${message.footer}\n`,
  ].filter((paragraph) => paragraph !== '').join('\n\n');
}
