import type { ComponentChildren, VNode } from 'preact';

interface TextProps {
  readonly children: ComponentChildren;
}

/** What was just saved or done: said once, on the page that it leads to. */
export const Saved = ({ text }: { readonly text: string | null }): VNode | null =>
  text === null ? null : (
    <p class="saved" role="status">
      <span aria-hidden="true">✓ </span>
      {text}
    </p>
  );

/** Somebody may be in danger: what to do before anything else. */
export const Danger = ({ children }: TextProps): VNode => <p class="danger">{children}</p>;

/** What has to be known before the form below is used. */
export const Warned = ({ children }: TextProps): VNode => <p class="warned">{children}</p>;
