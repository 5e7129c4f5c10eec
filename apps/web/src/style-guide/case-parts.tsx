import type { VNode } from 'preact';
import { styleGuideTexts as said } from '#text/style-guide';
import { Card, NextCard } from '#ui/card';
import { Deadline } from '#ui/deadline';
import { DueDay } from '#ui/due-day';
import { NotReported } from '#ui/not-reported';
import { Quote } from '#ui/quote';
import { SecrecyMark, SecrecyTag } from '#ui/secrecy-mark';
import { StageBar } from '#ui/stage-bar';
import { Saved } from '#ui/told-line';
import { WhyDate } from '#ui/why-date';
import { Messages } from '../follow/messages.js';

const HERE = '/stilguide';
const NOW = '2026-11-30T08:00:00.000Z';
const dues = [
  ['Försenad', '2026-11-26T22:59:59.000Z', true],
  ['Snart', '2026-12-01T22:59:59.000Z', false],
  ['Gott om tid', '2026-12-09T22:59:59.000Z', true],
  ['Ledig dag', '2026-12-13T22:59:59.000Z', false],
  ['Utan datum', null, false],
] as const;

export const MarkParts = (): VNode => (
  <>
    <dl class="facts">
      {dues.flatMap(([name, due, isLaw]) => [
        <dt key={`${name}t`}>{name}</dt>,
        <dd key={name}>
          <Deadline due={due} now={NOW} isLaw={isLaw} />
        </dd>,
      ])}
      <dt>Kommunens eget mål</dt>
      <dd>
        <Deadline due="2026-12-09T22:59:59.000Z" now={NOW} isLaw={false} ownTarget />
      </dd>
      <dt>Långt fram</dt>
      <dd>
        <DueDay due="2028-01-15T22:59:59.000Z" now={NOW} />
      </dd>
      <dt>Ej rapporterat</dt>
      <dd>
        <NotReported />
      </dd>
    </dl>
    <WhyDate
      sentence="Tiden räknas från dagen efter den då klagomålet kom in."
      terms={[
        { term: 'Regel', text: 'Tio arbetsdagar' },
        { term: 'Räknas från', text: '25 november 2026' },
      ]}
    />
    <SecrecyMark on />
    <p>
      <a href={HERE}>KLA-2026-0014</a>
      <SecrecyTag on />
    </p>
  </>
);

/** As on the page of a case: the work on a card, the next step beside it. */
export const CardParts = (): VNode => (
  <>
    <p>{said.accent}</p>
    <div class="case">
      <Card id="exempel-kort" title="Kort: ett arbete">
        <p>Arbete ligger på ett kort. Det som bara upplyser ligger på sidans egen yta.</p>
      </Card>
      <div class="side stack">
        <NextCard id="exempel-ditt" title="Nästa steg, för den det väntar på" isMine>
          <Saved text="Sparat: Fördela." />
          <p>
            <Deadline due="2026-12-01T22:59:59.000Z" now={NOW} isLaw />
          </p>
          <ul class="missing">
            <li>
              <span class="near" aria-hidden="true">
                ▲
              </span>
              <a href={HERE}>Det här saknas</a>
            </li>
          </ul>
          <p>
            <a class="button" href={HERE}>
              Fortsätt utredningen
            </a>
          </p>
        </NextCard>
        <NextCard id="exempel-annans" title="Nästa steg, för någon annan">
          <p class="hint">Det är någon annan som tar ärendet vidare.</p>
        </NextCard>
      </div>
    </div>
  </>
);

export const VoiceParts = (): VNode => (
  <>
    <p>{said.voiceText}</p>
    <Quote
      heading="Vad hände"
      note="Brukaren, muntligt på plats, 26 september kl. 21.46"
      text="Duschen ställs in när det är ont om folk, och ingen frågar vilken dag som passar i stället."
      isVoice
    />
    <Quote heading="Skäl" note="Enhetschef, 25 november kl. 20.46" text="Duschen ställdes in igen två veckor i rad." />
    <Messages
      messages={[
        { from: 'you', at: '2026-11-26T07:12:00.000Z', text: 'Har ni hunnit titta på det?' },
        { from: 'us', at: '2026-11-26T13:40:00.000Z', text: 'Ja. Du får ett svar före den 9 december.' },
      ]}
    />
  </>
);

export const StageParts = (): VNode => (
  <StageBar
    steps={[
      { label: 'Mottagen', state: 'done', note: '27 sep', href: HERE },
      { label: 'Utreds', state: 'now', note: 'sedan 25 nov', href: null },
      { label: 'Bedöms', state: 'ahead', note: null, href: null },
      { label: 'IVO-beslut', state: 'skipped', note: 'gäller inte klagomål', href: null },
    ]}
  />
);
