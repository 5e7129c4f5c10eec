import { createContext, type JSX, type VNode } from 'preact';
import { useContext } from 'preact/hooks';

/** The field that says whose page a form stands on. */
export const OWNER = '_vem';

/** The id of the person who has logged in and whose page is drawn; null for the public. */
export const PageOwner = createContext<string | null>(null);

export type FormProps = Omit<JSX.IntrinsicElements['form'], 'method' | 'action'> & { readonly method?: 'post' | 'get'; readonly action: string };

/**
 * The one way to draw a form. What is posted says whose page it stood on: a form that is sent when the session has ended is given back to
 * that person alone. Faults are told by the server beside the field, so the browser's own checks are off.
 */
export function Form({ method = 'post', children, ...rest }: FormProps): VNode {
  const owner = useContext(PageOwner);
  return (
    <form method={method} {...(method === 'post' ? { novalidate: true } : {})} {...rest}>
      {method === 'post' && owner !== null ? <input type="hidden" name={OWNER} value={owner} /> : null}
      {children}
    </form>
  );
}
