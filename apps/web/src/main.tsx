import './style/tokens.css';
import './style/selaras.css';
import './style/screens.css';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { App } from './app';
import { Problem } from './api/ask';
import { wordFiles } from './words/files';
import { startWords } from './words/words';
import { theme } from './theme';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // A refusal stays a refusal; only a house that is away is asked again.
      retry: (count, failure) => count < 3 && !(failure instanceof Problem && failure.status < 500),
      refetchOnWindowFocus: true,
    },
  },
});

const root = createRoot(document.getElementById('root')!);
void startWords(wordFiles).then(() => root.render(
  <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false}>
    <QueryClientProvider client={queries}>
      <BrowserRouter>
        <App />
      </BrowserRouter>
    </QueryClientProvider>
  </MantineProvider>,
));
