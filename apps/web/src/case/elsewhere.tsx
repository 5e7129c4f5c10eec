import type { VNode } from 'preact';
import type { ExistingCase } from '#domain/case/case';
import { inSentence } from '#domain/codes/in-sentence';
import { otherWayOf } from '#domain/codes/other-ways';
import { Card } from '#ui/card';
import { longDay } from '../frame/days.js';
import { label } from '../frame/labels.js';

/** A matter in the case that the law handles elsewhere: what is to be done by which law, and whether it is done. */
export interface ElsewhereLine {
  readonly way: string;
  readonly title: string;
  readonly must: string;
  readonly law: string | null;
  readonly waits: boolean;
  readonly state: string;
}

export const elsewhereLines = ({ outside: { otherWays }, desc }: ExistingCase): readonly ElsewhereLine[] =>
  otherWays
    .filter((row) => row.mistakenAt === null)
    .map(({ way, cameInOn, doneAt, passedOn, to }) => {
      const { must, law } = otherWayOf(way);
      const came = `Kom in ${longDay(cameInOn ?? desc.receivedAt)}.`;
      const done =
        doneAt === null
          ? 'Inte lämnat vidare än.'
          : passedOn
            ? `Lämnat ${longDay(doneAt)} till: ${inSentence(label('otherWayReceiver', to ?? '') ?? '')}.`
            : `Den som hörde av sig fick veta vart man vänder sig ${longDay(doneAt)}.`;
      return { way, title: label('otherWay', way) ?? '', must, law, waits: doneAt === null, state: `${came} ${done}` };
    });

export function Elsewhere({ elsewhere }: { readonly elsewhere: readonly ElsewhereLine[] }): VNode | null {
  if (elsewhere.length === 0) return null;
  return (
    <Card id="annat-hall" title="Hör hemma på annat håll" class="elsewhere">
      <ul>
        {elsewhere.map((line) => (
          <li key={line.way}>
            <strong>{line.title}</strong>
            <span class="block">{`${line.must}${line.law === null ? '' : ` (${line.law})`}`}</span>
            <span class={line.waits ? 'block late' : 'block hint'}>
              <span aria-hidden="true">{line.waits ? '▲ ' : '✓ '}</span>
              {line.state}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
