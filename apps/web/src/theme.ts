import { createTheme } from '@mantine/core';

/** Mantine gives behaviour; how things look is said by the tokens. */
export const theme = createTheme({
  colors: { nila: ['#E9ECF8', '#D3D9F1', '#AEBBFF', '#8E9DE6', '#6F80D0', '#5163B9', '#3F51A6', '#344799', '#2B3D91', '#1E2C70'] },
  primaryColor: 'nila',
  primaryShade: { light: 8, dark: 2 },
  autoContrast: true,
  fontFamily: 'var(--sans)',
  respectReducedMotion: true,
});
