import { Fragment, type VNode } from 'preact';
import { aboutTexts } from '#text/about';
import { HeadRow } from '#ui/head-row';

const { accessibility, privacy, contact } = aboutTexts;

/** How the pages are made and tried, and what is not known: no statement in the municipality's place. */
export const AccessibilityPage = (): VNode => (
  <>
    <h1>{accessibility.title}</h1>
    <p class="lead">{accessibility.lead}</p>
    {accessibility.sections.map(({ heading, items }) => (
      <Fragment key={heading}>
        <h2>{heading}</h2>
        <ul>
          {items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      </Fragment>
    ))}
    <p>{accessibility.statement}</p>
    <h2>{accessibility.report}</h2>
    <p>{accessibility.reportText}</p>
    <Ways />
  </>
);

export interface PrivacyProps {
  readonly sessionHours: number;
  readonly idleMinutes: number;
}

/** What is kept of persons, why and how long, from what the product does. */
export const PrivacyPage = ({ sessionHours, idleMinutes }: PrivacyProps): VNode => (
  <>
    <h1>{privacy.title}</h1>
    <p class="lead">{privacy.lead}</p>
    <h2 id="sparas">{privacy.kept}</h2>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled within its frame, by keyboard too (WCAG 2.1.1) */}
    <figure class="figures listing" tabIndex={0} aria-labelledby="sparas">
      <table>
        <HeadRow titles={Object.values(privacy.columns)} />
        <tbody>
          {privacy.rows(sessionHours, idleMinutes).map(([what, why, how]) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td data-label={privacy.columns.why}>{why}</td>
              <td data-label={privacy.columns.how}>{how}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
    <h2>{privacy.anonymous}</h2>
    <p>{privacy.anonymousText}</p>
    <h2>{privacy.howLong}</h2>
    <p>{privacy.howLongText}</p>
    <h2>{privacy.cookies}</h2>
    <p>{privacy.cookiesText}</p>
    <h2>{privacy.ask}</h2>
    <p>{privacy.askText}</p>
    <Ways />
  </>
);

export interface ContactProps {
  readonly boards: readonly { readonly name: string; readonly address: string; readonly phone: string; readonly organisationNumber: string }[];
}

/** The municipality's own boards, as they are senders of letters. */
export const ContactPage = ({ boards }: ContactProps): VNode => (
  <>
    <h1>{contact.title}</h1>
    <p class="lead">{contact.lead}</p>
    {boards.length === 0 ? <p>{contact.none}</p> : null}
    {boards.map(({ name, address, phone, organisationNumber }) => (
      <Fragment key={name}>
        <h2>{name}</h2>
        <dl class="facts">
          <dt>{contact.phone}</dt>
          <dd>{phone}</dd>
          <dt>{contact.address}</dt>
          <dd>{address}</dd>
          <dt>{contact.number}</dt>
          <dd>{organisationNumber}</dd>
        </dl>
      </Fragment>
    ))}
    <ul class="plain">
      <li>
        <a href="/lamna-synpunkt">{contact.tell}</a>
      </li>
      <li>
        <a href="/folj">{contact.follow}</a>
      </li>
    </ul>
  </>
);

const Ways = (): VNode => (
  <p>
    <a href="/kontakt">{contact.title}</a>
    {' · '}
    <a href="/lamna-synpunkt">{contact.tell}</a>
  </p>
);
