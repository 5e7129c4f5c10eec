import type { VNode } from 'preact';

export interface StageStep {
  readonly label: string;
  readonly state: 'done' | 'now' | 'ahead' | 'skipped';
  /** When and by whom, or why it was passed by. */
  readonly note: string | null;
  /** Where on the page its record stands. */
  readonly href: string | null;
}

const marks = { done: '✓', now: '●', ahead: '○', skipped: '–' } as const;
const words = { done: 'klart', now: 'pågår', ahead: 'kommer', skipped: 'ej aktuellt' } as const;

/** The six stages, each with a mark and a word: never colour alone. On a phone the present one in words, below six segments. */
export function StageBar({ steps }: { readonly steps: readonly StageStep[] }): VNode {
  return (
    <>
      <div class="segments" aria-hidden="true">
        {steps.map(({ label, state }) => (
          <span key={label} class={state} />
        ))}
      </div>
      <ol class="stages" aria-label="Ärendets skeden">
        {steps.map((step, n) => (
          <li key={step.label} class={step.state} {...(step.state === 'now' ? { 'aria-current': 'step' as const } : {})}>
            <span aria-hidden="true">{marks[step.state]} </span>
            {step.state === 'now' ? <span class="nth">{`Steg ${n + 1} av ${steps.length}: `}</span> : null}
            {step.href === null ? <span>{step.label}</span> : <a href={step.href}>{step.label}</a>}{' '}
            <span class="note">{`${words[step.state]}${step.note === null ? '' : `, ${step.note}`}`}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
