import type { VNode } from 'preact';
import { labelOf } from '#domain/codes/code';
import { inSentence } from '#domain/codes/in-sentence';
import { riskConsequences, riskLevels, riskProbabilities } from '#domain/codes/risk';
import { levelOf } from '#domain/risk/risk';
import type { ListLook } from '../records/room.js';

/** The words of a guide label without its number: “Sannolikt”. */
const wordOf = (label: string): string => label.replace(/^\d+ /, '');

/** Risks by probability and consequence: each number is a link to those alone. Beside it the number at each level, and all of them (R-234). */
export function RiskGrid({ items, query, hrefOf, organisation: { settings } }: ListLook): VNode {
  const at = (probability: string, consequence: string) =>
    items.filter(({ facts }) => String(facts['probability']) === probability && String(facts['consequence']) === consequence).length;
  const { mediumFrom, criticalFrom } = settings.riskLevels;
  const to = (change: Parameters<ListLook['hrefOf']>[0]) => `${hrefOf(change)}#traffar`;
  return (
    <div class="risk-overview">
      <table class="risk-grid">
        <caption>Konsekvens uppåt, sannolikhet åt höger. Tryck på ett antal för att se de riskerna.</caption>
        <tbody>
          {riskConsequences.toReversed().map((consequence) => (
            <tr key={consequence.code}>
              <th scope="row">
                {consequence.code} <span class="word">{wordOf(consequence.label)}</span>
              </th>
              {riskProbabilities.map((probability) => {
                const value = Number(probability.code) * Number(consequence.code);
                const level = levelOf(value, settings);
                const n = at(probability.code, consequence.code);
                const isChosen = query['probability'] === probability.code && query['consequence'] === consequence.code;
                const text = `${n === 1 ? '1 risk' : `${n} risker`}: sannolikhet ${inSentence(probability.label)}, konsekvens ${inSentence(consequence.label)}, värde ${value}, ${labelOf(riskLevels, level).toLowerCase()}`;
                return (
                  <td key={probability.code} class={`level-${level}`}>
                    {n === 0 ? null : (
                      <a
                        href={to({ probability: probability.code, consequence: consequence.code, level: undefined })}
                        aria-label={text}
                        {...(isChosen ? { 'aria-current': 'true' as const } : {})}
                      >
                        {n}
                      </a>
                    )}
                    <span class="level">{labelOf(riskLevels, level)}</span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td />
            {riskProbabilities.map(({ code, label }) => (
              <th scope="col" key={code}>
                {code} <span class="word">{wordOf(label)}</span>
              </th>
            ))}
          </tr>
        </tfoot>
      </table>
      <p class="hint on-phone">
        {`Sannolikhet: ${riskProbabilities.map(({ label }) => inSentence(label)).join(', ')}. Konsekvens: ${riskConsequences.map(({ label }) => inSentence(label)).join(', ')}.`}
      </p>
      <div class="risk-levels">
        <h2>Antal på varje nivå</h2>
        <ul>
          {riskLevels.map(({ code, label }) => (
            <li key={code}>
              <a
                class={`level-${code}`}
                href={to({ level: code, probability: undefined, consequence: undefined })}
                {...(query['level'] === code ? { 'aria-current': 'true' as const } : {})}
              >
                <b>{items.filter(({ facts }) => facts['level'] === code).length}</b> {label}
              </a>
            </li>
          ))}
          <li>
            <a
              href={to({ level: undefined, probability: undefined, consequence: undefined })}
              {...((query['level'] ?? query['probability'] ?? query['consequence']) ? {} : { 'aria-current': 'true' as const })}
            >
              <b>{items.length}</b> Totalt
            </a>
          </li>
        </ul>
        <p class="hint">{`Värdet är sannolikhet gånger konsekvens: under ${mediumFrom} låg, från ${mediumFrom} medium, från ${criticalFrom} kritisk.`}</p>
      </div>
    </div>
  );
}
