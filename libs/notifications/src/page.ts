import type { Language } from './notice';
import type { Said } from './say';

/** What both parts of a mail are laid out from; plain values, nothing escaped yet. */
export interface Message extends Said {
  readonly language: Language;
  readonly salutation: string;
  readonly toDoLabel: string;
  readonly link: string;
  readonly footer: string;
}

type Escape = (value: string) => string;

/** The message as an HTML page: inline style only, no image, no remote thing, one link. Every value passes through `escape`. */
export function page(message: Message, escape: Escape): string {
  const list = message.lines.map((line) => `<li>${escape(line)}</li>`).join('');
  const rows = message.particulars.map(([label, value]) =>
    `<tr><th scope="row" style="text-align:left;font-weight:400;color:#44515C;padding:2px 16px 2px 0;vertical-align:top">${escape(label)}</th><td style="padding:2px 0">${escape(value)}</td></tr>`).join('\n');
  return `<!doctype html>
<html lang="${escape(message.language)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(message.subject)}</title></head>
<body style="margin:0;padding:24px;background:#FFFFFF;color:#17212B;font:16px/24px 'Segoe UI','Noto Sans',Roboto,Arial,sans-serif">
<div style="max-width:560px">
<p>${escape(message.salutation)}</p>
<p>${escape(message.happened)}</p>
${list && `<ul style="padding-left:20px">${list}</ul>\n`}<p><strong>${escape(message.toDoLabel)}:</strong> ${escape(message.toDo)}</p>
<table style="border-collapse:collapse;font-size:15px">
${rows}
</table>
<p style="margin:24px 0"><a href="${escape(message.link)}" style="display:inline-block;padding:10px 18px;border-radius:6px;background:#2B3D91;color:#FFFFFF;text-decoration:none">${escape(message.open)}</a></p>
<p style="font-size:13px;line-height:19px;color:#5B6771">${escape(message.footer)}</p>
</div>
</body>
</html>
`;
}
