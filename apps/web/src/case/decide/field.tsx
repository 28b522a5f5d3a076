import type { ReactNode } from 'react';
import { type ControlProps, FormField } from '../../pieces/form-field';
import { useWords } from '../../words/words';
import type { Fault } from './answers';

/** A question of a decision: what is wrong with it comes as a word of the screens, and its id is what the summary links to. */
export function Field({ fault, ...rest }: { id: string; label: string; hint?: string | undefined; fault?: Fault | undefined; children: (props: ControlProps) => ReactNode }) {
  const { t } = useWords();
  return <FormField {...rest} fault={fault && t(fault.word)} />;
}
