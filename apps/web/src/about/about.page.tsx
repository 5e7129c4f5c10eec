import { Fragment, type VNode } from 'preact';
import type { Municipality } from '#domain/org/municipality';
import { aboutTexts } from '#text/about';
import { municipalityTexts } from '#text/municipality';
import { styleGuideTexts } from '#text/style-guide';
import { HeadRow } from '#ui/head-row';

const { accessibility, privacy, contact } = aboutTexts;

/** What is said of the municipality; null until it has been said. */
interface OfMunicipality {
  readonly municipality: Municipality | null;
}

/** How the pages are made and tried, and what is not known: no statement in the municipality's place. */
export const AccessibilityPage = ({ hasGuide, municipality }: OfMunicipality & { readonly hasGuide: boolean }): VNode => (
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
    {municipality?.statement == null ? null : (
      <p>
        <a href={municipality.statement}>{municipalityTexts.statement(municipality.name)}</a>
      </p>
    )}
    {hasGuide ? (
      <p>
        <a href="/stilguide">{styleGuideTexts.toGuide}</a>
      </p>
    ) : null}
    <h2>{accessibility.report}</h2>
    <p>{accessibility.reportText}</p>
    <Ways />
  </>
);

export interface PrivacyProps extends OfMunicipality {
  readonly sessionHours: number;
  readonly idleMinutes: number;
}

/** What is kept of persons, why and how long, from what the product does. */
export const PrivacyPage = ({ sessionHours, idleMinutes, municipality }: PrivacyProps): VNode => (
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
    {municipality?.dataProtection == null ? null : <p>{municipalityTexts.dataProtection(municipality.dataProtection)}</p>}
    <Ways />
  </>
);

export interface ContactProps extends OfMunicipality {
  readonly boards: readonly { readonly name: string; readonly address: string; readonly phone: string; readonly organisationNumber: string }[];
}

/** The municipality's own boards, as they are senders of letters. */
export const ContactPage = ({ boards, municipality }: ContactProps): VNode => (
  <>
    <h1>{contact.title}</h1>
    <p class="lead">{contact.lead}</p>
    {municipality === null ? null : <MunicipalityContact {...municipality} />}
    {municipality === null && boards.length === 0 ? <p>{contact.none}</p> : null}
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

const MunicipalityContact = ({ name, phone, email, address }: Municipality): VNode => (
  <>
    <h2>{name}</h2>
    <dl class="facts">
      <dt>{contact.phone}</dt>
      <dd>
        <a href={`tel:${phone.replaceAll(/[^0-9+]/g, '')}`}>{phone}</a>
      </dd>
      {email === null ? null : (
        <>
          <dt>{contact.email}</dt>
          <dd>
            <a href={`mailto:${email}`}>{email}</a>
          </dd>
        </>
      )}
      {address === null ? null : (
        <>
          <dt>{contact.address}</dt>
          <dd>{address}</dd>
        </>
      )}
    </dl>
  </>
);

const Ways = (): VNode => (
  <p>
    <a href="/kontakt">{contact.title}</a>
    {' · '}
    <a href="/lamna-synpunkt">{contact.tell}</a>
  </p>
);
