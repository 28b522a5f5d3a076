import { kind, named, type ProblemKind, text } from './problem';

/** What stands in the way of reading a document as text. The document itself is as good as it was. */
export const readingProblems = {
  'text-not-docx': kind(422, text('Hanya naskah DOCX yang dapat dibaca', 'Only DOCX texts can be read'), (media) => text(`Berkas ini ${named(media)}. Unduh untuk membacanya; perbandingan hanya untuk naskah DOCX.`, `This file is ${named(media)}. Download it to read it; only DOCX texts can be compared.`)),
  'text-too-large': kind(422, text('Naskah terlalu besar untuk dibaca di sini', 'The text is too large to be read here'), text('Naskah melampaui batas pembacaan. Unduh untuk membacanya.', 'The text is beyond what is read here. Download it to read it.')),
  'text-damaged': kind(422, text('Naskah tidak terbaca', 'The text cannot be read'), text('Isi berkas bukan DOCX yang utuh. Unduh untuk memeriksanya, lalu unggah ulang bila perlu.', 'The file is not a sound DOCX. Download it to look at it, and upload it again where needed.')),
  'text-too-slow': kind(422, text('Naskah terlalu lama dibaca', 'Reading the text took too long'), text('Pembacaan dihentikan setelah 15 detik. Unduh naskah untuk membacanya.', 'Reading was given up after 15 seconds. Download the text to read it.')),
} satisfies Record<string, ProblemKind>;
