import { type ComponentChildren, createContext, type JSX, type VNode } from 'preact';
import { useContext } from 'preact/hooks';

/** The field that says whose page a form stands on. */
export const OWNER = '_vem';

/** The id of the person who has logged in and whose page is drawn; null for the public. */
export const PageOwner = createContext<string | null>(null);

export type FormProps = Omit<JSX.IntrinsicElements['form'], 'method' | 'action'> & { readonly method?: 'post' | 'get'; readonly action: string };

/**
 * The only component that draws a form. What is posted says whose page it was on: a form that is sent when the session has ended is given back to
 * that person alone. The server reports faults beside the field, so the browser's own checks are off.
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

/** The one form that the forms of a page are sent as when no script runs. */
const JOINED = 'alla';
const Joining = createContext(false);
const Part = createContext<string | null>(null);

/**
 * A page with several forms. Without script a browser sends only the form whose button is pressed and loses what was typed in the others, so
 * all their controls belong to one form, each named by its part (`DecideIvo.reasons`). The server runs the part that was pressed and keeps the
 * rest (apps/web frame/parts.ts); `draft` where it can keep all of them as drafts. A script makes them forms of their own again (client/split-forms.ts).
 */
export const JoinedForms = ({
  action,
  draft = false,
  children,
}: {
  readonly action: string;
  readonly draft?: boolean;
  readonly children: ComponentChildren;
}): VNode => (
  <>
    <Form id={JOINED} action={action} encType="multipart/form-data">
      {draft ? (
        <noscript>
          {/* The first button is what Enter in a field presses: it must do no harm. */}
          <p class="hint">Det du skriver i ett formulär på sidan finns kvar när du skickar ett annat.</p>
          <button class="quiet" name="_do" value="keepDrafts">
            Spara allt på sidan som utkast
          </button>
        </noscript>
      ) : null}
    </Form>
    <Joining.Provider value={true}>{children}</Joining.Provider>
  </>
);

/** One of the forms of a page, by the name of its part; an ordinary form where the page does not join them. */
export function PartForm({ part, children, ...rest }: FormProps & { readonly part: string }): VNode {
  const joined = useContext(Joining);
  return (
    <Form data-part={joined ? part : undefined} {...rest}>
      <Part.Provider value={joined ? part : null}>{children}</Part.Provider>
    </Form>
  );
}

/**
 * One form made of several parts that are sent together, with its own controls in the part that it is named by. The names stay those of the parts
 * (`ClassifyCase.lawAreas`), with and without script.
 */
export function TogetherForm({ part, children, ...rest }: FormProps & { readonly part: string }): VNode {
  return (
    <Form data-together {...rest}>
      <Part.Provider value={part}>{children}</Part.Provider>
    </Form>
  );
}

/** What belongs to one part of a form of several. */
export const FormPart = ({ part, children }: { readonly part: string; readonly children: ComponentChildren }): VNode => (
  <Part.Provider value={part}>{children}</Part.Provider>
);

/** The name of a control, and the form it is sent with. */
export function useControl(name: string): { readonly name: string; readonly form?: string } {
  const part = useContext(Part);
  return part === null ? { name } : { name: `${part}.${name}`, form: JOINED };
}

export const Hidden = ({ name, value }: { readonly name: string; readonly value: string }): VNode => (
  <input type="hidden" {...useControl(name)} value={value} />
);

/** A button that sends its part. `action` where that is another address than the page's. */
export function Send({ name = '_do', value = 'send', action, children, ...rest }: SendProps): VNode {
  const control = useControl(name);
  return (
    <button {...rest} {...control} value={value} {...(action === undefined || control.form === undefined ? {} : { formAction: action })}>
      {children}
    </button>
  );
}
type SendProps = {
  readonly name?: string;
  readonly value?: string;
  readonly action?: string;
  readonly class?: string | undefined;
  readonly children: ComponentChildren;
};

/** What was typed on a page before this one, carried along in the form. */
export const Carried = ({ values }: { readonly values: readonly (readonly [name: string, value: string])[] }): VNode => (
  <>
    {values.map(([name, value]) => (
      <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
    ))}
  </>
);
