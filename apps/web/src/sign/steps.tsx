import { useWords } from '../words/words';

/** Where one is on the way to the signature. */
export function SignSteps({ step }: { step: 'form' | 'check' | 'sign-in' }) {
  const { t } = useWords();
  const order = ['form', 'check', 'sign-in', 'done'] as const;
  const at = order.indexOf(step);
  return (
    <ol className="steps" aria-label={t('sign.steps')}>
      {order.map((one, index) => (
        <li key={one} className={index < at ? 'ok' : index === at ? 'on' : undefined} aria-current={index === at ? 'step' : undefined}>
          {index + 1} {t(`sign.step.${one}`)}
        </li>
      ))}
    </ol>
  );
}
