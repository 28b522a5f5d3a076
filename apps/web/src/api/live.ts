/** Something that has moved, and to which seq. */
export interface Moved {
  kind: 'case' | 'cohort' | 'readiness';
  id: string;
  seq: number;
}
export type LiveWord = { moved: Moved } | 'resync' | 'live' | 'away' | 'ended';

/** Whether changes come by themselves; while they do not, pages ask now and then. */
export const pulse = { isLive: false };

/** Milliseconds until a line that was refused is tried again. */
const patience = 20_000;

/**
 * Hears what changes. One window of the browser holds the line and tells the others: a browser opens only six connections to a
 * house, and every window would take one for good.
 */
export function listen(hear: (word: LiveWord) => void): () => void {
  const others = new BroadcastChannel('selaras-live');
  const ending = new AbortController();
  let isHolder = false;
  const heard = (word: LiveWord) => {
    if (typeof word === 'string' && word !== 'resync') pulse.isLive = word === 'live';
    hear(word);
  };
  const tell = (word: LiveWord) => {
    heard(word);
    others.postMessage(word);
  };
  others.onmessage = ({ data }: MessageEvent<LiveWord | 'hello'>) => {
    if (data !== 'hello') heard(data);
    else if (isHolder && pulse.isLive) others.postMessage('live');
  };
  others.postMessage('hello');
  const hold = () => {
    isHolder = true;
    return holdLine(tell, ending.signal);
  };
  // Locks are there on https and on localhost only.
  if ('locks' in navigator) void navigator.locks.request('selaras-live', { signal: ending.signal }, hold).catch(() => undefined);
  else void hold();
  return () => {
    ending.abort();
    others.close();
  };
}

function holdLine(tell: (word: LiveWord) => void, signal: AbortSignal): Promise<void> {
  return new Promise((leave) => {
    let source: EventSource;
    let later: ReturnType<typeof setTimeout>;
    const open = () => {
      source = new EventSource('/v1/stream');
      source.addEventListener('ready', () => tell('live'));
      source.addEventListener('resync', () => tell('resync'));
      source.addEventListener('changed', ({ data }: MessageEvent<string>) => tell({ moved: JSON.parse(data) as Moved }));
      source.addEventListener('ended', () => {
        source.close();
        tell('ended');
        later = setTimeout(open, patience);
      });
      source.addEventListener('error', () => {
        tell('away');
        // The browser itself comes back after a broken line, and not after a refusal.
        if (source.readyState === EventSource.CLOSED) later = setTimeout(open, patience);
      });
    };
    open();
    signal.addEventListener('abort', () => {
      clearTimeout(later);
      source.close();
      leave();
    });
  });
}
