import { useMutation } from '@tanstack/react-query';
import { ask } from '../../api/ask';
import { Icon } from '../../pieces/icon';
import { Trouble } from '../../pieces/trouble';
import { useWords } from '../../words/words';

/** Hands text over as a file of the reader's own device. */
export function save(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1_000);
}

/** The same numbers as a table for a spreadsheet, as the API writes them. */
export function CsvButton({ address, name, what }: { address: string; name: string; what: string }) {
  const { t } = useWords();
  const fetching = useMutation({ mutationFn: () => ask<string>(address, { headers: { accept: 'text/csv' } }), onSuccess: (text) => save(text, name) });
  return (
    <>
      <button type="button" className="btn s" aria-label={t('gate.csvOf', { what })} disabled={fetching.isPending} onClick={() => fetching.mutate()}>
        <Icon name="down" small /> CSV
      </button>
      {fetching.error && <Trouble failure={fetching.error} />}
    </>
  );
}
