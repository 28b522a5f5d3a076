/** The few calls of pdfmake 0.3 that are used; the package ships no types. */
declare module 'pdfmake' {
  const pdfmake: {
    setFonts(fonts: object): void;
    setUrlAccessPolicy(allowed: (url: string) => boolean): void;
    setLocalAccessPolicy(allowed: (path: string) => boolean): void;
    createPdf(definition: object): { getBuffer(): Promise<Buffer> };
  };
  export = pdfmake;
}

declare module 'pdfmake/fonts/Roboto' {
  const fonts: { Roboto: Record<'normal' | 'bold' | 'italics' | 'bolditalics', string> };
  export = fonts;
}

declare module 'pdfmake/standard-fonts/Times' {
  const fonts: { Times: Record<'normal' | 'bold' | 'italics' | 'bolditalics', string> };
  export = fonts;
}
