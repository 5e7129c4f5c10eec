import type { VNode } from 'preact';
import { staffReportTexts } from '#text/staff-report';
import { SecrecyMark } from '#ui/secrecy-mark';
import type { OwnReports } from './own-reports.js';

const said = staffReportTexts.own;
const PAGE_SIZE = 50;

/** A person's own reports, the answer first. */
export function OwnReportsPage({ reports, total, page }: OwnReports): VNode {
  return (
    <div class="one-thing">
      <h1>{said.title}</h1>
      <p class="hint">{said.fresh}</p>
      {reports.length === 0 ? <p>{said.none}</p> : null}
      <ul class="own-reports">
        {reports.map((report) => (
          <li key={report.id}>
            <h2>{`${report.number} ${report.kind}`}</h2>
            <SecrecyMark on={report.secrecy} />
            <p class={report.answer === null ? 'answer none' : 'answer'}>
              <b>{report.answer === null ? said.noAnswer : `${said.answer}: `}</b>
              {report.answer}
            </p>
            <p>{`${said.status}: ${report.status}.${report.next === null ? '' : ` ${report.next}`}`}</p>
            {report.about === null ? null : <p>{`${said.about}: ${report.about}`}</p>}
            <p class="hint">{report.reported}</p>
            <p>
              <a href={`/arende/${report.id}`}>
                {said.open}
                <span class="out-of-sight">{` ${report.number}`}</span>
              </a>
            </p>
          </li>
        ))}
      </ul>
      {total > page * PAGE_SIZE ? <a href={`/rapportera/mina?sida=${page + 1}`}>Äldre rapporter</a> : null}
      <p>
        <a href="/rapportera">{staffReportTexts.receipt.again}</a>
      </p>
    </div>
  );
}
