import { z } from 'zod';
import { key, sealed } from '../../shapes.schema.js';
import { type Heading, headings002 } from '../outline-002.js';
import { defineReportEvent, type ReportDocument, type Section } from '../reportdocument.js';

const named = ({ heading }: { readonly heading: string }): string => {
  const found = (headings002 as readonly Heading[]).find(({ code }) => code === heading);
  return found === undefined ? heading : `${found.code} ${found.label}`;
};

const put = ({ sections }: ReportDocument, section: Section): Pick<ReportDocument, 'sections'> => ({
  sections: [...sections.filter(({ heading }) => heading !== section.heading), section],
});

export const sectionWritten = defineReportEvent({
  name: 'SectionWritten',
  label: 'Ett avsnitt skrevs',
  open: z.object({ heading: key }),
  sealed: sealed('text'),
  detail: named,
  evolve: (report, { open: { heading }, version, at }) => put(report, { heading, version, at, as: 'written' }),
});

export const sectionLeftEmpty = defineReportEvent({
  name: 'SectionLeftEmpty',
  label: 'Ett avsnitt har inget att redovisa',
  open: z.object({ heading: key }),
  detail: named,
  evolve: (report, { open: { heading }, version, at }) => put(report, { heading, version, at, as: 'nothing' }),
});
